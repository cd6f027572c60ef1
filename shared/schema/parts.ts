// The sound parts of a config that may be broken elsewhere, each with its path, so that checks across
// places still run and an author sees all problems at once.
import type { Change } from './change.ts';
import type { Condition, Group } from './condition.ts';
import type { Capture, Config } from './config.ts';
import type { Experience } from './experience.ts';
import { formatPath, type Problem } from './problem.ts';

export interface Part<T> {
  value: T;
  path: PropertyKey[];
}
export interface Parts {
  /** The config as it was given; nothing in it can be relied on. */
  raw: Record<string, unknown>;
  /** Whether nothing at or below this path was refused. */
  isSound(path: PropertyKey[]): boolean;
  segments: Part<Config['segments'][number]>[];
  experiences: Part<Experience>[];
  /** Every change of every variant, in experiences that may themselves be broken. */
  changes: Part<Change>[];
  captures: Part<Capture>[];
  topics: Part<{ topic: string; pages: string[] }>[];
  /** Every condition node of every segment, groups too. */
  conditions: Part<Condition>[];
}

export function readParts(value: object, problems: readonly Problem[]): Parts {
  const raw = value as Record<string, unknown>;
  const refused = problems.map((problem) => problem.path);
  const isSound = (path: PropertyKey[]) => {
    const at = formatPath(path);
    return !refused.some((other) => other === at || other.startsWith(`${at}.`) || other.startsWith(`${at}[`));
  };
  const list = <T>(from: unknown, path: PropertyKey[]): Part<T>[] =>
    readList(from)
      .map((item, i) => ({ value: item as T, path: [...path, i] }))
      .filter((part) => isSound(part.path));
  const segments = list<Config['segments'][number]>(raw.segments, ['segments']);
  const changes = readList(raw.experiences).flatMap((experience, e) =>
    readList(readField(experience, 'variants')).flatMap((variant, v) =>
      list<Change>(readField(variant, 'changes'), ['experiences', e, 'variants', v, 'changes']),
    ),
  );
  return {
    raw,
    isSound,
    segments,
    changes,
    experiences: list<Experience>(raw.experiences, ['experiences']),
    captures: list<Capture>(raw.capture, ['capture']),
    topics: list<{ topic: string; pages: string[] }>(raw.topics, ['topics']),
    conditions: segments.flatMap((part) => walk(part.value.when, [...part.path, 'when'])),
  };
}

/** A rule's nodes, the node itself first. */
export function walk(condition: Condition, path: PropertyKey[]): Part<Condition>[] {
  const self = { value: condition, path };
  if (!isGroup(condition)) return [self];
  return [self, ...condition.of.flatMap((inner, i) => walk(inner, [...path, 'of', i]))];
}

export function isGroup(condition: Condition): condition is Group {
  return condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'none';
}

export function readList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function readField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

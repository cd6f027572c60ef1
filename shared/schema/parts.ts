// The sound parts of a config that may be broken elsewhere, each with its path, so that checks across
// places still run and an author sees all problems at once.
import type { Change } from './change.ts';
import type { Condition, Group } from './condition.ts';
import type { Capture, Config } from './config.ts';
import type { Experience } from './experience.ts';
import type { Model, Term } from './model.ts';
import type { Question } from './question.ts';

export interface Part<T> {
  value: T;
  path: PropertyKey[];
}
export interface Parts {
  /** The config as it was given; nothing in it can be relied on. */
  raw: Record<string, unknown>;
  segments: Part<Config['segments'][number]>[];
  experiences: Part<Experience>[];
  /** Every change of every variant, in experiences that may themselves be broken. */
  changes: Part<Change>[];
  captures: Part<Capture>[];
  topics: Part<{ topic: string; pages: string[] }>[];
  questions: Part<Question>[];
  models: Part<Model>[];
  /** Every condition node of every segment, groups too, and what models weigh as true or false. */
  conditions: Part<Condition>[];
}

/** @param refused the path of every value that was refused */
export function readParts(value: object, refused: readonly PropertyKey[][]): Parts {
  const raw: Record<string, unknown> = Object(value);
  /** Of the refused values all that they lie in, themselves too. */
  const unsound = new Set<string>();
  for (const path of refused) {
    let at = '';
    for (const key of path) {
      at += `/${String(key)}`;
      unsound.add(at);
    }
  }
  const isSound = (path: PropertyKey[]) => !unsound.has(`/${path.map(String).join('/')}`);
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
  const models = list<Model>(raw.models, ['models']);
  const terms = readList(raw.models).flatMap((model, m) =>
    list<Term>(readField(model, 'terms'), ['models', m, 'terms']),
  );
  return {
    raw,
    segments,
    models,
    changes,
    experiences: list<Experience>(raw.experiences, ['experiences']),
    captures: list<Capture>(raw.capture, ['capture']),
    topics: list<{ topic: string; pages: string[] }>(raw.topics, ['topics']),
    questions: list<Question>(raw.questions, ['questions']),
    conditions: [
      ...segments.flatMap((part) => walk(part.value.when, [...part.path, 'when'])),
      ...terms.flatMap(({ value, path }) =>
        'when' in value ? [{ value: value.when, path: [...path, 'when'] }] : [],
      ),
    ],
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

export function readField(value: unknown, name: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<PropertyKey, unknown>)[name]
    : undefined;
}

// Ids: each is there once, each that is named exists, and no segment leads back to itself.

import type { Config } from './config.ts';
import { findNearest } from './nearest.ts';
import { type Part, type Parts, readField, readList, walk } from './parts.ts';
import { formatPath, type Problem } from './problem.ts';

export function findBrokenReferences(parts: Parts): Problem[] {
  const { raw } = parts;
  const segments = readIds(raw.segments);
  const goals = readIds(raw.goals);
  const experiences = readIds(raw.experiences);
  const problems = [
    ...findDuplicates(raw.segments, ['segments'], 'segment'),
    ...findDuplicates(raw.goals, ['goals'], 'goal'),
    ...findDuplicates(raw.experiences, ['experiences'], 'experience'),
    ...findReserved(segments),
    ...findCycles(parts.segments),
  ];
  const known = (id: unknown, ids: string[], what: string, path: PropertyKey[]) => {
    if (typeof id === 'string' && id !== '' && !ids.includes(id))
      problems.push(unknownId(id, ids, what, path));
  };
  for (const { value, path } of parts.conditions) {
    if (value.kind === 'segment') known(value.id, segments, 'segment', [...path, 'id']);
    if (value.kind === 'rfm' && raw.rfm === undefined) {
      problems.push({
        path: formatPath(path),
        problem: 'rfm classes are asked for, but the config has no "rfm" edges',
        remedy: 'Add "rfm": { "recency": ["7d", …], "frequency": [1, …], "monetary": [20, …] }.',
        severity: 'error',
      });
    }
    if ('event' in value && (value.event === 'exposure' || value.event === 'goal')) {
      const where = 'where' in value ? value.where : undefined;
      known(readField(where, 'experience'), experiences, 'experience', [...path, 'where', 'experience']);
      known(readField(where, 'goal'), goals, 'goal', [...path, 'where', 'goal']);
    }
  }
  readList(raw.experiences).forEach((experience, e) => {
    const path = ['experiences', e];
    known(readField(experience, 'goal'), goals, 'goal', [...path, 'goal']);
    const variants = readField(experience, 'variants');
    problems.push(...findDuplicates(variants, [...path, 'variants'], 'variant'));
    readList(variants).forEach((variant, v) => {
      const at = [...path, 'variants', v, 'segment'];
      known(readField(variant, 'segment'), [...new Set(['everyone', ...segments])], 'segment', at);
    });
  });
  return problems;
}

function unknownId(id: string, ids: string[], what: string, path: PropertyKey[]): Problem {
  const nearest = findNearest(id, ids);
  const example = JSON.stringify({ id, name: '…', event: 'purchase' });
  const list = ids.length
    ? `There are: ${ids.slice(0, 20).join(', ')}.`
    : `No ${what} is defined yet${what === 'goal' ? `: add one to "goals", such as ${example}` : ''}.`;
  return {
    path: formatPath(path),
    problem: `no ${what} has the id "${id}"`,
    remedy: nearest ? `Did you mean "${nearest}"? ${list}` : list,
    severity: 'error',
  };
}

function readIds(list: unknown): string[] {
  return readList(list)
    .map((item) => readField(item, 'id'))
    .filter((id): id is string => typeof id === 'string');
}

function findDuplicates(list: unknown, path: PropertyKey[], what: string): Problem[] {
  const first = new Map<string, number>();
  return readList(list).flatMap((item, i): Problem[] => {
    const id = readField(item, 'id');
    if (typeof id !== 'string') return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, i);
      return [];
    }
    return [
      {
        path: formatPath([...path, i, 'id']),
        problem: `the ${what} id "${id}" is there already (${formatPath([...path, earlier])})`,
        remedy: 'Give each its own id.',
        severity: 'error',
      },
    ];
  });
}

function findReserved(ids: string[]): Problem[] {
  const at = ids.indexOf('everyone');
  if (at < 0) return [];
  return [
    {
      path: formatPath(['segments', at, 'id']),
      problem: '"everyone" means every visitor and is no name for a segment',
      remedy: 'Choose another id.',
      severity: 'error',
    },
  ];
}

/** Each cycle once, at the reference that closes it. */
function findCycles(segments: Part<Config['segments'][number]>[]): Problem[] {
  const problems: Problem[] = [];
  const byId = new Map(segments.map((part) => [part.value.id, part]));
  const done = new Set<string>();
  const visit = (id: string, trail: string[]) => {
    const part = byId.get(id);
    if (!part || done.has(id)) return;
    for (const { value, path } of walk(part.value.when, [...part.path, 'when'])) {
      if (value.kind !== 'segment') continue;
      const start = [...trail, id].indexOf(value.id);
      if (start >= 0) {
        const cycle = [...trail, id].slice(start);
        problems.push({
          path: formatPath([...path, 'id']),
          problem: `the segment leads back to itself: ${[...cycle, value.id].join(' → ')}`,
          remedy: 'Take one of these references out.',
          severity: 'error',
        });
      } else visit(value.id, [...trail, id]);
    }
    done.add(id);
  };
  for (const id of byId.keys()) visit(id, []);
  return problems;
}

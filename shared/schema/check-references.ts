// Ids: each is there once, each that is named exists, and no segment leads back to itself.

import { t } from '../words/t.ts';
import { findUnlearned } from './check-unlearned.ts';
import type { Config } from './config.ts';
import { LONGEST_CHAIN } from './limits.ts';
import { createSuggest } from './nearest.ts';
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
    ...findDuplicates(raw.questions, ['questions'], 'question'),
    ...findDuplicates(raw.models, ['models'], 'model'),
    ...findReserved(segments),
    ...findCycles(parts.segments),
  ];
  /** Says of every id that is not among these that it is unknown. */
  const knowing = (what: string, ids: string[]) => {
    const known = new Set(ids);
    const suggest = createSuggest(ids);
    return (id: unknown, path: PropertyKey[]) => {
      if (typeof id === 'string' && id !== '' && !known.has(id))
        problems.push(unknownId(id, ids, suggest(id), what, path));
    };
  };
  const namesSegment = knowing('segment', segments);
  const namesWhom = knowing('segment', [...new Set(['everyone', ...segments])]);
  const namesGoal = knowing('goal', goals);
  const namesExperience = knowing('experience', experiences);
  const namesQuestion = knowing('question', readIds(raw.questions));
  const namesGroup = knowing('persona', readIds(readField(raw.personas, 'groups')));
  const namesModel = knowing('model', readIds(raw.models));
  for (const { value, path } of parts.changes)
    if (value.kind === 'ask') namesQuestion(value.question, [...path, 'question']);
  problems.push(...findItemless(parts));
  for (const { value, path } of parts.conditions) {
    if (value.kind === 'segment') namesSegment(value.id, [...path, 'id']);
    if (value.kind === 'persona' && raw.personas !== undefined) namesGroup(value.id, [...path, 'id']);
    if (value.kind === 'model' && raw.models !== undefined) namesModel(value.id, [...path, 'id']);
    problems.push(...findUnlearned(value, path, raw));
    if ('event' in value && (value.event === 'exposure' || value.event === 'goal')) {
      const where = 'where' in value ? value.where : undefined;
      namesExperience(readField(where, 'experience'), [...path, 'where', 'experience']);
      namesGoal(readField(where, 'goal'), [...path, 'where', 'goal']);
    }
  }
  readList(readField(raw.measure, 'goals')).forEach((id, g) => {
    namesGoal(id, ['measure', 'goals', g]);
  });
  readList(raw.models).forEach((model, m) => {
    namesGoal(readField(model, 'goal'), ['models', m, 'goal']);
  });
  readList(raw.experiences).forEach((experience, e) => {
    const path = ['experiences', e];
    namesGoal(readField(experience, 'goal'), [...path, 'goal']);
    const variants = readField(experience, 'variants');
    problems.push(...findDuplicates(variants, [...path, 'variants'], 'variant'));
    readList(variants).forEach((variant, v) => {
      namesWhom(readField(variant, 'segment'), [...path, 'variants', v, 'segment']);
    });
  });
  return problems;
}

/** Lists that would be filled from a file of items, where the config names none. */
function findItemless({ raw, changes }: Parts): Problem[] {
  if (raw.items !== undefined) return [];
  return changes
    .filter(({ value }) => value.kind === 'recommend')
    .map(({ path }) => ({
      path: formatPath(path),
      problem: t`nothing is known of items that could be recommended`,
      remedy: t`Let \`selvedge learn\` read your orders: it writes "items".`,
      severity: 'error',
    }));
}

function unknownId(
  id: string,
  ids: string[],
  nearest: string | undefined,
  what: string,
  path: PropertyKey[],
): Problem {
  const EXAMPLES: Record<string, [list: string, example: object]> = {
    goal: ['goals', { id, name: '…', event: 'purchase' }],
    question: [
      'questions',
      { id, name: '…', ask: '…?', purpose: '…', trait: id, answer: { kind: 'choice', options: ['…'] } },
    ],
  };
  const [into, example] = EXAMPLES[what] ?? [];
  const list = ids.length
    ? t`There are: ${ids.slice(0, 20).join(', ')}.`
    : into
      ? t`No ${what} is defined yet: add one to "${into}", such as ${JSON.stringify(example)}.`
      : t`No ${what} is defined yet.`;
  return {
    path: formatPath(path),
    problem: t`no ${what} has the id "${id}"`,
    remedy: nearest ? t`Did you mean "${nearest}"? ${list}` : list,
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
        problem: t`the ${what} id "${id}" is there already (${formatPath([...path, earlier])})`,
        remedy: t`Give each its own id.`,
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
      problem: t`"everyone" means every visitor and is no name for a segment`,
      remedy: t`Choose another id.`,
      severity: 'error',
    },
  ];
}

type SegmentPart = Part<Config['segments'][number]>;

interface Reference {
  to: string;
  path: PropertyKey[];
}

/**
 * Each cycle once, at the reference that closes it, and each chain that is too long to be followed. A walk with a stack
 * of its own: a config may hold a chain of any length.
 */
function findCycles(segments: SegmentPart[]): Problem[] {
  const problems: Problem[] = [];
  const references = new Map(segments.map((part) => [part.value.id, readReferences(part)]));
  /** How many segments follow each other from here on; of those that are done. */
  const lengths = new Map<string, number>();
  for (const start of references.keys()) {
    const trail = [{ id: start, next: 0, length: 1 }];
    const isOnTrail = new Set([start]);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const reference = lengths.has(top.id) ? undefined : references.get(top.id)?.[top.next++];
      if (!reference) {
        if (!lengths.has(top.id)) lengths.set(top.id, top.length);
        isOnTrail.delete(top.id);
        trail.pop();
        continue;
      }
      const { to, path } = reference;
      if (isOnTrail.has(to)) problems.push(sayCycle(trail, to, path));
      else if (references.has(to) && !lengths.has(to)) {
        top.next--; // asked again when the other is done
        isOnTrail.add(to);
        trail.push({ id: to, next: 0, length: 1 });
      } else {
        const length = 1 + (lengths.get(to) ?? 0);
        if (length > top.length) top.length = length;
        // once in each chain: where it becomes too long
        if (length === LONGEST_CHAIN + 1) problems.push(sayChain(path));
      }
    }
  }
  return problems;
}

const readReferences = (part: SegmentPart): Reference[] =>
  walk(part.value.when, [...part.path, 'when']).flatMap(({ value, path }) =>
    value.kind === 'segment' ? [{ to: value.id, path: [...path, 'id'] }] : [],
  );

function sayCycle(trail: { id: string }[], to: string, path: PropertyKey[]): Problem {
  const ids = trail.map(({ id }) => id);
  const cycle = [...ids.slice(ids.indexOf(to)), to];
  const shown = cycle.length > 8 ? [...cycle.slice(0, 4), '…', ...cycle.slice(-3)] : cycle;
  return {
    path: formatPath(path),
    problem: t`the segment leads back to itself: ${shown.join(' → ')}`,
    remedy: t`Take one of these references out.`,
    severity: 'error',
  };
}

const sayChain = (path: PropertyKey[]): Problem => ({
  path: formatPath(path),
  problem: t`more than ${LONGEST_CHAIN} segments refer to each other in a row`,
  remedy: t`Write the rule itself in one of them.`,
  severity: 'error',
});

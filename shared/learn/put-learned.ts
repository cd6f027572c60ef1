// Puts what was learned into a config: the same from a terminal and from a draft.

import type { Config } from '../schema/config.ts';
import type { LearnedConfig } from './learn.ts';
import { isAlike, mergeFrom } from './learned-from.ts';
import { type Before as Grouped, type PutPersonas, putPersonas } from './put-personas.ts';

/** Nothing else of what was learned gets into a config, whatever a file of it says. */
const FIELDS = [
  'learned',
  'rfm',
  'personas',
  'value',
  'models',
  'items',
  'segments',
] as const satisfies readonly (keyof LearnedConfig)[];

export const pickLearned = (
  learned: LearnedConfig,
  fields: readonly (keyof LearnedConfig)[] = FIELDS,
): LearnedConfig =>
  Object.fromEntries(
    FIELDS.filter((field) => fields.includes(field) && learned[field] !== undefined).map((field) => [
      field,
      learned[field],
    ]),
  );

type Models = NonNullable<Config['models']>;

/** A model of a goal takes the place of the first that was there for it, under the id and name that an author gave it. */
function mergeModels(known: Models, found: Models): Models {
  const isTaken = (id: string): boolean => known.some((one) => one.id === id);
  const free = (id: string, n = 2): string => (isTaken(`${id}-${n}`) ? free(id, n + 1) : `${id}-${n}`);
  const kept = known.map((one, i) => {
    const again = found.find(({ goal }) => goal === one.goal);
    const isFirst = known.findIndex(({ goal }) => goal === one.goal) === i;
    return again && isFirst ? { ...again, id: one.id, name: one.name } : one;
  });
  const added = found.filter(({ goal }) => !known.some((one) => one.goal === goal));
  return [...kept, ...added.map((one) => (isTaken(one.id) ? { ...one, id: free(one.id) } : one))];
}

type Before = Grouped & Omit<LearnedConfig, 'segments'>;

/** @returns undefined where no groups were learned */
const groupsOf = (before: Grouped, { personas, segments = [] }: LearnedConfig): PutPersonas | undefined =>
  personas && putPersonas(before, personas, segments);

/** Segments of groups of an earlier run that none is like now, by id: what is taken out, and what stays as it is used. */
export function findStale(before: Grouped, learned: LearnedConfig): Pick<PutPersonas, 'gone' | 'stay'> {
  const { gone, stay } = groupsOf(before, learned) ?? { gone: [], stay: [] };
  return { gone, stay };
}

/**
 * @param before a config that is fit, as it is written
 * @param learned all of one run
 * @param fields of it are put into the config
 * @returns it with what was learned, in the same order
 */
export function putLearned<C extends Before>(
  before: C,
  learned: LearnedConfig,
  fields: readonly (keyof LearnedConfig)[] = FIELDS,
): C {
  const picked = pickLearned(learned, fields);
  const { learned: from, segments: _segments, personas: _personas, models, ...rest } = picked;
  const groups = groupsOf(before, picked);
  const parts = {
    ...rest,
    ...(groups && { personas: groups.personas, segments: groups.segments }),
    ...(models && { models: mergeModels(before.models ?? [], models) }),
  };
  const learnedFrom =
    from && mergeFrom(before.learned, { ...before, ...parts }, { ...learned, learned: from });
  return { ...before, ...(learnedFrom && { learned: learnedFrom }), ...parts };
}

/** Whether a config has these so already, whatever its author calls what is in them. */
export function hasLearned(
  config: Before,
  learned: LearnedConfig,
  fields: readonly (keyof LearnedConfig)[],
): boolean {
  const put = putLearned(config, learned, fields);
  // the rule of a segment is its author's once it is there
  return fields.every((field) => field === 'segments' || isAlike(put[field], config[field]));
}

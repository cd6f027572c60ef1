// Puts what was learned into a config: the same from a terminal and from a draft.

import type { Config, Segment } from '../schema/config.ts';
import type { LearnedConfig } from './learn.ts';

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

type Groups = NonNullable<Config['personas']>;

/** Groups keep the names that an author gave them. */
const mergePersonas = (known: Groups | undefined, found: Groups): Groups => ({
  ...found,
  groups: found.groups.map((group) => ({
    ...group,
    name: known?.groups.find(({ id }) => id === group.id)?.name ?? group.name,
  })),
});

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

/** Those of the same id take the place of what was there, under the name that an author gave it. */
function mergeSegments(known: readonly Segment[], found: readonly Segment[]): Segment[] {
  const kept = known.map((one) => {
    const again = found.find(({ id }) => id === one.id);
    return again ? { ...again, name: one.name } : one;
  });
  return [...kept, ...found.filter(({ id }) => !known.some((one) => one.id === id))];
}

/**
 * @param before a config that is fit, as it is written
 * @returns it with what was learned, in the same order
 */
export function putLearned<C extends Pick<Config, 'personas' | 'models' | 'segments'>>(
  before: C,
  learned: LearnedConfig,
): C {
  const { segments, personas, models, ...rest } = pickLearned(learned);
  return {
    ...before,
    ...rest,
    ...(personas && { personas: mergePersonas(before.personas, personas) }),
    ...(models && { models: mergeModels(before.models ?? [], models) }),
    ...(segments && { segments: mergeSegments(before.segments, segments) }),
  };
}

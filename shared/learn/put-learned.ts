// Puts what was learned into a config: the same from a terminal and from a draft.

import type { Config, Segment } from '../schema/config.ts';
import type { LearnedConfig } from './learn.ts';

/** Nothing else of what was learned gets into a config, whatever a file of it says. */
const FIELDS = [
  'learned',
  'rfm',
  'personas',
  'value',
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
export function putLearned<C extends Pick<Config, 'personas' | 'segments'>>(
  before: C,
  learned: LearnedConfig,
): C {
  const { segments, personas, ...rest } = pickLearned(learned);
  return {
    ...before,
    ...rest,
    ...(personas && { personas: mergePersonas(before.personas, personas) }),
    ...(segments && { segments: mergeSegments(before.segments, segments) }),
  };
}

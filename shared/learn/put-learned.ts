// Puts what was learned into a config: the same from a terminal and from a draft.

import type { Config, Segment } from '../schema/config.ts';
import type { LearnedConfig } from './learn.ts';

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
  const { segments: found = [], personas, ...rest } = learned;
  return {
    ...before,
    ...rest,
    ...(personas && { personas: mergePersonas(before.personas, personas) }),
    segments: mergeSegments(before.segments, found),
  };
}

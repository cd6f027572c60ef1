// What the numbers of a config were learned from, where some of them are of this run and some of an earlier one.

import type { Config } from '../schema/config.ts';
import type { LearnedConfig } from './learn.ts';

type From = NonNullable<Config['learned']>;
const OF_BUYERS = ['rfm', 'personas', 'value'] as const;
const OF_VISITS = ['models', 'items'] as const;
type Part = (typeof OF_BUYERS | typeof OF_VISITS)[number];

/** With all keys in one order: what was kept gives them back in another. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** Whether two parts of configs say the same, in whatever order. */
export const isAlike = (one: unknown, other: unknown): boolean =>
  textOf(one ?? null) === textOf(other ?? null);

/** Without what an author calls it, and what a config that has some already does. */
const nameless = (list: readonly object[] | undefined) =>
  list?.map((one) => ({ ...one, id: undefined, name: undefined }));

function isOfEarlier(part: Part, config: LearnedConfig, learned: LearnedConfig): boolean {
  if (config[part] === undefined) return false;
  const told = ({ personas, models, ...rest }: LearnedConfig) => ({
    ...rest,
    personas: personas && { ...personas, groups: nameless(personas.groups) },
    models: nameless(models),
  });
  return !isAlike(told(config)[part], told(learned)[part]);
}

const older = (one: string, other: string): string => (one < other ? one : other);

/**
 * What is older counts, and of how many buyers or visits an earlier part was learned stays said as long as it stands.
 * @param was what the config says
 * @param config with the parts that were taken over
 * @param learned all that this run did, whether it was taken over or not
 */
export function mergeFrom(
  was: From | undefined,
  config: LearnedConfig,
  { learned: now, ...learned }: LearnedConfig & { learned: From },
): From {
  const isLeft = (parts: readonly Part[]): boolean =>
    parts.some((part) => isOfEarlier(part, config, learned));
  const [isOfBuyers, isOfVisits] = [isLeft(OF_BUYERS), isLeft(OF_VISITS)];
  if (!was || !(isOfBuyers || isOfVisits)) return now;
  const buyers = isOfBuyers ? (was.buyers ?? now.buyers) : now.buyers;
  const visits = isOfVisits ? (was.visits ?? now.visits) : now.visits;
  return {
    at: older(was.at, now.at),
    from: older(was.from, now.from),
    until: older(was.until, now.until),
    ...(buyers !== undefined && { buyers }),
    ...(visits !== undefined && { visits }),
  };
}

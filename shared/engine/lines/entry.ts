// An experience as it stands in the table, and what a visitor gets of it: assign.ts from looked up answers.

import type { Glob } from '../glob.ts';
import { place } from '../place.ts';
import type { Lines } from './line.ts';
import { type Asked, askTree } from './tree.ts';

/** `changes`: the number of the variant, under which its changes stand in the table (`changesKey`). */
export type Share = [variant: string, changes: number, weight?: number];

/** A segment, or "everyone", and neighbouring variants for it. */
export type Group = [segment: string, ...shares: Share[]];

export interface Limits {
  holdout?: number;
  /** ms since epoch: shown from this instant on, and before that one */
  from?: number;
  to?: number;
  /** how often it was seen: the key of the lines, and a newcomer's */
  often?: [key: string, newcomer: Lines];
}

/** `order`: its place in the config, by which earlier ones win. */
export type Entry = [order: number, id: string, pages: Glob[], groups: Group[], limits?: Limits];

/** What one visitor gets of an experience, as `Assignment` has it. */
export interface Given {
  order: number;
  id: string;
  outcome: 'variant' | 'original' | 'holdout';
  variant?: string;
  segment?: string;
  eligible: boolean;
  /** of the variant, also of the one that somebody in the holdout does not get */
  changes?: string;
}

/** Where the changes of a variant stand in the table. */
export const changesKey = (order: number, changes: number): string => `=${order}.${changes}`;

const isIn = (segment: string, asked: Asked): boolean =>
  segment === 'everyone' || askTree(['#', segment], asked) === 1;

/** One of those that share a segment, by weight. */
function choose(shares: Share[], at: number): Share | undefined {
  let all = 0;
  for (const [, , weight = 1] of shares) all += weight;
  let rest = at * all;
  return shares.find(([, , weight = 1]) => {
    rest -= weight;
    return rest < 0;
  });
}

/**
 * @param at ms since epoch
 * @param seed as for `assign`
 * @throws RangeError on an operator that a segment asks with and nobody knows
 */
export function giveEntry(
  [order, id, , groups, limits = {}]: Entry,
  asked: Asked,
  at: number,
  seed: string,
): Given {
  const { holdout = 0, from = -Infinity, to = Infinity, often } = limits;
  const original: Given = { order, id, outcome: 'original', eligible: false };
  if (at < from || at >= to) return original;
  const [segment, ...shares] = groups.find(([name]) => isIn(name, asked)) ?? [];
  const isDue = !often || asked.often(...often);
  const give = (outcome: Given['outcome'], eligible: boolean, share: Share | undefined): Given => ({
    order,
    id,
    outcome,
    eligible,
    ...(share && { variant: share[0], changes: changesKey(order, share[1]) }),
    ...(segment !== undefined && { segment }),
  });
  if (place(seed, `${id}/holdout`) < holdout)
    return give('holdout', segment !== undefined && isDue, shares[0]);
  if (segment === undefined || !isDue) return original;
  const chosen = choose(shares, place(seed, id));
  return chosen ? give('variant', true, chosen) : original;
}

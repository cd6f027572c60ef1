// An experience as it stands in the table, and what a visitor gets of it: assign.ts from looked up answers.

import type { Glob } from '../glob.ts';
import type { Lines } from './line.ts';
import { type Asked, askTree } from './tree.ts';

/** `changes`: the number of the variant, under which its changes stand in the table (`changesKey`). */
export type Share = [variant: string, changes: number, weight?: number];

/** A segment, by its place in the config, or −1 for everyone, and neighbouring variants for it. */
export type Group = [segment: number, ...shares: Share[]];

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
  /** by its place in the config; −1 everyone */
  segment?: number;
  /** why it cannot be decided */
  error?: unknown;
  eligible: boolean;
  /** of the variant, also of the one that somebody in the holdout does not get */
  changes?: string;
}

/** Where the changes of a variant stand in the table. */
export const changesKey = (order: number, changes: number): string => `=${order}.${changes}`;

const isIn = (segment: number, asked: Asked): boolean => segment < 0 || askTree(['#', segment], asked) === 1;

/**
 * @param at ms since epoch
 * @param place where the visitor stands for what is named (see place.ts)
 * @param choose `chooseShare`
 * @throws RangeError on an operator that a segment asks with and nobody knows
 */
export function giveEntry(
  [order, id, , groups, limits = {}]: Entry,
  asked: Asked,
  at: number,
  place: (salt: string) => number,
  choose: (shares: Share[], at: number) => Share | undefined,
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
  if (holdout && place(`${id}/holdout`) < holdout)
    return give('holdout', segment !== undefined && isDue, shares[0]);
  if (segment === undefined || !isDue) return original;
  // alone, anybody gets it who could get anything
  const chosen = shares[1] ? choose(shares, place(id)) : shares.find(([, , weight = 1]) => weight > 0);
  return chosen ? give('variant', true, chosen) : original;
}

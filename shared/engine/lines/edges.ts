// The instants at which the answer of a condition on a page that is opened may change: no change lies elsewhere, but of
// what fades.

import { VISIT_GAP_MS } from '../profile.ts';
import type { View } from '../view.ts';
import type { Leaf } from './leaf.ts';

/** The first instant of a local calendar date, given as days since 1970-01-01. */
const startOf = (day: number): number => {
  const date = new Date(day * 864e5);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()).getTime();
};

export interface Edges {
  /** when the visit ends, and what follows from its end and from the newest event */
  own: number[];
  /** those that the rule itself names: when an event that is remembered enters or leaves its window, say */
  entries: number[];
}

/** @param view the profile, before the page is opened */
export function edgesOf(
  { rule, isOfDays }: Pick<Leaf, 'rule' | 'isOfDays'>,
  state: unknown[],
  view: View,
): Edges {
  const { newestAt, visit, behind } = view.profile;
  const spans = [0, ...(rule.spans ?? [])].filter((span) => span < Infinity);
  const follow = (at: number): number[] => spans.flatMap((span) => [at + span, at + span + 1]);
  const lastAts = [visit?.lastAt, behind?.at].flatMap((at) => (at === undefined ? [] : [at]));
  // the page is viewed on a date that is remembered already, or on another
  const days = isOfDays
    ? // rfm has the date as what its entries are told apart by
      state.map((entry) => Number(Array.isArray(entry) ? (entry[3] ?? entry[1]) : NaN))
    : [];
  return {
    own: [
      ...[newestAt, ...lastAts].flatMap(follow),
      ...lastAts.map((at) => at + VISIT_GAP_MS),
      ...days.flatMap((day) => [startOf(day), startOf(day + 1)]),
    ],
    entries: (rule.edges?.(state, view, view.now) ?? []).flatMap(follow),
  };
}

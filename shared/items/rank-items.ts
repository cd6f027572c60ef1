// Which items suit a visitor: the same history and the same file give the same list. Pure.

import type { ItemHistory } from './item-history.ts';
import type { Item, Items } from './open-items.ts';

/** What is asked for, as a change of the kind `recommend` says it. */
export interface Wish {
  from: readonly string[];
  count: number;
  least?: number | undefined;
  without?: readonly string[] | undefined;
  perGroup?: number | undefined;
}

const DAY = 864e5;
/** The latest items of a visitor that count; each half as much as the one after it. */
const SEEDS = 5;

/** What goes with these, the best first: of each what stands near its row's beginning. */
function rankNear(seeds: number[], row: (rank: number) => number[]): number[] {
  const scores = new Map<number, number>();
  seeds.slice(0, SEEDS).forEach((seed, a) => {
    row(seed).forEach((rank, place) => {
      scores.set(rank, (scores.get(rank) ?? 0) + 0.5 ** a / Math.sqrt(place + 1));
    });
  });
  return [...scores].sort(([a, high], [b, low]) => low - high || a - b).map(([rank]) => rank);
}

/** What it is time to order again: what became due last comes first. */
function rankDue({ again, rank }: Items, { bought }: ItemHistory, now: number): number[] {
  return [...bought]
    .flatMap(([id, at]) => {
      const place = rank(id);
      const days = place === undefined ? undefined : again[place];
      const due = typeof days === 'number' ? at + days * DAY : Number.POSITIVE_INFINITY;
      return place !== undefined && due <= now ? [{ place, due }] : [];
    })
    .sort((a, b) => b.due - a.due || a.place - b.place)
    .map(({ place }) => place);
}

/**
 * @param fits what else must be so of an item
 * @param boughtSince ms since epoch: what was bought before that does not count as bought
 * @returns none where there are fewer than the least
 */
export function rankItems(
  items: Items,
  history: ItemHistory,
  { from, count, least = count, without = ['this', 'bought', 'basket'], perGroup }: Wish,
  fits: (item: Item) => boolean,
  now: number,
  boughtSince = 0,
): Item[] {
  const { viewed, here, basket, ordered, bought } = history;
  const ranksOf = (ids: string[]): number[] => [...new Set(ids)].flatMap((id) => items.rank(id) ?? []);
  const left = (name: string, ids: string[]) => (without.includes(name) ? ranksOf(ids) : []);
  const owned = new Set(
    left(
      'bought',
      [...bought].flatMap(([id, at]) => (at >= boughtSince ? id : [])),
    ),
  );
  const out = new Set([...left('this', here), ...left('viewed', viewed), ...left('basket', basket)]);
  const sources: Record<string, () => number[]> = {
    similar: () => rankNear(ranksOf(viewed), items.similar),
    together: () => rankNear(ranksOf([...basket, ...ordered]), items.together),
    trending: () => items.trending,
    viewed: () => ranksOf(viewed),
    again: () => rankDue(items, history, now),
  };
  const found: Item[] = [];
  const groups = new Map<string, number>();
  for (const source of from)
    for (const rank of sources[source]?.() ?? []) {
      if (found.length === count) break;
      // what it is time to order again was bought, that is why
      if (out.has(rank) || (source !== 'again' && owned.has(rank))) continue;
      const item = items.item(rank);
      const { group, stock } = item;
      const others = groups.get(group) ?? 0;
      if (stock === 0 || (group && perGroup && others >= perGroup) || !fits(item)) continue;
      out.add(rank);
      groups.set(group, others + 1);
      found.push(item);
    }
  return found.length < least ? [] : found;
}

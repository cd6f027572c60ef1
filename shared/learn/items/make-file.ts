// The file of items, as it would be with pairs of so many different people, and so many neighbours of each.

import type { ItemsFile } from '../../items/items-file.ts';
import { packRows } from '../../items/pack-items.ts';
import { findSimilar, findTogether, type Rows } from './count-pairs.ts';
import type { ItemRows } from './item-store.ts';
import { type KnownFact, type Missing, packFacts } from './known-facts.ts';
import { countListed, type Ranking, rankItems, toRanks } from './rank-items.ts';
import type { Runs } from './runs.ts';
import { EACHES, few, type Learning, splitRuns, TOGETHERS } from './test-rows.ts';
import { findAgain, findTrending } from './trends.ts';

/** What the file is made of, for each number of different people that a pair may need. */
export interface Found {
  ranking: Ranking;
  togethers: number[];
  similar: Rows[];
  together: Rows[];
  trending: number[];
  again: Record<number, number>;
  facts: (KnownFact | undefined)[];
}

export function findAll(learning: Learning, has: { similar: boolean; together: boolean }): Found {
  const { rows, isOut, options, until } = learning;
  const cut = (runs: Runs): Runs => (until === undefined ? runs : splitRuns(runs, until, undefined).before);
  const [visits, orders] = [cut(rows.visits), cut(rows.orders)];
  const togethers = few(TOGETHERS, options.together);
  const ranking = rankItems([visits, orders], rows.ids, isOut, Math.min(...togethers));
  const items = ranking.items.length;
  const wanted = { items, togethers, each: Math.max(...EACHES, options.each) };
  const none = togethers.map((): Rows => []);
  const [ranked, bought] = [visits, orders].map((runs) => toRanks(runs, ranking, rows.ids.length));
  return {
    ranking,
    togethers,
    similar: ranked && has.similar ? findSimilar(ranked, wanted) : none,
    together: bought && has.together ? findTogether(bought, wanted) : none,
    trending: findTrending((bought?.count ? bought : ranked) as Runs, items),
    again: bought ? findAgain(bought, items) : {},
    facts: ranking.items.map((item) => {
      const id = rows.ids[item] ?? '';
      return options.catalog ? options.catalog.find(id) : rows.factOf(item, options.together);
    }),
  };
}

/** The file with pairs of so many different people, and so many neighbours of each. */
export function fileOf(
  found: Found,
  { ids, isOfPages }: Pick<ItemRows, 'ids' | 'isOfPages'>,
  made: string,
  together: number,
  each: number,
): { file: ItemsFile; missing: Missing } {
  const { ranking, togethers, trending, facts } = found;
  const at = togethers.indexOf(together);
  const { listed: count } = countListed(ranking, together);
  const pack = (rows: Rows): string =>
    packRows(Array.from({ length: count }, (_, rank) => rows[rank]?.subarray(0, each) ?? []));
  const again = Object.fromEntries(Object.entries(found.again).filter(([rank]) => Number(rank) < count));
  const known = packFacts(facts.slice(0, count));
  const asked = trending.filter((rank) => rank < count);
  const file: ItemsFile = {
    version: 1,
    made,
    ids: ranking.items.slice(0, count).map((item) => ids[item] ?? ''),
    ...(isOfPages && { pages: true as const }),
    rows: pack(found.similar[at] ?? []),
    ...(found.together[at]?.length && { together: pack(found.together[at] ?? []) }),
    ...(asked.length > 0 && { trending: asked }),
    ...(Object.keys(again).length > 0 && { again }),
    ...(known.facts && { facts: known.facts }),
  };
  return { file, missing: known.missing };
}

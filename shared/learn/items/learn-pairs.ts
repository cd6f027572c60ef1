// The same of visits that some other engine counted: pairs of items, how often each item was met, and what came next in later
// visits. A list is made of the one item before it here, and is held against the most frequent items as usual; as nobody knows
// which of what came next was one visitor's, the error is the largest that it can be.

import { roundFigure, roundShare } from '../round.ts';
import { concludeItems } from './conclude-items.ts';
import type { Rows } from './count-pairs.ts';
import type { LearnedItems } from './items-report.ts';
import { listedOf } from './judge-lists.ts';
import { leaveOut } from './leave-out.ts';
import { type Ranking, rankCounted } from './rank-items.ts';
import { EACHES, few, type ItemsOptions, keyOf, type Tested, TOGETHERS } from './test-rows.ts';

export interface Pair {
  /** numbers of items */
  item: number;
  other: number;
  weight: number;
  /** of how many different visitors it is */
  people: number;
  /** how often the other came next in the test, new to its visit */
  next: number;
}

export interface PairRows {
  ids: string[];
  /** of each item how many different visitors looked at it */
  counts: number[];
  /** of each item how often it came next in the test */
  asked: number[];
  pairs: Pair[];
  visits: number;
  tested: number;
  /** how often any item came next in the test */
  askedInAll: number;
  /** days */
  since: string;
  until: string;
  /** so many different visitors a pair needed to be told */
  together: number;
}

/** Of each item by rank its pairs by rank, the nearest first. */
function rankPairs({ pairs, ids }: PairRows, { items }: Ranking): Pair[][] {
  const rankOf = new Int32Array(ids.length).fill(-1);
  items.forEach((item, rank) => {
    rankOf[item] = rank;
  });
  const ranked = items.map((): Pair[] => []);
  for (const pair of pairs) {
    const [item, other] = [rankOf[pair.item] ?? -1, rankOf[pair.other] ?? -1];
    if (item >= 0 && other >= 0 && item !== other) ranked[item]?.push({ ...pair, item, other });
  }
  for (const row of ranked) row.sort((a, b) => b.weight - a.weight || a.other - b.other);
  return ranked;
}

function testPairs(
  told: PairRows,
  ranking: Ranking,
  ranked: readonly Pair[][],
  togethers: readonly number[],
  options: ItemsOptions,
): Tested {
  const { visits, tested, askedInAll: asked, until } = told;
  const hr = new Map<string, number>();
  if (!visits || !tested) return { test: null, hr };
  const listed = listedOf(ranking.items.length);
  const share = (sum: number): number => (asked ? sum / asked : 0);
  const popular = { hr: 0, mrr: 0 };
  ranking.items.forEach((item, rank) => {
    // one more, as what was seen already is in no list
    if (rank > listed) return;
    popular.hr += share(told.asked[item] ?? 0);
    popular.mrr += share((told.asked[item] ?? 0) / (rank + 1));
  });
  let test: Tested['test'] = null;
  for (const together of togethers)
    for (const each of few(EACHES, options.each)) {
      const ours = { hr: 0, mrr: 0 };
      for (const row of ranked)
        row
          .filter((pair) => pair.people >= together)
          .slice(0, Math.min(each, listed))
          .forEach(({ next }, place) => {
            ours.hr += share(next);
            ours.mrr += share(next / (place + 1));
          });
      hr.set(keyOf(together, each), ours.hr);
      if (together !== options.together || each !== options.each) continue;
      test = {
        until,
        runs: tested,
        asked,
        listed,
        hr: roundShare(ours.hr),
        mrr: roundShare(ours.mrr),
        popular: { hr: roundShare(popular.hr), mrr: roundShare(popular.mrr) },
        gain: roundShare(ours.hr - popular.hr),
        error: roundFigure(asked ? Math.sqrt((ours.hr + popular.hr) / asked) : 0),
      };
    }
  return { test, hr };
}

/** @param options whose `together` is not below what was counted */
export function learnPairs(told: PairRows, options: ItemsOptions, made: string): LearnedItems {
  const { ids, counts } = told;
  const left = leaveOut({ ids, factOf: () => undefined }, options);
  const togethers = few(
    TOGETHERS.filter((least) => least >= told.together),
    options.together,
  );
  const ranking = rankCounted(ids, counts, left.isOut, Math.min(...togethers));
  const ranked = rankPairs(told, ranking);
  const each = Math.max(...EACHES, options.each);
  const rows = togethers.map(
    (least): Rows =>
      ranked.map((row) =>
        Uint16Array.from(row.filter(({ people }) => people >= least).slice(0, each), ({ other }) => other),
      ),
  );
  const none = togethers.map((): Rows => []);
  return concludeItems({
    rows: { ids, isOfPages: false },
    met: { visits: told.visits, orders: 0 },
    tests: {
      similar: testPairs(told, ranking, ranked, togethers, options),
      together: { test: null, hr: new Map() },
    },
    left,
    findMet: () => rankCounted(ids, counts, left.isSensitive, options.together),
    find: (has) => ({
      ranking,
      togethers,
      similar: has.similar ? rows : none,
      together: none,
      trending: [],
      again: {},
      facts: ranking.items.map((item) => options.catalog?.find(ids[item] ?? '')),
    }),
    options,
    made,
  });
}

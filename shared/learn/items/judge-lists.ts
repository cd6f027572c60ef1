// How often the item that came next stood in a list of at most twenty that a browser would have made of those before it; and how
// often it stood in the list of the most frequent ones, which anybody could make.

import type { Rows } from './count-pairs.ts';
import type { Runs } from './runs.ts';

const LISTED = 20;
/** Where there are few items, such a list would hold each of them, whoever made it: then it is of this share. */
const LISTED_OF_FEW = 0.2;
/** So many different items, the newest first, a list is made of. */
const LATEST = 5;

export interface Judged {
  /** how often an item came that was new to its visit */
  asked: number;
  /** the share of these in which it stood in the list (HR@20; of fewer than 100 items, in a fifth of them) */
  hr: number;
  /** the mean of 1 over its place, 0 where it did not (MRR@20) */
  mrr: number;
}

export interface Verdict extends Judged {
  /** so many items the lists held */
  listed: number;
  /** the same of the most frequent items */
  popular: Judged;
  /** by how much `hr` is higher, and its standard error, drawn by visit */
  gain: number;
  error: number;
}

export const listedOf = (items: number): number =>
  Math.max(1, Math.min(LISTED, Math.floor(LISTED_OF_FEW * items)));

class Sums {
  asked = 0;
  hr = 0;
  mrr = 0;
  readonly listed: number;
  constructor(items: number) {
    this.listed = listedOf(items);
  }
  /** @param place from 1 on */
  add(place: number): number {
    this.asked++;
    if (place > this.listed) return 0;
    this.hr++;
    this.mrr += 1 / place;
    return 1;
  }
  judge(): Judged {
    const { asked, hr, mrr } = this;
    return { asked, hr: asked ? hr / asked : 0, mrr: asked ? mrr / asked : 0 };
  }
}

/** What a browser makes of rows: ½ to the number of items since, over the root of the place in the row, summed. */
function createLister(rows: Rows, each: number, items: number) {
  const scores = new Float64Array(items);
  const met: number[] = [];
  return (seen: readonly number[], target: number): number => {
    for (let a = 0; a < Math.min(LATEST, seen.length); a++) {
      const row = rows[seen[seen.length - 1 - a] ?? 0];
      if (!row) continue;
      for (let place = 0; place < Math.min(each, row.length); place++) {
        const other = row[place] ?? 0;
        if (!scores[other]) met.push(other);
        scores[other] = (scores[other] ?? 0) + 0.5 ** a / Math.sqrt(place + 1);
      }
    }
    const own = target < 0 ? 0 : (scores[target] ?? 0);
    let place = own > 0 ? 1 : Infinity;
    for (const other of met) {
      const score = scores[other] ?? 0;
      const isBefore = score > own || (score === own && other < target);
      if (own > 0 && isBefore && !seen.includes(other)) place++;
      scores[other] = 0;
    }
    met.length = 0;
    return place;
  };
}

/** Its place among the most frequent, which are the lowest ranks. */
const placeOfPopular = (seen: readonly number[], target: number): number =>
  target < 0 ? Infinity : target + 1 - seen.filter((item) => item < target).length;

/**
 * @param runs what came later, in ranks of what was learned from
 * @param isOrder of an order each item is asked for in turn, as its lines have no order
 */
export function judgeLists(runs: Runs, rows: Rows, each: number, isOrder: boolean): Verdict {
  const list = createLister(rows, each, rows.length);
  const [ours, popular] = [new Sums(rows.length), new Sums(rows.length)];
  const gains: [gain: number, asked: number][] = [];
  for (let r = 0; r < runs.count; r++) {
    const all = [...new Set(runs.items.subarray(runs.starts[r], runs.starts[r + 1]))];
    let gain = 0;
    // what nobody knew yet is asked for, too, and missed by both
    const asked = all.length > 1 ? all.slice(isOrder ? 0 : 1) : [];
    for (const target of asked) {
      const before = isOrder ? all.filter((item) => item !== target) : all.slice(0, all.indexOf(target));
      const seen = before.filter((item) => item >= 0);
      gain += ours.add(list(seen, target)) - popular.add(placeOfPopular(seen, target));
    }
    if (asked.length) gains.push([gain, asked.length]);
  }
  const [judged, base] = [ours.judge(), popular.judge()];
  const gain = judged.hr - base.hr;
  const spread = gains.reduce((sum, [one, asked]) => sum + (one - gain * asked) ** 2, 0);
  const error = judged.asked ? Math.sqrt(spread) / judged.asked : 0;
  return { ...judged, listed: ours.listed, popular: base, gain, error };
}

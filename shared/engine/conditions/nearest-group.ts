// Which of the groups of buyers a history is nearest to, and when it comes nearer to another by itself.
//
// Between two orders only the days since the last one move, and how much farther one group is than another is linear in
// their logarithm: where the two are as near has a closed form. Answers come from these instants, never from comparing
// distances then, whose last digits would come and go around them.

import type { Config } from '../../schema/config.ts';

const DAY_MS = 864e5;
/** The last instant (ms) that a `Date` can hold. */
const END = 8.64e15;

export type Stay = [from: number, group: number];

/**
 * @param lastAt ms since epoch: the last order
 * @param days order days
 * @param spent the sum of all orders
 * @returns in order: from each instant on that group is the nearest, ties going to the earlier one
 */
export function staysOf(
  { mean, spread, groups }: NonNullable<Config['personas']>,
  lastAt: number,
  days: number,
  spent: number,
): Stay[] {
  const step = (d: 0 | 1 | 2, log: number): number => (log - mean[d]) / spread[d];
  const often = step(1, Math.log(days));
  const much = step(2, Math.log(1 + Math.max(0, spent)));
  const lines = groups.map(({ centre: [slope, y, z] }, group) => ({
    group,
    slope,
    // of the squared distance what recency does not move; its own square is the same for all
    rest: slope ** 2 + (often - y) ** 2 + (much - z) ** 2,
  }));
  const start = step(0, 0);
  const far = ({ slope, rest }: (typeof lines)[number]): number => rest - 2 * slope * start;
  let [nearest] = lines;
  for (const line of lines) if (nearest && far(line) < far(nearest)) nearest = line;
  const stays: Stay[] = [];
  for (let from = lastAt; nearest && from <= END; ) {
    const { group, slope, rest }: (typeof lines)[number] = nearest;
    stays.push([from, group]);
    let [next, crossing]: [typeof nearest | undefined, number] = [undefined, Infinity];
    for (const line of lines) {
      const at = (line.rest - rest) / (2 * (line.slope - slope));
      // the longer ago, the nearer it comes: of those that come at once the fastest stays
      if (line.slope > slope && (at < crossing || (at === crossing && line.slope > (next?.slope ?? slope))))
        [next, crossing] = [line, at];
    }
    const gone = (Math.exp(crossing * spread[0] + mean[0]) - 1) * DAY_MS;
    const first = next && next.group > group ? Math.floor(gone) + 1 : Math.ceil(gone);
    from = Math.max(from, lastAt + first);
    nearest = next;
  }
  return stays;
}

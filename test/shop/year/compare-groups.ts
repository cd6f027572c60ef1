// The groups that were learned beside the purses by which the made-up year's buyers came to be.

import type { Config } from '../../../shared/schema/config.ts';
import { historiesOf, since } from './histories.ts';
import type { Year } from './make-orders.ts';

export interface Compared {
  name: string;
  buyers: number;
  /** of them, who has the small purse */
  odds: number;
}

/** Whose centre is the nearest, word for word. @param until the last day */
export function compareGroups(
  { orders, truth }: Year,
  { mean, spread, groups }: NonNullable<Config['personas']>,
  until: number,
): Compared[] {
  const compared = groups.map(({ name }): Compared => ({ name, buyers: 0, odds: 0 }));
  for (const [buyer, history] of historiesOf(orders)) {
    const logs = [Math.log1p(since(history, until)), Math.log(history.days.size), Math.log1p(history.spent)];
    const far = groups.map(({ centre }) =>
      logs.reduce(
        (sum, log, i) => sum + ((log - (mean[i] ?? 0)) / (spread[i] ?? 1) - (centre[i] ?? 0)) ** 2,
        0,
      ),
    );
    const group = compared[far.indexOf(Math.min(...far))];
    if (!group) continue;
    group.buyers++;
    if (truth.purses.get(buyer) === 'odds') group.odds++;
  }
  return compared;
}

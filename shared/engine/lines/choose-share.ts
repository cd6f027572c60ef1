// Which of several variants for one segment somebody gets.

import type { Share } from './entry.ts';

/** One of them, by weight. @param at from 0 to 1 */
export function chooseShare(shares: Share[], at: number): Share | undefined {
  let all = 0;
  for (const [, , weight = 1] of shares) all += weight;
  let rest = at * all;
  return shares.find(([, , weight = 1]) => {
    rest -= weight;
    return rest < 0;
  });
}

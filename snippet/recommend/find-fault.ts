// Whether what a page asks for can be followed. Lists of a config are checked before they are published; a page's own words are
// checked here, or it would get other items than it asked for.

import { ms } from '../../shared/grammar/duration.ts';
import type { Wish } from './suggestion.ts';

/** As many as a list of a config may hold. */
const MOST = 24;

/** @returns what is wrong, for the page's developer */
export function findFault({ from, count, boughtWithin }: Wish): string | undefined {
  if (!Array.isArray(from) || !Number.isInteger(count) || count < 1 || count > MOST)
    return `recommend(options) wants { from: [ … ], count: 1 to ${MOST} }`;
  // of an unreadable time nothing would count as bought
  if (boughtWithin !== undefined && Number.isNaN(ms(boughtWithin)))
    return 'recommend: "boughtWithin" is a duration such as 90d';
  return undefined;
}

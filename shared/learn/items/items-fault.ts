// Why no file of items is made: as data, for who says it in the author's language, and in words for the terminal.

import { times } from '../times.ts';

/** A file that would be: its size, and the share of what came next that its lists held. */
export interface Fit {
  together: number;
  each: number;
  hr: number;
  bytes: number;
}

/** What rows are made of. */
export type Met = 'visits' | 'orders';

export type ItemsFault =
  | { kind: 'no items' }
  /** no entry of the catalog is an item that was met; the first ids of both, none of what few met */
  | { kind: 'strange'; listed: string[]; met: string[] }
  /** none of them are left for the test */
  | { kind: 'untested'; met: Met }
  | { kind: 'few'; met: Met; asked: number; needed: number }
  /** the most frequent items do as well; shares of what came next */
  | { kind: 'no gain'; met: Met; hr: number; popular: number }
  /** `fit`: the best that is small enough, if any is */
  | { kind: 'too large'; bytes: number; most: number; fit: Fit | undefined };

export const sayKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const inHundred = (share: number): string => `${Math.round(100 * share)} of 100`;

const quoted = (some: readonly string[]): string => some.map((id) => `"${id}"`).join(', ');

function sayTooLarge({ bytes, most, fit }: Extract<ItemsFault, { kind: 'too large' }>): string {
  const would = fit
    ? `--together ${fit.together} --each ${fit.each} would make it ${sayKilobytes(fit.bytes)}, and hold ${inHundred(fit.hr)} items that came next`
    : 'no row of the curve fits: raise --most';
  return `the file would weigh ${sayKilobytes(bytes)}, and --most says ${sayKilobytes(most)}. ${would}`;
}

/** A sentence without its full stop. */
export function sayItemsFault(fault: ItemsFault): string {
  switch (fault.kind) {
    case 'no items':
      return 'nothing that was read names an item';
    case 'strange':
      return `no entry of the catalog is an item that was met: its ids are such as ${quoted(fault.listed)}${fault.met.length > 0 ? `, and those that were met such as ${quoted(fault.met)}` : ''}`;
    case 'untested':
      return `no ${fault.met} are left to test it on`;
    case 'few':
      return `in the test ${times(fault.asked, 'item', 'items')} came after another in one of the ${fault.met}, ${fault.needed} needed`;
    case 'no gain':
      return `lists from ${fault.met} held ${inHundred(fault.hr)} items that came next in the test, and a list of the most frequent ones ${inHundred(fault.popular)}: that is not more than chance makes of it`;
    case 'too large':
      return sayTooLarge(fault);
  }
}

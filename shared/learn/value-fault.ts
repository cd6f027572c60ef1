// Why nothing is learned of what to expect: as data, for who says it in the author's language, and in words for the terminal.

import { times } from './times.ts';

export type ValueFault =
  /** no day is left; of some buyers nothing can be told; recency alone tells as much; chance does */
  | { kind: 'untested' | 'no number' | 'recency' | 'alike' }
  /** too few buyers who bought on two days or more */
  | { kind: 'few'; repeat: number; needed: number }
  /**
   * so small a share of the order days is remembered, in whole hundredths, never rounded up to what is needed; `enough`: so
   * many days would do
   */
  | { kind: 'forgotten'; remembered: number; needed: number; retention: string; enough: number }
  /** order days in the test */
  | { kind: 'apart'; expected: number; actual: number };

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** A sentence without its full stop. */
export function sayValueFault(fault: ValueFault): string {
  switch (fault.kind) {
    case 'untested':
      return 'no day is left to test it on';
    case 'no number':
      return 'of some buyers no number came out of what is expected';
    case 'recency':
      return 'who bought in the test is told better by recency alone';
    case 'alike':
      return 'who bought in the test is told no better than by chance: all buyers have about as many order days to expect';
    case 'few':
      return `${times(fault.repeat, 'repeat buyer', 'repeat buyers')}, ${fault.needed} needed`;
    case 'forgotten':
      return `${percent(fault.remembered)} of the order days lie in the last ${fault.retention}, ${percent(fault.needed)} needed: browsers would not remember when a buyer began. Raise privacy.retention to ${fault.enough}d or more, or state orders, first and last of signed-in buyers ("buyer")`;
    case 'apart':
      return `in the test ${times(Math.round(fault.expected), 'order day was', 'order days were')} expected and ${fault.actual} came, which is too far apart`;
  }
}

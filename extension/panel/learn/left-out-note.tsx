// Which orders are left out as they came to nothing, and by which words: said before anything is learned of the first rows, and
// afterwards of all.

import { type LeftOut, sumOf } from '../../../shared/learn/left-out.ts';
import { sayNumber } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { ROLE_NAMES } from './say-fault.ts';

/** “cancelled: 12, refunded: 3” */
export function sayWords(leftOut: LeftOut): string {
  const words = Object.entries(leftOut).map(([word, orders]) =>
    word ? `${word}: ${sayNumber(orders)}` : t`in other words: ${sayNumber(orders)}`,
  );
  return words.length > 1 || !('' in leftOut) ? ` (${words.join(', ')})` : '';
}

export const LeftOutNote = ({
  column = '',
  rows,
  leftOut,
}: {
  column: string | undefined;
  rows: number;
  leftOut: LeftOut;
}) => (
  <p class="tiny soft">
    {t`By “${column}” orders that came to nothing are left out. Of its first ${sayNumber(rows)} rows these are ${sayNumber(sumOf(leftOut))}${sayWords(leftOut)}. If they count, choose no column as “${ROLE_NAMES.cancelled}”.`}
  </p>
);

export const StatusNote = ({ status }: { status: string }) => (
  <p class="tiny soft">
    {t`“${status}” is not read, as its words are not known: every row counts as an order. If another column says which orders were cancelled, choose it as “${ROLE_NAMES.cancelled}”.`}
  </p>
);

// What differs in the events that are recorded without code, as sentences.

import type { Capture } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { sayElement } from '../../wire/say-change.ts';
import { isSame } from './is-same.ts';
import { withoutPrint } from './without-print.ts';

const ENDS = { click: t`is clicked`, seen: t`was in view for a second`, submit: t`is sent` };

/** "“signup” is recorded when the form “Newsletter” is sent on /news/*". */
export function sayCapture(capture: Capture): string {
  const on = capture.pages?.length ? t` on ${capture.pages.join(', ')}` : '';
  const when =
    capture.kind === 'page'
      ? t`a page is viewed`
      : t`the ${sayElement(capture.target)} ${ENDS[capture.kind]}`;
  return t`“${capture.event}” is recorded when ${when}${on}`;
}

const without = (list: readonly Capture[], others: readonly Capture[]): Capture[] => {
  const known = others.map(withoutPrint);
  return list.filter((one) => !known.some((other) => isSame(withoutPrint(one), other)));
};

/** A capture has no name: what became another is one gone, and one new. */
export const sayCaptures = (before: readonly Capture[], after: readonly Capture[]) => [
  ...without(after, before).map((one) => ({ kind: 'added', text: t`New: ${sayCapture(one)}.` }) as const),
  ...without(before, after).map((one) => ({ kind: 'removed', text: t`Gone: ${sayCapture(one)}.` }) as const),
];

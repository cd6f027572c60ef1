// What differs in the events that are recorded without code, as sentences.

import type { Capture } from '../../../shared/schema/config.ts';
import { sayElement } from '../../wire/say-change.ts';
import { isSame } from './is-same.ts';
import { withoutPrint } from './without-print.ts';

const ENDS = { click: 'is clicked', seen: 'was in view for a second', submit: 'is sent' };

/** "“signup” is recorded when the form “Newsletter” is sent on /news/*". */
export function sayCapture(capture: Capture): string {
  const on = capture.pages?.length ? ` on ${capture.pages.join(', ')}` : '';
  const when =
    capture.kind === 'page' ? 'a page is viewed' : `the ${sayElement(capture.target)} ${ENDS[capture.kind]}`;
  return `“${capture.event}” is recorded when ${when}${on}`;
}

const without = (list: readonly Capture[], others: readonly Capture[]): Capture[] => {
  const known = others.map(withoutPrint);
  return list.filter((one) => !known.some((other) => isSame(withoutPrint(one), other)));
};

/** A capture has no name: what became another is one gone, and one new. */
export const sayCaptures = (before: readonly Capture[], after: readonly Capture[]) => [
  ...without(after, before).map((one) => ({ kind: 'added', text: `New: ${sayCapture(one)}.` }) as const),
  ...without(before, after).map((one) => ({ kind: 'removed', text: `Gone: ${sayCapture(one)}.` }) as const),
];

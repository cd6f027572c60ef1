// What differs between two lists whose items are told apart by id.

import { t } from '../../../shared/words/t.ts';
import { isSame } from './is-same.ts';

export interface Difference {
  kind: 'added' | 'removed' | 'changed';
  text: string;
  /** of something new that holds others: what is in it */
  of?: Difference[];
}

/** Pairs by id; answers added, removed, and for what both have, what `compare` says. */
export function compareLists<T extends { id: string }>(
  before: T[],
  after: T[],
  say: (one: T) => string,
  compare: (old: T, now: T) => Difference[],
  sayInside?: (one: T) => Difference[],
): Difference[] {
  const found: Difference[] = [];
  const olds = new Map(before.map((one) => [one.id, one]));
  const left = new Set(olds.keys());
  for (const now of after) {
    const old = olds.get(now.id);
    left.delete(now.id);
    if (!old) {
      found.push({ kind: 'added', text: t`New: ${say(now)}.`, ...(sayInside && { of: sayInside(now) }) });
    } else if (!isSame(old, now)) found.push(...compare(old, now));
  }
  for (const old of before)
    if (left.has(old.id)) found.push({ kind: 'removed', text: t`Gone: ${say(old)}.` });
  return found;
}

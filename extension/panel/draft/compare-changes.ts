// What differs between the changes of two states of a variant, as sentences.

import { slotOf } from '../../../shared/engine/aspect.ts';
import type { Change } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { sayChangeIn } from '../kit/say-found-change.ts';
import type { Difference } from './compare-lists.ts';
import { isSame } from './is-same.ts';
import { sayChanged } from './say-changed.ts';
import { withoutPrint } from './without-print.ts';

/** Which of the earlier changes each later one was: the very same, or else the first left that has its place. */
function pairChanges(before: Change[], after: Change[]): (number | undefined)[] {
  const left = new Set(before.keys());
  const takeFirst = (isIt: (at: number) => boolean): number | undefined => {
    const found = [...left].find(isIt);
    if (found !== undefined) left.delete(found);
    return found;
  };
  const plain = before.map(withoutPrint);
  const slots = before.map(slotOf);
  const same = after.map(withoutPrint).map((change) => takeFirst((at) => isSame(plain[at], change)));
  return after.map(slotOf).map((slot, i) => same[i] ?? takeFirst((at) => slots[at] === slot));
}

type Asked = Pick<Config, 'questions'>;

const sayIn =
  (config: Asked) =>
  (change: Change): string =>
    sayChangeIn(config, change);

/** @param configs whose questions the changes ask, before and after */
export function compareChanges(
  who: string,
  before: Change[],
  after: Change[],
  [old, now]: [old: Asked, now: Asked],
): Difference[] {
  const [sayOld, sayNow] = [sayIn(old), sayIn(now)];
  const found: Difference[] = [];
  const pairs = pairChanges(before, after);
  after.forEach((change, i) => {
    const was = before[pairs[i] ?? before.length];
    if (!was) found.push({ kind: 'added', text: `${who}: ${sayNow(change)}.` });
    else if (!isSame(withoutPrint(was), withoutPrint(change)))
      found.push({ kind: 'changed', text: `${who}: ${sayChanged(was, change, sayOld, sayNow)}.` });
  });
  before.forEach((change, at) => {
    if (!pairs.includes(at)) found.push({ kind: 'removed', text: t`${who}: no longer: ${sayOld(change)}.` });
  });
  const isOrdered = pairs.every((at = 0, i) => at >= (pairs[i - 1] ?? 0));
  if (!found.length && !isOrdered)
    found.push({ kind: 'changed', text: t`${who}: the changes are in another order.` });
  return found;
}

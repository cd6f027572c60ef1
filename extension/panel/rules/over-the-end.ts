// Facts that begin again after their last: the hour of a day, the day of a week. The engine compares numbers, so a range
// over their end, such as from 22 to 6, holds of nothing: what is meant are two conditions, of which one has to hold.

import { t } from '../../../shared/words/t.ts';
import type { Fields, SetFields } from './fields.ts';

export interface OverTheEnd {
  why: string;
  /** makes them of the range */
  split(): void;
}

const WHY: Record<string, string> = {
  hour: t`Nothing lies between the two. Over midnight takes two conditions, of which one has to hold: until midnight, and from midnight on.`,
  weekday: t`Nothing lies between the two. Over the end of a week takes two conditions, of which one has to hold: until Sunday, and from Monday on.`,
};

function splitRange(node: Fields): void {
  const { key = '', is } = node;
  const of = Object.entries(Object(is)).map(([operator, value]) => ({
    kind: 'context' as const,
    key,
    is: { [operator]: value } as object,
  }));
  delete node.key;
  delete node.is;
  Object.assign(node, { kind: 'any', of });
}

/** @returns undefined where nothing begins again */
export function findOverTheEnd({ kind, key = '' }: Fields, set: SetFields): OverTheEnd | undefined {
  const why = kind === 'context' ? WHY[key] : undefined;
  return why === undefined ? undefined : { why, split: () => set(splitRange) };
}

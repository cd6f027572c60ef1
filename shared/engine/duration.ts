// Tests on durations.

import { ms } from '../grammar/duration.ts';
import type { Predicate } from '../schema/predicate.ts';
import { parseJson, toJson } from './native.ts';

/** A test on durations as a test on ms, and the lengths it mentions; NaN for what is none. */
export function msIn(is: Predicate): { is: Predicate; spans: number[] } {
  const spans: number[] = [];
  const read = (_key: string, part: unknown): unknown => {
    if (typeof part !== 'string' && typeof part !== 'number') return part;
    const span = ms(part);
    spans.push(span);
    return span;
  };
  return { is: is && parseJson(toJson(is), read), spans };
}

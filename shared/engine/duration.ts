// Reads the config's durations ("30m", "12h", "7d"). Fixed lengths: a day is 24 hours.

import type { Predicate } from '../schema/predicate.ts';
import { parseJson, toJson } from './native.ts';

/** An amount and its unit. */
export const DURATION = /^(\d+(?:\.\d+)?)([smhdw])$/;
const units: Record<string, number> = { s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };

/**
 * @param absent what a missing one stands for
 * @returns whole ms; NaN for what is not a duration (a bare number too), for the caller to refuse
 */
export function ms(text: unknown, absent = Number.NaN): number {
  if (text === undefined) return absent;
  const [, amount, unit] = DURATION.exec(String(text)) ?? [];
  return Math.round(Number(amount) * (units[unit as string] as number));
}

/** A test on durations as a test on ms, and the lengths it mentions; NaN for what is none. */
export function msIn(is: Predicate): { is: Predicate; spans: number[] } {
  const spans: number[] = [];
  const read = (_key: string, part: unknown): unknown =>
    /str|num/.test(typeof part) ? spans[spans.push(ms(part)) - 1] : part;
  return { is: is && parseJson(toJson(is), read), spans };
}

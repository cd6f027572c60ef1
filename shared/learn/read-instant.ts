// When an event of ours was: ms as the tag has it, or a text such as 2026-11-28T10:05:00.250Z, as who keeps events in a
// database has it by then.

import { readDate } from './read-date.ts';

/** Of ms since 1970, from 2001 on. */
const DIGITS = 13;

/** @returns ms, of a text without a zone as if that were UTC; NaN for what is no time */
export function readInstant(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return Number.NaN;
  // as databases write whole numbers; of other digits nobody knows what they count
  if (/^\s*\d*\s*$/.test(value)) return value.trim().length === DIGITS ? Number(value) : Number.NaN;
  const date = readDate(value);
  if (!date || date.unsettled) return Number.NaN;
  const [, fraction = '0'] = /:\d{2}[.,](\d+)/.exec(value) ?? [];
  return date.at - (date.offsetMs || 0) + Math.floor(1e3 * Number(`0.${fraction}`));
}

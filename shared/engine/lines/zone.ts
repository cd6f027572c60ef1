// Which zone the visitor's clock is in: lines about calendar days hold only while a page's own day is the one that they
// were written for.

import { stepAt } from './line.ts';
import type { Remembered } from './remembered.ts';

const DAY_MS = 864e5;

/** Clocks may be put forward and back by a year's end; after this nothing is known of the zone. */
const KNOWN_MS = 400 * DAY_MS;

/** No zone is so far (minutes) from UTC. */
const NOWHERE = 1e4;

const offsetAt = (at: number): number => new Date(at).getTimezoneOffset();

/** The first instant after `from`, and not after `to`, at which the zone is as it is then. */
function findShift(from: number, to: number): number {
  let [before, after] = [from, to];
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2);
    if (offsetAt(between) === offsetAt(to)) after = between;
    else before = between;
  }
  return after;
}

/** @returns offsets from UTC (minutes), each before its `until`, as a line: `[offset, until, offset, …]` */
export function zoneLine(from: number): number[] {
  const line = [offsetAt(from)];
  for (let at = from; at < from + KNOWN_MS; at += DAY_MS) {
    const next = at + DAY_MS;
    if (offsetAt(next) !== offsetAt(at)) line.push(findShift(at, next), offsetAt(next));
  }
  return [...line, from + KNOWN_MS, NOWHERE];
}

/**
 * The same, with the lines about days among the others: as they are where the clock is in their zone at that instant,
 * else unknown.
 * @param at ms since epoch: when the page was opened
 */
export function withDays({ days, ...rest }: Remembered, at: number): Remembered {
  const { zone = [], lines = {} } = days ?? {};
  const isHere = stepAt(zone, at) === offsetAt(at);
  const answers = { ...rest.answers };
  for (const key of Object.keys(lines)) answers[key] = (isHere ? lines[key] : undefined) ?? 2;
  return { ...rest, answers };
}

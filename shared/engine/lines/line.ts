// What is written down of a condition for the next page, and how it is read there, before anything else is loaded.
//
// Lines hold from an hour before the newest event on: of a clock that is further behind nothing is known, whatever they
// say, and that is for the reader to ask first. Imports nothing: they are read before the first paint.

/** 0 false, 1 true, 2 unknown */
export type Value = 0 | 1 | 2;

/** A value that stays, or `[value, until, value, until, …, value]`: each holds before its `until` (ms since epoch). */
export type Line = Value | number[];

/**
 * Of a condition that asks the page nothing, or where all it asks does not matter, its line; else a line for each outcome
 * of its tests. Where the very path matters these by path, and under '' those of all other paths.
 */
export type Lines = Line | Line[] | { [path: string]: Line | Line[] };

/** What a page has answered to the tests of a condition. */
export interface Outcome {
  /** of its line; undefined: nothing was written down for such a page */
  place: number | undefined;
  path: string;
}

/** No value is as late as an instant. */
const isLine = (lines: Line | Line[]): lines is Line =>
  typeof lines === 'number' || (typeof lines[1] === 'number' && lines[1] > 2);

/** What stands before the first `until` that lies ahead. @param at ms since epoch */
export function stepAt(line: number[], at: number): number | undefined {
  let i = 1;
  while (i < line.length && at >= Number(line[i])) i += 2;
  return line[i - 1];
}

/** What is no line is unknown. @param at ms since epoch: when the page was opened */
export function readLine(line: Lines, at: number): Value {
  const value = Array.isArray(line) ? stepAt(line as number[], at) : line;
  return value === 0 || value === 1 ? value : 2;
}

/** @param at ms since epoch: when the page was opened */
export function readLines(lines: Lines, { place, path }: Outcome, at: number): Value {
  if (place === undefined) return 2;
  const own = typeof lines === 'number' || Array.isArray(lines) ? lines : (lines[path] ?? lines['']);
  if (own === undefined) return 2;
  return readLine(isLine(own) ? own : (own[place] ?? 2), at);
}

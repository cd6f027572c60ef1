// What a page asks of the table before anything is loaded, and what of it is known: one moment of one visitor, as
// `View` is for the engine.

import { CLOCK_SLACK_MS } from '../event.ts';
import { hasOwn, parseJson } from '../native.ts';
import type { Holds } from '../predicate.ts';
import { type Lines, readLine, type Value } from './line.ts';
import type { PageTest } from './page-test.ts';
import type { Remembered } from './remembered.ts';
import { findLines, segmentKey } from './table.ts';
import type { Asked, Tree } from './tree.ts';

export interface Moment {
  /** see table.ts */
  table: string;
  /** names the conditions of the table */
  rules: string;
  remembered: Remembered;
  /** ms since epoch: when the page was opened */
  at: number;
  /** whether a fact of this page view passes, the visit's own winning */
  fact: Asked['fact'];
  /** what the lines of a condition say that asks the page */
  own(lines: Lines, tests: PageTest[]): Value;
  holds: Holds;
  /** consent is awaited, or nothing can be stored: nothing that is remembered is believed */
  isDoubted?: boolean;
}

export function askPage(moment: Moment): Asked {
  const { table, rules, remembered, at, fact, own, holds, isDoubted } = moment;
  const { answers, traits, newestAt } = remembered;
  const isBehind = at < newestAt - CLOCK_SLACK_MS;
  const read = (key: string, newcomer: Lines, tests: PageTest[]): Value => {
    if (isBehind) return 2;
    const lines = answers[key] ?? (rules === remembered.rules ? newcomer : 2);
    return tests[0] ? own(lines, tests) : readLine(lines, at);
  };
  return {
    lines: (key, newcomer, tests) => (isDoubted ? 2 : read(key, newcomer, tests)),
    // how often an experience was seen is also known while the rest is in doubt
    often: (key, newcomer) => read(key, newcomer, []) === 1,
    fact,
    trait: (key, is) => (holds(is, hasOwn(traits, key) ? traits[key] : undefined) ? 1 : 0),
    segment(place) {
      const [json] = findLines(table, segmentKey(place));
      return json === undefined ? undefined : (parseJson(json) as [string, Tree]);
    },
  };
}

// What a page asks of the table before anything is loaded, and what of it is known: one moment of one visitor, as
// `View` is for the engine.

import type { Predicate } from '../../schema/predicate.ts';
import { CLOCK_SLACK_MS } from '../event.ts';
import { hasOwn, parseJson } from '../native.ts';
import { type Lines, type Outcome, readLines, type Value } from './line.ts';
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
  /** one fact of this page view, but for the time; the visit's own win */
  fact(key: string): unknown;
  /** what the page answers to these */
  outcome(tests: PageTest[]): Outcome;
  /** `holds` */
  test(is: Predicate, value: unknown): boolean;
  /** consent is awaited, or nothing can be stored: nothing that is remembered is believed */
  isDoubted?: boolean;
}

const NOT_ASKED: Outcome = { place: 0, path: '' };

export function askPage(moment: Moment): Asked {
  const { table, rules, remembered, at, fact, outcome, test, isDoubted } = moment;
  const { answers, traits, newestAt } = remembered;
  const isBehind = at < newestAt - CLOCK_SLACK_MS;
  const read = (key: string, newcomer: Lines, tests: PageTest[]): Value => {
    if (isBehind) return 2;
    const lines = answers[key] ?? (rules === remembered.rules ? newcomer : 2);
    return readLines(lines, tests[0] ? outcome(tests) : NOT_ASKED, at);
  };
  return {
    test,
    lines: (key, newcomer, tests) => (isDoubted ? 2 : read(key, newcomer, tests)),
    // how often an experience was seen is also known while the rest is in doubt
    often: (key, newcomer) => read(key, newcomer, []) === 1,
    fact(key) {
      const date = new Date(at);
      if (key === 'hour') return date.getHours();
      return key === 'weekday' ? date.getDay() || 7 : fact(key);
    },
    trait: (key) => (hasOwn(traits, key) ? traits[key] : undefined),
    segment(place) {
      const [json] = findLines(table, segmentKey(place));
      return json === undefined ? undefined : (parseJson(json) as [string, Tree]);
    },
  };
}

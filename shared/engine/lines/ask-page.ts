// What a page asks of the table before anything is loaded, and what of it is known: one moment of one visitor, as
// `View` is for the engine.

import { own } from '../dig.ts';
import { parseJson } from '../native.ts';
import { type Lines, readLines, type Value } from './line.ts';
import { outcomeOf, type PageTest } from './page-test.ts';
import type { Opened, Remembered } from './remembered.ts';
import { findLines, segmentKey } from './table.ts';
import type { Asked, Tree } from './tree.ts';

export interface Moment {
  /** see table.ts */
  table: string;
  /** names the conditions of the table */
  rules: string;
  remembered: Remembered;
  opened: Opened;
  /** ms since epoch: when the page was opened */
  at: number;
  /** one fact that the page says of itself */
  fact(key: string): unknown;
  /** consent is awaited, or nothing can be stored: nothing that is remembered is believed */
  isDoubted?: boolean;
}

export function askPage(moment: Moment): Asked {
  const { table, rules, remembered, opened, at, fact, isDoubted } = moment;
  const { answers, traits } = remembered;
  const { facts, page, isBehind } = opened;
  const read = (key: string, newcomer: Lines, tests: PageTest[]): Value =>
    isBehind
      ? 2
      : readLines(answers[key] ?? (rules === remembered.rules ? newcomer : 2), outcomeOf(tests, page), at);
  return {
    lines: (key, newcomer, tests) => (isDoubted ? 2 : read(key, newcomer, tests)),
    // how often an experience was seen is also known while the rest is in doubt
    often: (key, newcomer) => read(key, newcomer, []) === 1,
    fact(key) {
      const date = new Date(at);
      if (key === 'hour') return date.getHours();
      return key === 'weekday' ? date.getDay() || 7 : (own(facts, key) ?? fact(key));
    },
    trait: (key) => own(traits, key),
    segment(id) {
      const [json] = findLines(table, segmentKey(id));
      return json === undefined ? undefined : (parseJson(json) as Tree);
    },
  };
}

// What a page answers of itself as it is opened, where that may be one of several things: what all of them say.

import type { Predicate } from '../../schema/predicate.ts';
import type { Holds } from '../predicate.ts';
import { type Lines, readLines, type Value } from './line.ts';
import { type OwnPage, outcomeOf, type PageTest, type TestParts } from './page-test.ts';

/** Unknown where they differ, and where there are none. */
function agree(values: Value[]): Value {
  const [first = 2] = values;
  return values.every((value) => value === first) ? first : 2;
}

/**
 * @param lines of a condition that asks the page
 * @param pages the page as it may be
 * @param at ms since epoch: when it was opened
 */
export const askOwn = (
  lines: Lines,
  tests: PageTest[],
  pages: OwnPage[],
  at: number,
  holds: Holds,
  parts: TestParts,
): Value => agree(pages.map((page) => readLines(lines, outcomeOf(tests, page, holds, parts), at)));

/** @param values what the fact may be */
export const testFact = (is: Predicate, values: unknown[], holds: Holds): Value =>
  agree(values.map((value) => (holds(is, value) ? 1 : 0)));

// A condition whose figure the site may state (conditions/stated.ts) as its lines are written: on what is stated by then. What is
// stated on the next page counts once the rest is there. A part of a tag, as stated.ts says.

import type { Condition } from '../../schema/condition.ts';
import { ruleFor } from '../conditions/kinds.ts';
import { keyOf } from '../hash.ts';
import { toJson } from '../native.ts';
import type { CompiledRule, Program } from '../view.ts';
import type { Leaf } from './leaf.ts';
import type { PageTest } from './page-test.ts';

/** What it has otherwise than a condition of which nothing is stated; `marked` is how it is asked about that page. */
export function stateLeaf(
  { config }: Program,
  marked: Condition,
  rule: CompiledRule,
  tests: PageTest[],
): Partial<Leaf> {
  const { buyer, rfm, personas, value } = config;
  return rule.stated
    ? {
        key: keyOf(toJson([marked, tests, buyer, rfm, personas, value])).slice(-7),
        rule: { ...rule, is: ruleFor(marked, config)?.is },
      }
    : {};
}

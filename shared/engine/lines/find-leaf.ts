// Which conditions have lines, and how those of each kind are written.

import type { Condition } from '../../schema/condition.ts';
import { decodePaths } from '../address.ts';
import { ruleOf } from '../compile.ts';
import { ruleFor } from '../conditions/kinds.ts';
import { own } from '../dig.ts';
import { keyOf } from '../hash.ts';
import { toJson } from '../native.ts';
import type { Program } from '../view.ts';
import { joinLeaf } from './join-leaf.ts';
import type { Leaf } from './leaf.ts';
import { type Said, withMarks } from './marks.ts';
import { isOfDays } from './of-days.ts';
import { openPage } from './open-page.ts';
import { outcomesOf } from './page-test.ts';
import { findQuestions } from './questions.ts';
import { stateLeaf } from './state-leaf.ts';

/**
 * @returns undefined where nothing that is remembered is asked (a fact, a trait), and where it cannot be read
 */
export function findLeaf(program: Program, condition: Condition): Leaf | undefined {
  const { config } = program;
  const { interests, rfm, personas, value } = config;
  const rule = ruleOf(program, condition);
  if (!rule || rule.isFact) return undefined;
  const decoded = decodePaths(condition);
  const said: Said = Object(decoded);
  /** What it reads of the config beside itself. */
  const beside: Record<string, unknown> = { rfm, persona: personas, expected: value, alive: value };
  const found = findQuestions(said, rule.memory?.on ?? [], config);
  const questions = typeof found === 'string' ? [] : found;
  const tests = questions.map(({ test }) => test);
  // not by reduce(), which old libraries have otherwise (Prototype 1.6)
  let outcomes = 1;
  for (const test of tests) outcomes *= outcomesOf(test);
  const marked = withMarks(decoded);
  return {
    key: keyOf(
      toJson([decoded, tests, said.kind === 'interest' && interests, own(beside, said.kind) ?? false]),
    ).slice(-7),
    condition,
    marked,
    rule: { ...(ruleFor(marked, config) ?? rule), key: rule.key },
    tests,
    isOfDays: isOfDays(condition, config),
    outcomes,
    page: (outcome, path) => openPage(questions, outcome, path),
    ...(typeof found === 'string' && { endless: found }),
    ...joinLeaf(program, condition, rule),
    ...stateLeaf(program, marked, rule, tests),
  };
}

// A condition as its lines are written: what it asks of the page that is being opened, and that page as an outcome of
// these tests makes it. Made where a config is published, and again where lines are written.
//
// The engine itself folds that page and answers, so nothing about a kind of condition is said twice.

import type { Condition } from '../../schema/condition.ts';
import type { Props } from '../../schema/props.ts';
import { decodePaths } from '../address.ts';
import { ruleOf } from '../compile.ts';
import { ruleFor } from '../conditions/kinds.ts';
import { own } from '../dig.ts';
import { keyOf } from '../hash.ts';
import { toJson } from '../native.ts';
import type { CompiledRule, Program } from '../view.ts';
import { type Said, withMarks } from './marks.ts';
import { isOfDays } from './of-days.ts';
import type { OwnEventKind } from './own-events.ts';
import { outcomesOf, type PageTest } from './page-test.ts';
import { type Endless, findQuestions, type Question } from './questions.ts';

/** A page that nobody knows yet, as far as a condition can tell it from others. */
export interface OpenedPage {
  /** what `visit_start` carries */
  arrival: Props;
  /** `page_view` first */
  events: { name: string; props: Props }[];
}

export interface Leaf {
  /** Names its lines: a hash of all that they depend on but for the profile. */
  key: string;
  /** as it was written, and as it asks for marks */
  condition: Condition;
  marked: Condition;
  /** of the marked one; its key is that of the state which both share */
  rule: CompiledRule;
  tests: PageTest[];
  /** about local calendar dates */
  isOfDays: boolean;
  /** how many lines it has of one path */
  outcomes: number;
  /** The page of an outcome. */
  page(outcome: number, path: string): OpenedPage;
  /** why nothing can be written down */
  endless?: Endless;
}

/** The page that answers these questions so, the first counting least. */
function openPage(questions: Question[], outcome: number, path: string): OpenedPage {
  let rest = outcome;
  const carried = new Map<OwnEventKind, Props>();
  for (const { test, own, carries } of questions) {
    const props = carries[rest % outcomesOf(test)];
    rest = Math.floor(rest / outcomesOf(test));
    if (props) carried.set(own, { ...(carried.get(own) ?? own.props), ...props });
  }
  const all = [...carried].map(([{ name, isSure, asks }, props]) => ({
    name,
    isSure,
    props: asks.includes('path') ? { path, ...props } : props,
  }));
  const sure = (name: string): Props | undefined => all.find((one) => one.isSure && one.name === name)?.props;
  return {
    arrival: sure('visit_start') ?? {},
    events: [
      { name: 'page_view', props: sure('page_view') ?? { path } },
      ...all.filter(({ isSure }) => !isSure),
    ],
  };
}

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
  };
}

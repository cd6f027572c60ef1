// A condition over others (a model) as its lines are written: one rule over the states of all of them, and of the page
// every question that one of them asks. A part of a tag, as weigh.ts says.

import type { Condition } from '../../schema/condition.ts';
import { decodePaths } from '../address.ts';
import { ruleFor } from '../conditions/kinds.ts';
import { keyOf } from '../hash.ts';
import { toJson } from '../native.ts';
import type { Profile } from '../profile.ts';
import type { CompiledRule, Program, Rule, View } from '../view.ts';
import { edgesOf } from './edges.ts';
import type { Leaf } from './leaf.ts';
import { withMarks } from './marks.ts';
import { isOfDays } from './of-days.ts';
import { openPage } from './open-page.ts';
import { pathsIn } from './paths-in.ts';
import { findQuestions, type Question } from './questions.ts';

/** More yes-or-no questions than these would make too many lines. */
const MAX_QUESTIONS = 4;

/** What they find changes at any instant at which a page is opened, or is a fact that no line knows. */
const FLOWING: readonly string[] = ['score', 'interest', 'trait', 'context'] satisfies Condition['kind'][];

/** One of several, as it is asked about events of which nobody knows yet. */
interface Term {
  condition: Condition;
  rule: CompiledRule;
  isOfDays: boolean;
  /** of the page; undefined where they have no end */
  questions: Question[] | undefined;
}

const readTerms = (program: Program, terms: Condition[]): Term[] =>
  terms.map((term): Term => {
    const { config } = program;
    const condition = decodePaths(term);
    const { key, memory } = program.read?.(program, term) ?? {};
    const rule = ruleFor(withMarks(condition), config);
    const { kind } = condition;
    // what an order on that page would bring, and a length of time that is weighed as it is, count from that instant
    const flows =
      !rule || FLOWING.includes(kind) || !!rule.says || (kind === 'away' && !rule.spans?.some(Boolean));
    const found = flows ? 'figure' : findQuestions(Object(condition), memory?.on ?? [], config);
    return {
      condition,
      rule: { ...(rule as Rule), key },
      isOfDays: isOfDays(condition, config),
      questions: typeof found === 'string' ? undefined : found,
    };
  });

/** The questions of all, each once, about the same events. */
function mergeQuestions(all: Question[]): Question[] {
  const merged: Question[] = [];
  for (const one of all) {
    const { own } = merged.find((other) => toJson(other.own) === toJson(one.own)) ?? one;
    const same = merged.find((other) => other.own === own && toJson(other.test) === toJson(one.test));
    if (same)
      same.carries = same.carries.map(
        (props, i) => (props || one.carries[i]) && { ...props, ...one.carries[i] },
      );
    else merged.push({ ...one, own });
  }
  return merged;
}

function joinRule(terms: Term[], rule: CompiledRule, over: NonNullable<Rule['over']>): CompiledRule {
  const { memory, figures } = over(terms.map((term) => term.rule));
  const edges = (nodes: Profile['nodes'], view: View): number[] =>
    terms.flatMap((term) => {
      const { own, entries } = edgesOf(term, nodes[term.rule.key ?? ''] ?? [], view);
      return [...own, ...entries];
    });
  return {
    is: rule.is,
    key: rule.key,
    memory,
    figures: (states, view, at) => figures(states as unknown[][], view, at),
    edges: (_built, view) => edges(view.profile.nodes, view),
    spans: [0],
  } as CompiledRule;
}

/** What it has otherwise than a condition that looks at something itself. */
export function joinLeaf(program: Program, condition: Condition, rule: CompiledRule): Partial<Leaf> {
  const { config } = program;
  const { rfm, models } = config;
  const { terms: asked, over } = rule;
  if (!asked || !over) return {};
  const terms = readTerms(program, asked);
  const asks = mergeQuestions(terms.flatMap((term) => term.questions ?? []));
  const endless = terms.some((term) => !term.questions)
    ? 'figure'
    : asks.length > MAX_QUESTIONS
      ? 'tests'
      : undefined;
  const questions = endless ? [] : asks;
  const tests = questions.map(({ test }) => test);
  return {
    key: keyOf(toJson([condition, tests, models, rfm])).slice(-7),
    rule: joinRule(terms, rule, over),
    tests,
    isOfDays: terms.some((term) => term.isOfDays),
    // by path there are lines of their own
    outcomes: 2 ** tests.filter(({ kind }) => kind === 'events').length,
    page: (outcome, path) => openPage(questions, outcome, path),
    states: (nodes) => terms.map((term) => nodes[term.rule.key ?? ''] ?? []),
    paths: (states) =>
      terms.flatMap((term, i) =>
        term.questions?.some(({ test }) => test.kind === 'path') ? pathsIn(term, states[i] ?? []) : [],
      ),
    ...(endless && { endless }),
  };
}

// What `selvedge check` refuses in a model is never offered for one: both judge the same words, wherever they stand.
import { expect, test } from 'vitest';
import { findTerms } from '../../../../../shared/learn/intent/find-terms.ts';
import { checkConfig } from '../../../../../shared/schema/check.ts';
import type { Config, Goal } from '../../../../../shared/schema/config.ts';
import { MOST_TERMS } from '../../../../../shared/schema/model.ts';
import { SAMPLE } from '../../schema/sample.ts';

const [model] = SAMPLE.models!;
const goalOf = (more: Partial<Goal>): Goal => ({ id: 'order', name: 'Order', event: 'purchase', ...more });
const siteOf = (goal: Goal): Config => ({ ...SAMPLE, goals: [goal] });

/** What check says of the terms of a model that weighs these. */
const refusedOf = (terms: readonly object[]): string[] =>
  checkConfig({ ...SAMPLE, models: [{ ...model, terms: terms.map((term) => ({ ...term, weight: 1 })) }] })
    .problems.filter(({ severity, path }) => severity === 'error' && path.startsWith('models[0].terms'))
    .map(({ problem }) => problem);

test.each<[what: string, goal: Partial<Goal>]>([
  ['a value', { where: { item_category: 'diabetes' } }],
  ['a list of values', { where: { item_category: { $in: ['tents', 'diabetes'] } } }],
  ['a test of each of several', { where: { $or: [{ item_category: 'tents' }, { about: 'diabetes' }] } }],
  ['what must not be', { where: { item_category: { $not: { $regex: 'diabetes' } } } }],
  ['a key', { where: { diabetes_score: { $gte: 2 } } }],
  ['what is added up', { value: 'diabetes_score' }],
  ['an event', { event: 'saw_diabetes' }],
])('of a goal that names a matter in %s', (_what, more) => {
  const goal = goalOf(more);
  const plain = findTerms(siteOf(goalOf({})), goalOf({}));
  const terms = findTerms(siteOf(goal), goal);
  expect(JSON.stringify(terms)).not.toContain('diabetes');
  // and nothing else is missing
  expect(terms.length).toBeGreaterThan(0.8 * plain.length);
  // a model of as many as it may have at a time
  for (let from = 0; from < terms.length; from += MOST_TERMS)
    expect(refusedOf(terms.slice(from, from + MOST_TERMS))).toEqual([]);
});

test.each<[what: string, term: object]>([
  ['what is added up', { of: { kind: 'sum', event: 'purchase', of: 'diabetes_score' }, as: 'log' }],
  [
    'a step of several',
    {
      when: {
        kind: 'sequence',
        within: '7d',
        steps: [{ event: 'page_view' }, { event: 'purchase', where: { item_category: 'diabetes' } }],
      },
    },
  ],
])('check refuses %s', (_what, term) => {
  expect(refusedOf([term])).toEqual(['"diabetes" would infer a health matter from behaviour']);
});

test('a kind of condition is no matter, and what was stated may be weighed', () => {
  expect(refusedOf([{ when: { kind: 'age', is: { $gte: '7d' } } }])).toEqual([]);
  expect(refusedOf([{ when: { kind: 'trait', key: 'income', is: 'high' } }])).toEqual([]);
});

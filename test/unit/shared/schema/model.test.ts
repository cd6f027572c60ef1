// Models and the traits of buyers: what of them is refused, and where it is said.
import { expect, test } from 'vitest';
import { checkConfig } from '../../../../shared/schema/check.ts';
import { SAMPLE } from './sample.ts';

const [model] = SAMPLE.models!;
const term = model!.terms[0]!;

const problemsOf = (models: unknown, more: object = {}) =>
  checkConfig({ ...SAMPLE, models, ...more }).problems.map(
    ({ path, problem, severity }) => `${severity} ${path}: ${problem}`,
  );
const ofTerm = (one: unknown) => problemsOf([{ ...model, terms: [one] }]);

test('the sample has a model and names traits, and nothing is said of them', () => {
  expect(problemsOf(SAMPLE.models)).toEqual([]);
});

test('a goal that is not there, an id that is there twice', () => {
  expect(problemsOf([{ ...model, goal: 'ordr' }])).toEqual([
    'error models[0].goal: no goal has the id "ordr"',
  ]);
  expect(problemsOf([model, model])).toEqual([
    'error models[1].id: the model id "order" is there already (models[0])',
  ]);
});

test('at most twelve terms, and at least one', () => {
  expect(problemsOf([{ ...model, terms: Array(12).fill(term) }])).toEqual([]);
  expect(problemsOf([{ ...model, terms: Array(13).fill(term) }])).toEqual([
    'error models[0].terms: the list is too long',
  ]);
  expect(problemsOf([{ ...model, terms: [] }])).toEqual(['error models[0].terms: the list is empty']);
});

test('a term has a figure or a condition, and no more', () => {
  const when = { kind: 'since', event: 'purchase', is: { $lt: '30d' } };
  const of = { kind: 'count', event: 'page_view' };
  expect(ofTerm({ when, weight: 1 })).toEqual([]);
  expect(ofTerm({ of, as: 'log', weight: 1 })).toEqual([]);
  expect(ofTerm({ weight: 1 })).toEqual(['error models[0].terms[0]: neither "of" nor "when" is given']);
  expect(ofTerm({ of, as: 'log', when, weight: 1 })).toEqual([
    'error models[0].terms[0]: "of" beside "when"',
  ]);
  expect(ofTerm({ of, weight: 1 })).toEqual(['error models[0].terms[0].as: "as" is missing']);
  expect(ofTerm({ when, as: 'log', weight: 1 })).toEqual(['error models[0].terms[0].as: "as" beside "when"']);
  expect(ofTerm({ of: { ...of, is: 3 }, as: 'log', weight: 1 })).toEqual([
    'error models[0].terms[0].of.is: unknown field "is"',
  ]);
  expect(ofTerm({ of: { kind: 'since', event: 'a' }, as: 'log', weight: 1 })).toEqual([
    'error models[0].terms[0].of.kind: unknown kind "since"',
  ]);
});

test('what is made of other conditions is no term', () => {
  for (const when of [
    { kind: 'all', of: [] },
    { kind: 'segment', id: 'tents' },
  ])
    expect(ofTerm({ when, weight: 1 })).toEqual([
      `error models[0].terms[0].when.kind: a model weighs no ${when.kind}`,
    ]);
});

test('weights are finite, and of six digits at most', () => {
  for (const weight of [0, -0.000123456, 123456, 1.23456e-12])
    expect(ofTerm({ ...term, weight })).toEqual([]);
  expect(ofTerm({ ...term, weight: 0.1234567 })).toEqual([
    'error models[0].terms[0].weight: 0.1234567 has more than 6 digits',
  ]);
  for (const weight of [Number.NaN, Infinity, '1'])
    expect(ofTerm({ ...term, weight })[0]).toMatch(/^error models\[0\]\.terms\[0\]\.weight: found/);
  expect(problemsOf([{ ...model, bias: 1 / 3 }])[0]).toMatch(
    /^error models\[0\]\.bias: .* more than 6 digits/,
  );
});

test('what a term needs of the config is missed there', () => {
  expect(
    problemsOf([{ ...model, terms: [{ when: { kind: 'rfm', monetary: 5 }, weight: 1 }] }], {
      rfm: undefined,
      segments: [],
      experiences: [],
    }),
  ).toContain('error models[0].terms[0].when: rfm classes are asked for, but the config has no "rfm" edges');
});

test('nothing sensitive is weighed', () => {
  const words = 'would infer a health matter from behaviour';
  expect(ofTerm({ when: { kind: 'interest', topic: 'diabetes', rank: 1 }, weight: 1 })).toEqual([
    `error models[0].terms[0].when.topic: "diabetes" ${words}`,
  ]);
  const of = { kind: 'count', event: 'page_view', where: { topics: 'diabetes' } };
  expect(ofTerm({ of, as: 'log', weight: 1 })).toEqual([`error models[0].terms[0]: "diabetes" ${words}`]);
  expect(problemsOf([{ ...model, name: 'Pregnancy' }])).toEqual([
    `warning models[0].name: "pregnancy" ${words}`,
  ]);
});

// Rules that ask for an answer which no question offers.
import { expect, test } from 'vitest';
import { lintConfig } from '../../../../shared/lint/lint.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import { ASKING } from '../schema/sample.ts';

const question = { name: 'Need', ask: 'What matters?', purpose: 'So that we show it.' };
const choice = {
  ...question,
  id: 'need',
  trait: 'need',
  answer: {
    kind: 'choice',
    options: [
      { value: 'price', label: 'A good price' },
      { value: 'lasting', label: 'That it lasts' },
    ],
  },
};
const scale = {
  ...question,
  id: 'happy',
  trait: 'happy',
  answer: { kind: 'scale', from: 1, to: 5, low: 'No', high: 'Yes' },
};

/** What is said of a rule that asks for a trait. */
function advice(key: string, is: unknown, questions: object[] = [choice, scale]): string[] {
  const when = { kind: 'all', of: [{ kind: 'trait', key, is }] };
  const text = JSON.stringify({
    version: 1,
    site: 'shop.example',
    revision: 1,
    questions,
    segments: [{ id: 'some', name: 'Some', when }],
    experiences: [],
  });
  const { config, problems } = checkConfig(text);
  if (!config) throw new Error(problems[0]?.problem);
  return lintConfig(config)
    .filter(({ problem }) => problem.includes('no answer to'))
    .map(({ path, problem, remedy, severity }) => `${severity} ${path}: ${problem}. ${remedy}`);
}

test.each<[key: string, is: unknown]>([
  ['need', 'price'],
  ['need', { $in: ['price', 'lasting'] }],
  ['need', { $exists: true }],
  ['need', { $startsWith: 'last' }],
  ['happy', 5],
  ['happy', { $gte: 4 }],
  // what no question asks, the site says
  ['tier', 'gold'],
])('%s: %j is not warned of', (key, is) => expect(advice(key, is)).toEqual([]));

test.each<[key: string, is: unknown, says: string]>([
  [
    'need',
    'pirce',
    'warning segments[0].when.of[0].is: no answer to the question "need" is "pirce". Did you mean "price"? Its answers: price, lasting.',
  ],
  [
    'need',
    { $in: ['price', 'style'] },
    'warning segments[0].when.of[0].is.$in[1]: no answer to the question "need" is "style". Its answers: price, lasting.',
  ],
  [
    'need',
    { $not: { $eq: true } },
    'warning segments[0].when.of[0].is.$not.$eq: no answer to the question "need" is true. Its answers: price, lasting.',
  ],
  [
    'happy',
    9,
    'warning segments[0].when.of[0].is: no answer to the question "happy" is 9. Its answers are the whole numbers from 1 to 5.',
  ],
  [
    'happy',
    '5',
    'warning segments[0].when.of[0].is: no answer to the question "happy" is "5". Its answers are the whole numbers from 1 to 5.',
  ],
])('%s: %j is', (key, is, says) => expect(advice(key, is)).toEqual([says]));

test('what another question of that trait offers is an answer, too', () => {
  const other = {
    ...choice,
    id: 'other',
    answer: {
      ...choice.answer,
      options: [
        { value: 'style', label: 'Style' },
        { value: 'x', label: 'X' },
      ],
    },
  };
  expect(advice('need', 'style', [choice, other])).toEqual([]);
});

test('a config that asks and uses its answers is not warned of', () => {
  expect(lintConfig(ASKING).filter(({ problem }) => problem.includes('no answer to'))).toEqual([]);
});

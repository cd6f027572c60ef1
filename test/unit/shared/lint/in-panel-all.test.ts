// Whatever kind of thing there is to think about: authors read no id where there is a name, no path and no key of the file.

import { expect, test } from 'vitest';
import { lintConfig } from '../../../../shared/lint/lint.ts';
import type { Change } from '../../../../shared/schema/change.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import { SAMPLE } from '../schema/sample.ts';

const NOW = Date.parse('2030-01-01');
const list: Change = {
  kind: 'recommend',
  target: { css: '#list' },
  from: ['viewed', 'trending'],
  without: ['viewed'],
  count: 3,
  card: { item: '.card' },
};
const rule = (when: object) => ({ id: 'seg-z', name: 'Some', when: when as Condition });
const base = (more: object) => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  goals: [{ id: 'goal-z', name: 'Bought', event: 'purchase' }],
  segments: [],
  experiences: [],
  ...more,
});
const experience = (changes: object[], more: object = {}) => ({
  id: 'exp-z',
  name: 'Hero',
  status: 'live',
  pages: ['/'],
  goal: 'goal-z',
  variants: [{ id: 'var-z', name: 'Summer', segment: 'everyone', changes }],
  ...more,
});
const text = (value: unknown, css = 'h1') => ({ kind: 'text', target: { css }, value });
const question = {
  id: 'ques-z',
  name: 'Sport',
  trait: 'trait_z',
  ask: 'Which sport?',
  purpose: 'To show it first.',
  answer: {
    kind: 'choice',
    options: [
      { value: 'run', label: 'Run' },
      { value: 'swim', label: 'Swim' },
    ],
  },
};
const rfm = {
  per: 'day',
  recency: ['10d', '20d', '30d', '40d'],
  frequency: [1, 2, 3, 4],
  monetary: [1, 2, 3, 4],
};
const learned = { from: '2028-01-01', until: '2028-02-01', at: '2028-02-02', buyers: 50 };
const rfmRule = rule({ kind: 'rfm', frequency: { $gte: 4 }, monetary: { $gte: 4 } });

/** What is found, by a word of it in the terminal. */
const rows: [what: string, config: object, words: RegExp][] = [
  [
    'an answer that there is not',
    base({ questions: [question], segments: [rule({ kind: 'trait', key: 'trait_z', is: 'fly' })] }),
    /no answer to the question/,
  ],
  [
    'an odd value',
    base({ segments: [rule({ kind: 'context', key: 'device', is: 'fridge' })] }),
    /is no device/,
  ],
  ['a country', base({ segments: [rule({ kind: 'context', key: 'country', is: 'UK' })] }), /no country code/],
  [
    'what looks back too far',
    base({ segments: [rule({ kind: 'count', event: 'purchase', is: { $gte: 1 }, within: '400d' })] }),
    /looks back/,
  ],
  [
    'a topic',
    base({
      topics: [{ topic: 'tents', pages: ['/tents/*'] }],
      segments: [rule({ kind: 'interest', topic: 'boats', share: { $gte: 0.2 } })],
    }),
    /no page of "topics"/,
  ],
  [
    'a path',
    base({ segments: [rule({ kind: 'context', key: 'path', is: 'tents' })] }),
    /no page has this path/,
  ],
  [
    'a chance',
    base({
      models: [{ ...SAMPLE.models![0]!, id: 'model-z', goal: 'goal-z' }],
      segments: [rule({ kind: 'model', id: 'model-z', is: { $gt: 50 } })],
    }),
    /a chance lies/,
  ],
  [
    'what one person has',
    base({ segments: [rule({ kind: 'trait', key: 'email', is: 'a@b.example' })] }),
    /one person/,
  ],
  ['edges of rfm', base({ rfm, segments: [rfmRule] }), /what a browser remembers/],
  [
    'what is stated of buyers in vain',
    base({ buyer: { orders: 'trait_o' } }),
    /no segment asks for what is stated/,
  ],
  ['what is told to analytics', base({ measure: { tell: [{ to: 'ga4' }] } }), /is its own affair/],
  ['nothing is counted', base({ measure: {} }), /nothing is counted/],
  [
    'counted at level coin',
    base({
      measure: { ping: {} },
      segments: [rule({ kind: 'context', key: 'device', is: 'phone' })],
      experiences: [
        experience([], {
          holdout: 0.1,
          variants: [{ id: 'var-z', name: 'Summer', segment: 'seg-z', changes: [text('x')] }],
        }),
      ],
    }),
    /at level "coin"/,
  ],
  [
    'a language is missing',
    base({
      experiences: [
        experience([
          text({ en: 'Hello', '*': 'Hi' }),
          text({ de: 'Hallo', en: 'Hi' }, 'h2'),
          text('Hi', 'h3'),
        ]),
      ],
    }),
    /no words for|same words/,
  ],
  ['a question that nobody asks', base({ questions: [question] }), /no experience asks/],
  [
    'a source that is left out',
    base({ items: { file: 'selvedge-items-3f9a12bc.js' }, experiences: [experience([list])] }),
    /shows nothing/,
  ],
  ['what was learned is old', base({ learned }), /days ago/],
];

test.each(rows)('%s', (_what, config, words) => {
  const { problems, config: fit } = checkConfig(config);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const all = [...problems, ...(fit ? lintConfig(fit, NOW) : [])];
  expect(all.map(({ problem }) => problem).join('\n')).toMatch(words);
  for (const { problem, remedy, inPanel } of all) {
    const said = `${(inPanel ?? { problem }).problem}. ${(inPanel ?? { remedy }).remedy}`;
    expect(said, problem).not.toMatch(/-z\b|trait_|`|[{}[\]]|selvedge [a-z]|--\w/);
    // a quotation is of something that an author, or a page, has written
    expect(said.replaceAll(/"(\/|[^"]*tents)[^"]*"|"fly"/g, ''), problem).not.toMatch(/"/);
  }
});

// One is said otherwise than many, in every sentence that an owner reads.
import { expect, test } from 'vitest';
import { sayIntentFault } from '../../../../shared/learn/intent/intent-fault.ts';
import { sayIntent } from '../../../../shared/learn/intent/say-intent.ts';
import { sayItemsFault } from '../../../../shared/learn/items/items-fault.ts';
import { sayItems } from '../../../../shared/learn/items/say-items.ts';
import { sayRead } from '../../../../shared/learn/say-learned.ts';
import { sayValue } from '../../../../shared/learn/say-value.ts';
import { times } from '../../../../shared/learn/times.ts';

/** A count of one before a word for many. */
const ODD = /(?<![\d.,/])1 (?:\w+ )?\w+s\b(?<!\b(?:was|has|is|this))|\b1 (?:\w+ )?(?:were|have|are)\b/g;
const oddIn = (said: string) => said.match(ODD) ?? [];

test('the rule finds what it should', () => {
  expect(oddIn('1 buyers, 1 repeat buyers and 1 visits')).toEqual([
    '1 buyers',
    '1 repeat buyers',
    '1 visits',
  ]);
  expect(oddIn('1 buyer, 21 visits, 0.1 days, 1 order day was expected, 1 of 2 visits has none')).toEqual([]);
});

test('counts are told with thousands apart', () =>
  expect([0, 1, 2, 1234].map((count) => times(count, 'visit', 'visits'))).toEqual([
    '0 visits',
    '1 visit',
    '2 visits',
    '1,234 visits',
  ]));

test('what was read', () => {
  const kinds = ['again', 'another total', 'refund', 'cancelled', 'other event', 'other request'];
  const said = sayRead({
    files: [{ name: 'a.csv', rows: 1, kind: 'orders' }],
    buyers: 1,
    orders: 1,
    orderDays: 1,
    visits: 1,
    items: 1,
    refused: 1,
    reasons: { 'no buyer': 1 },
    lines: { 'no buyer': ['a.csv:3'] },
    noted: Object.fromEntries(kinds.map((kind) => [kind, 1])),
    from: '2026-01-01',
    until: '2026-01-01',
  });
  expect(said).toContain('  1 refund, taken off\n');
  expect(oddIn(said)).toEqual([]);
});

test.each([
  sayIntentFault({ kind: 'cut', cut: 1, visits: 5 }),
  sayIntentFault({ kind: 'unseen', unseen: 1, goals: 1 }),
  sayIntentFault({ kind: 'few', of: 'goals', count: 1, needed: 200 }),
  sayIntentFault({ kind: 'few', of: 'others', count: 1, needed: 200 }),
  sayItemsFault({ kind: 'few', met: 'visits', asked: 1, needed: 100 }),
])('%s', (said) => {
  expect(said).toMatch(/\b1\b/);
  expect(oddIn(said)).toEqual([]);
});

/** A part that was refused, with what of its report is said. */
const refused = (report: object) =>
  JSON.parse(JSON.stringify({ status: 'refused', why: ['too few'], report }));
const itemsTest = (asked: number) => ({
  test: { until: '2026-01-01', runs: 1, asked, listed: 20, hr: 1, popular: { hr: 0 }, error: 0 },
});

test('tests on one of each', () => {
  const said = [
    sayValue(
      refused({
        test: {
          until: '2026-01-01',
          days: 1,
          expected: 1.2,
          actual: 1,
          auc: null,
          aucOfRecency: null,
          atMostByChance: null,
          fifths: [{ buyers: 1, expected: 1, actual: 1 }],
        },
      }),
    ),
    sayIntent(
      refused({
        test: {
          visits: 1,
          positives: 1,
          from: '2026-01-02',
          until: '2026-01-02',
          auc: 0.5,
          interval: [0.4, 0.6],
          mean: 0.1,
          actual: 0.1,
          bins: [{ rows: 1, visitors: 1, mean: 0.1, actual: 0.1 }],
        },
      }),
    ),
    sayItems(refused({ similar: itemsTest(1), together: itemsTest(0), curve: [] })),
  ].join('');
  expect(said).toContain('tested on 1 visit after');
  // of nothing nothing is told
  expect(said).not.toContain('Bought together');
  expect(oddIn(said)).toEqual([]);
});

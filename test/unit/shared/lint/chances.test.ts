// Advice on chances that are written as percent.
import { expect, test } from 'vitest';
import { lintChances } from '../../../../shared/lint/chances.ts';
import { lintConfig } from '../../../../shared/lint/lint.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';

const configOf = (when: Condition): Config => ({
  version: 1,
  site: '',
  revision: 1,
  value: { purchases: [0.5, 30, 0.8, 2.4] },
  segments: [{ id: 's', name: 'S', when }],
  experiences: [],
});

test.each<[string, Condition, remedy: string]>([
  ['percent', { kind: 'model', id: 'order', is: { $gte: 20 } }, 'Write 0.2 for 20 of 100.'],
  ['a number as such', { kind: 'alive', is: 50 }, 'Write 0.5 for 50 of 100.'],
  ['a range', { kind: 'alive', is: { $gte: 0.1, $lt: 90 } }, 'Write 0.9 for 90 of 100.'],
  ['more than all', { kind: 'alive', is: { $gt: 500 } }, 'Write 0.2, say, for 20 of 100.'],
])('%s is said', (_what, when, remedy) =>
  expect(lintChances(configOf(when))).toContainEqual({
    path: 'segments[0].when.is',
    problem: expect.stringMatching(/^a chance lies between 0 and 1, and \d+ is above it$/),
    remedy,
    severity: 'warning',
  }),
);

test.each<[string, Condition]>([
  ['a chance', { kind: 'alive', is: { $gte: 0.5, $lte: 1 } }],
  ['how many order days', { kind: 'expected', within: '90d', is: { $gte: 2 } }],
  ['a count', { kind: 'count', event: 'purchase', is: { $gte: 20 } }],
])('nothing is said of %s', (_what, when) => expect(lintChances(configOf(when))).toEqual([]));

test('it is among all advice', () =>
  expect(lintConfig(configOf({ kind: 'alive', is: 50 })).map(({ path }) => path)).toContain(
    'segments[0].when.is',
  ));

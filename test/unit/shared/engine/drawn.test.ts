// The tests that draw rules draw every kind there is: what is never drawn is never compared.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/schema/condition.ts';
import { readKinds } from '../schema/read-schema.ts';
import { rule } from './arbitraries.ts';
import { own } from './lines/rules.ts';

const kinds = [...readKinds('Condition').keys()];
const drawn = (from: fc.Arbitrary<Condition>) =>
  new Set<string>(fc.sample(from, { numRuns: 1000, seed: 1 }).map(({ kind }) => kind));

// where a kind is missing: CONTRIBUTING.md, "Adding a condition kind", "Tests"
// models are drawn beside them, of any of these (models.ts)
test('arbitraries.ts draws each, but segments, which a config of one rule has not', () => {
  const all = drawn(rule);
  expect(kinds.filter((kind) => !all.has(kind))).toEqual(['segment', 'model']);
});
test('lines/rules.ts draws each of which an answer can be written down', () => {
  const all = drawn(own);
  expect(kinds.filter((kind) => !all.has(kind))).toEqual(['all', 'any', 'none', 'segment', 'trait', 'model']);
});

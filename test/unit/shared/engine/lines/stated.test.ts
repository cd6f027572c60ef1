// What a site states of a buyer is in the lines of the next page as the engine has it there.
//
// The run is a share of the whole (see support/draws.ts); SELVEDGE_SEED plays one again.
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { compile } from '../../../../../shared/engine/compile.ts';
import { findLeaf } from '../../../../../shared/engine/lines/find-leaf.ts';
import type { Condition } from '../../../../../shared/schema/condition.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { draws } from '../../../../support/draws.ts';
import { leaf as anyLeaf, configOf, daily, NOW } from '../arbitraries.ts';
import { check, counted, findLeaves, lived, seed } from './check-lines.ts';
import { site } from './lives.ts';
import { own } from './rules.ts';

const DAY_MS = 864e5;
afterAll(() => console.log(counted));

/** Of what a site may state, and beside it of what it may not. */
const buying = fc.oneof(
  fc.constantFrom<Condition>(
    { kind: 'count', event: 'purchase', is: { $gte: 3 } },
    { kind: 'sum', event: 'purchase', of: 'value', is: { $lt: 60 } },
    { kind: 'since', event: 'purchase', is: { $lt: '7d' } },
    { kind: 'since', event: 'purchase', is: { $not: { $gte: '30d' } } },
    { kind: 'first', event: 'purchase', of: 'value', is: { $gte: 3 } },
    { kind: 'last', event: 'purchase', of: 'value', is: { $exists: false } },
  ),
  own,
  anyLeaf.filter(({ kind }) => /rfm|persona|expected|alive|since/.test(kind)),
);
const date = fc.integer({ min: -3, max: 120 }).map((days) => new Date(NOW - days * DAY_MS).toISOString());
const statements = fc.record(
  {
    orders: fc.integer({ min: 0, max: 6 }),
    spent: fc.integer({ min: 0, max: 300 }),
    first: date,
    last: fc.oneof(
      date,
      date.map((text) => text.slice(0, 10)),
    ),
  },
  { requiredKeys: [] },
);

test('what a site states of a buyer', () => {
  const buyer = { orders: 'orders', spent: 'spent', first: 'first', last: 'last' };
  fc.assert(
    fc.property(
      lived,
      fc.array(buying, { minLength: 8, maxLength: 8 }),
      statements,
      fc.constantFrom({}, site, daily),
      (one, rules, stated, extra) => {
        const program = compile(configOf(rules, { ...extra, buyer }));
        check(program, findLeaves(program, rules), one, stated);
      },
    ),
    { numRuns: draws(150), ...seed },
  );
}, 3_600_000);

test('lines on what is stated are known by another key', () => {
  const [rule, other] = [
    { kind: 'count', event: 'purchase', is: { $gte: 3 } },
    { kind: 'count', event: 'purchase', is: { $gte: 3 }, within: '7d' },
  ] as Condition[];
  const keysOf = (extra: Partial<Config>) =>
    [rule, other].map((one) => findLeaf(compile(configOf([rule!, other!], extra)), one!)!.key);
  const [plain, stated, others] = [{}, { buyer: { orders: 'orders' } }, { buyer: { orders: 'count' } }].map(
    keysOf,
  );
  expect(new Set([plain![0], stated![0], others![0]]).size).toBe(3);
  expect(new Set([plain![1], stated![1], others![1]]).size).toBe(1);
});

// The conditions of learned numbers: golden values of the literature, an answer that stands until the ms at which it says
// it ends, and what each says of itself. What they mean is compared in differential.test.ts, with the other kinds.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { decide, find } from '../../../../shared/engine/decide.ts';
import { explain } from '../../../../shared/engine/explain.ts';
import { record } from '../../../../shared/engine/fold.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import type { View } from '../../../../shared/engine/view.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { draws } from '../../../support/draws.ts';
import { configOf, NOW, personas, value } from './arbitraries.ts';

const DAY = 864e5;
type Bought = [ago: number, spent: number];

function viewOf(rule: Condition, bought: Bought[], extra: Partial<Config> = {}): View {
  const program = compile(configOf([rule], extra));
  const profile = createProfile(program);
  for (const [ago, spent] of bought) record(program, profile, 'purchase', { value: spent }, NOW - ago);
  return { program, profile, facts: {}, now: NOW };
}
const figureOf = (rule: Condition, bought: Bought[], extra: Partial<Config> = {}) =>
  find(rule, viewOf(rule, bought, extra)).figure;
const textOf = (rule: Condition, bought: Bought[], extra: Partial<View> = {}) =>
  explain('s0', { ...viewOf(rule, bought), ...extra }).of![0]!.text;

const alive: Condition = { kind: 'alive', is: { $gte: 0.5 } };
const expected: Condition = { kind: 'expected', within: '90d', is: { $gte: 1 } };
const twice: Bought[] = [
  [200 * DAY, 20],
  [12 * DAY, 30],
];

/** The sample of CDNOW orders that Fader, Hardie and Lee fitted (2005), 182 days ahead. */
test.each<[x: number, t: number, T: number, alive: number | undefined, expected: number]>([
  [1, 12, 272, 0.21239, 0.14201],
  [2, 213, 272, 0.72662, 0.86162],
  [9, 250, 260, 0.90491, 4.39813],
])('x %d, last after %d of %d days', (x, t, T, chance, orders) => {
  const cdnow: Config['value'] = { purchases: [0.2426, 30.895, 0.793, 2.426] };
  const bought = Array.from({ length: x + 1 }, (_, i): Bought => [(T - (t * i) / x) * DAY, 10]);
  expect(figureOf(alive, bought, { value: cdnow })).toBeCloseTo(chance!, 4);
  expect(figureOf({ ...expected, within: '182d' } as Condition, bought, { value: cdnow })).toBeCloseTo(
    orders,
    3,
  );
});

describe('missing', () => {
  const nothing: Bought[] = [];
  const once: Bought[] = [[5 * DAY, 20]];
  test.each<[what: string, rule: Condition, bought: Bought[]]>([
    ['a group, nothing bought', { kind: 'persona', id: 'often' }, nothing],
    ['orders, nothing bought', expected, nothing],
    ['money where nothing tells what an order is worth', { ...expected, of: 'value' } as Condition, twice],
    ['a chance before the second order day', alive, once],
    [
      'a chance after two orders on one day',
      alive,
      [
        [5 * DAY, 20],
        [5 * DAY - 6e4, 20],
      ],
    ],
  ])('%s', (_what, rule, bought) => {
    const extra = { value: { purchases: value.purchases } };
    expect(figureOf(rule, bought, extra)).toBeUndefined();
    expect(decide(rule, viewOf(rule, bought, extra))).toMatchObject({ value: false, until: Infinity });
    if (rule.kind === 'persona') return;
    const not = { ...rule, is: { $exists: false } } as Condition;
    expect(decide(not, viewOf(not, bought, extra)).value).toBe(true);
  });
  test('of who never asked to be remembered nothing is known', () => {
    for (const rule of [alive, expected, { kind: 'persona', id: 'often' } as Condition])
      expect(decide(rule, { ...viewOf(rule, twice), doubt: 'waiting' }).value).toBe('unknown');
  });
});

/** Evenly: floats drawn by their bits are nearly all tiny. */
const between = (least: number, most: number) =>
  fc.integer({ min: 0, max: 1e6 }).map((n) => least + ((most - least) * n) / 1e6);
const figure = between(0.01, 40);
const point = fc.tuple(between(-2, 3), between(-2, 2), between(-2, 3));
const spread = fc.tuple(between(0.3, 2), between(0.3, 2), between(0.3, 2));
const groups = fc
  .array(point, { minLength: 2, maxLength: 6 })
  .map((centres) =>
    centres.map((centre, i) => ({ id: `g${i}`, name: '', description: '', centre, share: 0 })),
  );
const bought = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 400 * DAY }), between(-5, 500)), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => all.sort(([a], [b]) => b - a) as Bought[]);
const later = fc.integer({ min: 0, max: 800 * DAY });

/** Whether it says the same until it says otherwise: at its last ms, and on the way there. */
function holds(rule: Condition, view: View, ms: number, share: number): boolean {
  const now = view.now + ms;
  const { value: answer, until } = decide(rule, { ...view, now });
  const at = (instant: number) => decide(rule, { ...view, now: instant }).value;
  const end = until < Infinity ? until : now + 4000 * DAY;
  expect(at(now + Math.floor((end - 1 - now) * share))).toBe(answer);
  if (until === Infinity) return false;
  expect(at(until - 1)).toBe(answer);
  expect(at(until)).not.toBe(answer);
  return true;
}

describe('an answer stands until it says that it ends, and is another then', () => {
  const share = between(0, 1);
  test('the nearest of any groups', () => {
    let ends = 0;
    fc.assert(
      fc.property(point, spread, groups, bought, later, share, (mean, spread, groups, bought, ms, share) => {
        const rule: Condition = { kind: 'persona', id: groups[0]!.id };
        const view = viewOf(rule, bought, { personas: { mean, spread, groups } });
        ends += +holds(rule, view, ms, share);
        // and no other is as near: by plain distances, but for the last digits
        const logs = [
          Math.log(1 + (NOW + ms - (NOW - bought.at(-1)![0])) / DAY),
          Math.log(new Set(bought.map(([ago]) => Math.floor((NOW - ago) / DAY))).size),
          Math.log(
            1 +
              Math.max(
                0,
                bought.reduce((sum, [, spent]) => sum + spent, 0),
              ),
          ),
        ];
        const far = groups.map(({ centre }) =>
          Math.hypot(...centre.map((one, d) => (logs[d]! - mean[d]!) / spread[d]! - one)),
        );
        const found = find(rule, { ...view, now: NOW + ms }).figure;
        const mine = far[groups.findIndex(({ id }) => id === found)]!;
        expect(mine).toBeLessThanOrEqual(Math.min(...far) + 1e-6);
      }),
      { numRuns: draws(10_000) },
    );
    expect(ends).toBeGreaterThan(draws(10_000) / 10);
  });
  test('what is expected, and the chance', () => {
    let ends = 0;
    const purchases = fc.tuple(figure, figure, figure, figure);
    const rule = fc.oneof(
      between(0.0001, 3).map((is): Condition => ({ ...expected, is: { $gte: is } }) as Condition),
      fc
        .tuple(fc.constantFrom('1d', '30d', '3650d'), between(0.0001, 500))
        .map(([within, is]): Condition => ({ kind: 'expected', of: 'value', within, is: { $lt: is } })),
      between(0, 1).map((is): Condition => ({ kind: 'alive', is: { $gt: is } })),
    );
    fc.assert(
      fc.property(rule, purchases, bought, later, share, (rule, purchases, bought, ms, share) => {
        const view = viewOf(rule, bought, { value: { purchases, spend: [6.2, 3.7, 15] } });
        ends += +holds(rule, view, ms, share);
      }),
      { numRuns: draws(10_000) },
    );
    expect(ends).toBeGreaterThan(draws(10_000) / 20);
  });
});

describe('what they say', () => {
  const until = (rule: Condition) =>
    new Date(decide(rule, viewOf(rule, twice)).until).toLocaleString('en-GB', {
      dateStyle: 'full',
      timeStyle: 'short',
    });
  const PURCHASED = 'Purchased on 2 days, the first 200 days ago, the last 12 days ago. ';
  const SHOWN = ', as 2,357 buyers showed until 28 February 2026';
  test('the numbers, who showed them, and what is asked for', () => {
    const group: Condition = { kind: 'persona', id: 'often' };
    expect(textOf(group, twice)).toBe(
      `${PURCHASED}Nearest of the groups of buyers${SHOWN}: Long ago; needs Often.`,
    );
    const money: Condition = { kind: 'expected', of: 'value', within: '30d', is: { $lt: 0.01 } };
    expect(textOf(money, twice)).toMatch(
      new RegExp(`^${PURCHASED}Money expected in the next 30 days${SHOWN}: [\\d.]+; needs less than 0.01\\.`),
    );
    expect(textOf(expected, twice)).toMatch(
      new RegExp(
        `^${PURCHASED}Order days expected in the next 90 days${SHOWN}: [\\d.]+; needs at least 1\\.`,
      ),
    );
    const low: Condition = { kind: 'alive', is: { $gte: 0.001 } };
    expect(textOf(low, twice)).toMatch(
      new RegExp(`^${PURCHASED}Chance that buying has not ended${SHOWN}: [\\d.]+; needs at least 0\\.`),
    );
    expect(textOf(low, twice)).toContain(` So until ${until(low)} unless something happens.`);
  });
  test('in doubt no number, and nothing of what was bought', () => {
    expect(textOf(expected, twice, { doubt: 'waiting' })).toBe(
      `Order days expected in the next 90 days${SHOWN}: ?; needs at least 1. Unknown: waiting for consent.`,
    );
    expect(textOf(expected, [])).toBe(
      `Order days expected in the next 90 days${SHOWN}: nothing; needs at least 1.`,
    );
  });
  test('without a count of buyers none is made up', () => {
    const view = viewOf({ kind: 'persona', id: personas.groups[0]!.id }, twice, {
      learned: { at: '2026-03-01', from: '2025-03-01', until: '2026-02-28' },
    });
    expect(explain('s0', view).of![0]!.text).toContain('Nearest of the groups of buyers: ');
  });
});

// What a site states of its signed-in buyers counts beside what the device remembers: the larger number, the earlier first,
// the later last; at any time, until the very ms that it says, in lines as on the page, and nowhere else.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { decide, find } from '../../../../shared/engine/decide.ts';
import { explain } from '../../../../shared/engine/explain.ts';
import { record } from '../../../../shared/engine/fold.ts';
import { createProfile, type TraitValue } from '../../../../shared/engine/profile.ts';
import type { View } from '../../../../shared/engine/view.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { draws } from '../../../support/draws.ts';
import { configOf, daily, NOW } from './arbitraries.ts';
import { modelOf } from './models.ts';

const DAY = 864e5;
type Bought = [ago: number, props: Record<string, string | number>];
type Traits = Record<string, TraitValue>;
const buyer: Config['buyer'] = { orders: 'orders', spent: 'spent', first: 'first_order', last: 'last_order' };
const daysAgo = (days: number): string => new Date(NOW - days * DAY).toISOString();

function viewOf(rules: Condition[], bought: Bought[], traits: Traits, extra: Partial<Config> = {}): View {
  const program = compile(configOf(rules, { buyer, ...extra }));
  const profile = createProfile(program);
  for (const [days, props] of bought) record(program, profile, 'purchase', props, NOW - days * DAY);
  Object.assign(profile.traits, traits);
  return { program, profile, facts: {}, now: NOW };
}
const figureOf = (rule: Condition, bought: Bought[], traits: Traits, extra: Partial<Config> = {}) =>
  find(rule, viewOf([rule], bought, traits, extra)).figure;

const ANY = { $exists: true };
const count: Condition = { kind: 'count', event: 'purchase', is: { $gte: 5 } };
const sum: Condition = { kind: 'sum', event: 'purchase', of: 'value', is: { $gte: 100 } };
const since: Condition = { kind: 'since', event: 'purchase', is: { $lt: '10d' } };
const rfm: Condition = { kind: 'rfm', monetary: 5 };
const persona: Condition = { kind: 'persona', id: 'often' };
const expected: Condition = { kind: 'expected', within: '90d', is: { $gte: 1 } };
const money: Condition = { kind: 'expected', of: 'value', within: '90d', is: { $gte: 1 } };
const alive: Condition = { kind: 'alive', is: { $gte: 0.5 } };
const propOf = (kind: 'first' | 'last'): Condition =>
  ({ kind, event: 'purchase', of: 'coupon', is: ANY }) as Condition;
const two: Bought[] = [
  [40, { value: 20, coupon: 'A' }],
  [12, { value: 30, coupon: 'B' }],
];
const more: Traits = { orders: 7, spent: 420.5, first_order: daysAgo(400), last_order: daysAgo(3) };
const less: Traits = { orders: 1, spent: 20, first_order: daysAgo(30), last_order: daysAgo(20) };

describe('the larger number, the earlier first, the later last', () => {
  test.each<[what: string, rule: Condition, bought: Bought[], traits: Traits, figure: unknown]>([
    ['more orders', count, two, more, 7],
    ['fewer orders', count, two, less, 2],
    ['orders alone', count, [], more, 7],
    ['nothing stated', count, two, {}, 2],
    ['what was spent', sum, two, more, 420.5],
    ['less than was spent', sum, two, less, 50],
    ['a later last', since, two, more, 3 * DAY],
    ['an earlier last', since, two, less, 12 * DAY],
    ['a last that no event is of', since, [], more, 3 * DAY],
    [
      'classes',
      rfm,
      two,
      { ...more, last_order: daysAgo(1 / 48) },
      { recency: 5, frequency: 5, monetary: 5 },
    ],
    ['classes of what is remembered', rfm, two, { orders: 1 }, { recency: 1, frequency: 3, monetary: 5 }],
    ['classes of a part alone', rfm, [], { orders: 3 }, { frequency: 4 }],
  ])('%s', (_what, rule, bought, traits, figure) => {
    expect(figureOf(rule, bought, traits)).toEqual(figure);
  });

  test('of order days too', () => {
    expect(figureOf(rfm, [], { orders: 3, spent: 8, last_order: daysAgo(2) }, daily)).toEqual({
      recency: 2,
      frequency: 4,
      monetary: 4,
    });
  });

  test.each([persona, expected, alive])(
    '$kind is what it would be if all of it had happened here',
    (rule) => {
      const lived: Bought[] = [400, 300, 200, 100, 50, 20, 3].map((days) => [days, { value: 420.7 / 7 }]);
      const traits = { ...more, spent: 420.7 };
      for (const known of [[], lived.slice(-1), lived.slice(-3)])
        expect(figureOf(rule, known, traits)).toEqual(figureOf(rule, lived, {}));
    },
  );

  test('of money the first order is worth what is remembered of it, else the mean', () => {
    const lived: Bought[] = [
      [400, { value: 90 }],
      [200, { value: 30 }],
      [3, { value: 60 }],
    ];
    const traits = { orders: 3, spent: 180, first_order: daysAgo(400), last_order: daysAgo(3) };
    expect(figureOf(money, lived.slice(0, 1), traits)).toBe(figureOf(money, lived, {}));
    const alike = lived.map(([days]): Bought => [days, { value: 60 }]);
    expect(figureOf(money, [], traits)).toBe(figureOf(money, alike, {}));
  });

  test('orders are order days, as many as there are days from the first to the last', () => {
    const day = { orders: 5, spent: 50, first_order: daysAgo(9), last_order: daysAgo(9) };
    expect(figureOf(expected, [], day)).toBe(figureOf(expected, [[9, { value: 50 }]], {}));
    expect(figureOf(alive, [], day)).toBeUndefined();
    // two days are two order days, whatever else is stated
    const days = { first_order: daysAgo(9), last_order: daysAgo(3) };
    expect(figureOf(alive, [], days)).toBe(
      figureOf(
        alive,
        [
          [9, {}],
          [3, {}],
        ],
        {},
      ),
    );
  });

  test('how often since when is not told by a number alone', () => {
    for (const rule of [expected, alive])
      expect(figureOf(rule, two, { orders: 90 })).toBe(figureOf(rule, two, {}));
    // whose group hangs on no first day
    expect(figureOf(persona, two, { orders: 90 })).toBe('often');
    for (const rule of [persona, expected, alive]) expect(figureOf(rule, [], { orders: 90 })).toBeUndefined();
  });
});

describe('what is not known stays so', () => {
  test('what the first and the last order carried, where they are others', () => {
    const answerOf = (kind: 'first' | 'last', bought: Bought[], traits: Traits) =>
      decide(propOf(kind), viewOf([propOf(kind)], bought, traits)).value;
    expect(answerOf('first', two, more)).toBe('unknown');
    expect(answerOf('last', two, more)).toBe('unknown');
    expect(answerOf('first', two, less)).toBe(true);
    expect(answerOf('last', two, less)).toBe(true);
    expect(answerOf('first', [], { orders: 2 })).toBe('unknown');
    expect(answerOf('first', [], { orders: 0 })).toBe(false);
    // a day that was written down elsewhere is the same one
    const same = { first_order: daysAgo(40).slice(0, 10), last_order: daysAgo(12).slice(0, 10) };
    expect(answerOf('first', two, same)).toBe(true);
    expect(answerOf('last', two, same)).toBe(true);
  });

  test('before consent, and without a memory', () => {
    for (const rule of [count, sum, since, rfm, persona, expected, alive])
      for (const doubt of ['waiting', 'memory'] as const)
        expect(decide(rule, { ...viewOf([rule], two, more), doubt }).value).toBe('unknown');
  });

  test('where events were pruned, the larger of what is left and what is stated counts', () => {
    for (const [rule, figure] of [
      [count, 7],
      [sum, 420.5],
    ] as const) {
      const view = viewOf([rule], two.slice(1), more);
      view.profile.prunedAt = NOW - 20 * DAY;
      expect(find(rule, view)).toMatchObject({ value: true, figure });
    }
    const view = viewOf([propOf('last')], two, less);
    view.profile.prunedAt = NOW - 20 * DAY;
    expect(decide(propOf('last'), view).value).toBe(true);
  });
});

describe('what cannot be read is not stated', () => {
  test.each<[what: string, traits: Traits]>([
    ['no dates', { last_order: 'yesterday', first_order: '12.03.2026' }],
    ['dates that are numbers', { last_order: NOW, first_order: NOW }],
    ['months and days that there are not', { last_order: '2026-13-01' }],
    ['an instant in a zone that nobody names', { last_order: '2026-03-26T10:00:00' }],
    ['words for numbers', { orders: 'many', spent: '' }],
    ['less than nothing', { orders: -3, spent: -1 }],
    ['truths and nothing', { orders: true, spent: false, last_order: true }],
  ])('%s', (_what, traits) => {
    for (const rule of [count, sum, since, rfm, persona, expected, money, alive])
      expect(figureOf(rule, two, traits)).toEqual(figureOf(rule, two, {}));
  });

  test('numbers may be texts, and days may be days', () => {
    expect(figureOf(count, two, { orders: '7' })).toBe(7);
    expect(figureOf(sum, two, { spent: '420.50' })).toBe(420.5);
    expect(figureOf(since, two, { last_order: '2026-03-26' })).toBe(NOW - Date.parse('2026-03-26'));
  });
});

describe('nothing else uses it', () => {
  const all: Condition[] = [
    { ...count, where: { value: { $gt: 0 } } } as Condition,
    { ...count, within: '365d' } as Condition,
    { ...count, between: ['30d', '1d'] } as Condition,
    { ...count, during: 'visit' } as Condition,
    { ...count, event: 'add_to_cart' } as Condition,
    { ...sum, of: 'items.price' } as Condition,
    { ...since, where: { value: { $gt: 0 } } } as Condition,
    { kind: 'days', event: 'purchase', is: ANY } as Condition,
    { kind: 'average', event: 'purchase', of: 'value', is: ANY } as Condition,
    { kind: 'max', event: 'purchase', of: 'value', is: ANY } as Condition,
    { kind: 'distinct', event: 'purchase', of: 'coupon', is: ANY } as Condition,
    { ...propOf('first'), within: '365d' } as Condition,
    { kind: 'age', is: { $gt: '1d' } },
  ];
  test.each(all)('$kind $of', (rule) => {
    expect(figureOf(rule, two, more)).toEqual(figureOf(rule, two, {}));
    expect(decide(rule, viewOf([rule], two, more))).toEqual(decide(rule, viewOf([rule], two, {})));
  });

  test('a model weighs what it was learned from: what is remembered', () => {
    const models = [
      modelOf('order', [
        { of: { kind: 'count', event: 'purchase' }, as: 'number', weight: 1 },
        { when: { ...count }, weight: 3 },
      ]),
    ];
    const rule: Condition = { kind: 'model', id: 'order', is: { $gte: 0.5 } };
    // also where a segment asks the same
    const view = (traits: Traits) => viewOf([rule, count], two, traits, { models });
    expect(find(rule, view(more)).figure).toBe(find(rule, view({})).figure);
    expect(find(count, view(more)).figure).toBe(7);
  });

  test('without "buyer" in the config they are traits', () => {
    const program = compile(configOf([count]));
    const profile = { ...createProfile(program), traits: more };
    expect(find(count, { program, profile, facts: {}, now: NOW }).figure).toBe(0);
  });
});

/** Evenly: floats drawn by their bits are nearly all tiny. */
const between = (least: number, most: number) =>
  fc.integer({ min: 0, max: 1e6 }).map((n) => least + ((most - least) * n) / 1e6);
const instant = fc
  .integer({ min: -30 * DAY, max: 900 * DAY })
  .map((ago) => new Date(NOW - ago).toISOString());
const date = fc.oneof(
  instant,
  instant.map((text) => text.slice(0, 10)),
);
const traits = fc.record(
  { orders: fc.integer({ min: 0, max: 12 }), spent: between(0, 900), first_order: date, last_order: date },
  { requiredKeys: [] },
);
const bought = fc
  .array(fc.tuple(between(0, 400), between(-5, 500)), { maxLength: 6 })
  .map((all) => all.sort(([a], [b]) => b - a).map(([days, value]): Bought => [days, { value }]));
const rule = fc.oneof(
  fc.constantFrom('often', 'long-ago', 'lately').map((id): Condition => ({ kind: 'persona', id })),
  between(0.0001, 3).map((is): Condition => ({ ...expected, is: { $gte: is } }) as Condition),
  between(0.0001, 500).map((is): Condition => ({ ...money, is: { $lt: is } }) as Condition),
  between(0, 1).map((is): Condition => ({ kind: 'alive', is: { $gt: is } })),
  fc
    .integer({ min: 1, max: 900 })
    .map((days): Condition => ({ ...since, is: { $gte: `${days}d` } }) as Condition),
  fc.constantFrom(1, 2, 3, 4).map((recency): Condition => ({ kind: 'rfm', recency: { $lte: recency } })),
  fc.constantFrom(count, sum, propOf('first'), propOf('last')),
);

test('an answer stands until the ms at which it says that it ends, and is another then', () => {
  let ends = 0;
  fc.assert(
    fc.property(
      rule,
      traits,
      bought,
      fc.integer({ min: 0, max: 800 * DAY }),
      between(0, 1),
      fc.constantFrom({}, daily),
      (rule, traits, bought, later, share, extra) => {
        const view = viewOf([rule], bought, traits, extra);
        const now = NOW + later;
        const { value, until } = decide(rule, { ...view, now });
        const at = (instant: number) => decide(rule, { ...view, now: instant }).value;
        const end = until < Infinity ? until : now + 4000 * DAY;
        expect(at(now + Math.floor((end - 1 - now) * share))).toBe(value);
        if (until === Infinity) return;
        ends++;
        expect(at(until - 1)).toBe(value);
        expect(at(until)).not.toBe(value);
      },
    ),
    { numRuns: draws(10_000) },
  );
  expect(ends).toBeGreaterThan(draws(10_000) / 20);
}, 600_000);

describe('what they say', () => {
  const textOf = (rule: Condition, bought: Bought[], traits: Traits, extra: Partial<View> = {}) =>
    explain('s0', { ...viewOf([rule], bought, traits), ...extra }).of![0]!.text;
  test('that the site stated it, where that counts', () => {
    expect(textOf(count, two, more)).toBe('As this site stated: Purchased 7 times; needs at least 5.');
    expect(textOf(sum, two, more)).toBe(
      'As this site stated: sum value of “Purchased”: 420.5; needs at least 100.',
    );
    expect(textOf(since, two, more)).toMatch(
      /^As this site stated: Time since “Purchased”: 3 days; needs less than 10 days\. So until /,
    );
    expect(textOf(rfm, two, more)).toMatch(/^As this site stated: Purchases: recency is /);
    expect(textOf(expected, two, more)).toMatch(
      /^As this site stated: Purchased on 7 days, the first 400 days ago, the last 3 days ago\. Order days expected /,
    );
  });
  test('not where what is remembered counts, nor in doubt', () => {
    for (const rule of [count, sum, since, rfm, persona, expected, alive]) {
      expect(textOf(rule, two, less)).not.toContain('stated');
      expect(textOf(rule, two, {})).toBe(textOf(rule, two, less));
      expect(textOf(rule, two, more, { doubt: 'waiting' })).not.toContain('stated');
    }
    expect(textOf(propOf('first'), two, more)).toBe(
      'first coupon of “Purchased”: ?; needs exists yes. Unknown: part of that time is forgotten.',
    );
  });
  test('in a group once, at what it is about', () => {
    const both: Condition = { kind: 'all', of: [count, { kind: 'age', is: { $gt: '1d' } }] };
    const reason = explain('s0', viewOf([both], two, more));
    expect(JSON.stringify(reason).match(/As this site stated/g)).toHaveLength(1);
  });
});

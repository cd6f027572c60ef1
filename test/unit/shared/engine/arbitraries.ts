// Random rules and histories, small and on a coarse grid of times, so that edges meet often.

import fc from 'fast-check';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Props } from '../../../../shared/schema/props.ts';

export const NOW = Date.parse('2026-03-27T10:00:00Z');
const names = ['view_item', 'add_to_cart', 'purchase', 'page_view', 'search'];
const event = fc.constantFrom(...names, 'view_item', 'view_item', 'view_item', 'add_to_cart');
const path = fc.constantFrom('value', 'items.price', 'topic', 'tags', 'gone');
const span = fc.constantFrom('10m', '30m', '1h', '90m', '1d', '2d', '36h');
const number = fc.constantFrom(0, 1, 1, 2, 2, 3, 4, 5, 0.5, 7.5, 12);
const scalar = fc.oneof(number, fc.constantFrom('tents', 'boots', '3', ''), fc.boolean());

const compare = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> => {
  const plain = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .record({ op: fc.constantFrom('$gte', '$gt', '$lt', '$lte', '$eq', '$ne'), value })
        .map(({ op, value: v }) => ({ [op]: v })),
    },
    { weight: 1, arbitrary: fc.tuple(value, value).map(([a, b]) => ({ $gte: a, $lt: b })) },
    { weight: 1, arbitrary: fc.array(value, { maxLength: 3 }).map(($in) => ({ $in })) },
    { weight: 1, arbitrary: fc.boolean().map(($exists) => ({ $exists })) },
    { weight: 1, arbitrary: value },
  );
  return fc.oneof(
    { weight: 5, arbitrary: plain },
    { weight: 1, arbitrary: plain.map(($not) => ({ $not })) },
    { weight: 1, arbitrary: fc.array(plain, { minLength: 1, maxLength: 2 }).map(($or) => ({ $or })) },
  );
};
const onNumber = compare(number);
const onValue = compare(scalar);
const onSpan = compare(span);
const onCell = compare(fc.constantFrom(1, 2, 3, 4, 5));
const where = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: onNumber.map((value) => ({ value })) },
  { weight: 1, arbitrary: onValue.map((topic) => ({ topic })) },
  { weight: 1, arbitrary: onNumber.map((price) => ({ 'items.price': price })) },
);
const window = fc.oneof(
  fc.constant({}),
  span.map((within) => ({ within })),
  span.map((within) => ({ within })),
  fc
    .constantFrom(
      ...([
        ['2d', '1d'],
        ['1h', '10m'],
        ['1d', '30m'],
        ['90m', '1h'],
      ] as const),
    )
    .map((between) => ({ between })),
  fc.constant({ during: 'visit' }),
);
const tidy = <T>(value: unknown): T => JSON.parse(JSON.stringify(value));
const step = fc.record({ event, where });

export const leaf: fc.Arbitrary<Condition> = fc
  .oneof(
    fc
      .tuple(fc.record({ kind: fc.constant('count'), event, where, is: onNumber }), window)
      .map(([a, b]) => ({ ...a, ...b })),
    fc
      .tuple(
        fc.record({
          kind: fc.constantFrom('sum', 'average', 'min', 'max', 'distinct'),
          event,
          where,
          of: path,
          is: onNumber,
        }),
        window,
      )
      .map(([a, b]) => ({ ...a, ...b })),
    fc
      .tuple(
        fc.record({ kind: fc.constantFrom('first', 'last'), event, where, of: path, is: onValue }),
        window,
      )
      .map(([a, b]) => ({ ...a, ...b })),
    fc
      .tuple(
        fc.record({ kind: fc.constant('days'), event: fc.option(event, { nil: undefined }), is: onNumber }),
        window,
      )
      .map(([a, b]) => ({ ...a, ...b })),
    fc.record({ kind: fc.constant('since'), event, where, is: onSpan }),
    fc.record({ kind: fc.constantFrom('age', 'away'), is: onSpan }),
    fc.record({
      kind: fc.constant('sequence'),
      steps: fc.array(step, { minLength: 1, maxLength: 3 }),
      within: span,
      same: fc.constantFrom(undefined, 'topic', 'tags'),
      without: fc.option(step, { nil: undefined }),
      inLast: fc.option(span, { nil: undefined }),
      after: fc.option(span, { nil: undefined }),
    }),
    fc.record({
      kind: fc.constant('score'),
      weights: fc.constantFrom({ view_item: 1, purchase: 5 }, { search: 2.5, view_item: -1 }),
      halfLife: fc.constantFrom('2h', '1d', '36h'),
      is: onNumber,
    }),
    fc.record({
      kind: fc.constant('interest'),
      topic: fc.constantFrom('tents', 'boots'),
      share: fc.option(compare(fc.constantFrom(0, 0.25, 0.5, 1)), { nil: undefined }),
      rank: fc.option(onCell, { nil: undefined }),
    }),
    fc.record({
      kind: fc.constant('rfm'),
      recency: fc.option(onCell, { nil: undefined }),
      frequency: fc.option(onCell, { nil: undefined }),
      monetary: fc.option(onCell, { nil: undefined }),
    }),
    fc.record({ kind: fc.constant('persona'), id: fc.constantFrom('often', 'lately', 'long-ago') }),
    fc.record({
      kind: fc.constant('expected'),
      of: fc.constantFrom(undefined, 'orders', 'value'),
      within: fc.constantFrom('1d', '36h', '30d'),
      is: compare(fc.constantFrom(0, 0.01, 0.1, 0.5, 1, 2, 12)),
    }),
    fc.record({ kind: fc.constant('alive'), is: compare(fc.constantFrom(0, 0.25, 0.5, 0.75, 0.9, 1)) }),
    fc.record({ kind: fc.constant('trait'), key: fc.constantFrom('plan', 'gone'), is: onValue }),
    fc.record({
      kind: fc.constant('context'),
      key: fc.constantFrom('visitNumber', 'pageNumber', 'hour', 'weekday'),
      is: compare(fc.constantFrom(1, 2, 3, 5, 11, 23)),
    }),
    fc.record({ kind: fc.constant('context'), key: fc.constantFrom('device', 'languages'), is: onValue }),
  )
  .map(tidy<Condition>);

export const rule: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('all', 'any', 'none'),
      of: fc.array(leaf, { maxLength: 3 }),
    }) as fc.Arbitrary<Condition>,
  },
  {
    weight: 1,
    arbitrary: fc.tuple(leaf, leaf, leaf).map(
      ([a, b, c]) =>
        ({
          kind: 'any',
          of: [
            { kind: 'all', of: [a, b] },
            { kind: 'none', of: [c] },
          ],
        }) as Condition,
    ),
  },
);

export interface Act {
  name: string;
  wait: number;
  props: Props;
}
const wait = fc.oneof(
  fc.constantFrom(
    0,
    0,
    1,
    600_000,
    1_799_999,
    1_800_000,
    600_000,
    600_000,
    3_600_000,
    5_400_000,
    86_400_000,
    43_200_000,
  ),
  fc.integer({ min: 0, max: 4_000_000 }),
  fc.integer({ min: 0, max: 50_000_000 }),
  fc.constantFrom(-1, -600_000),
);
const topic = fc.constantFrom('tents', 'boots', 'maps', 'tents', 'boots', '');
export const act: fc.Arbitrary<Act> = fc
  .record({
    name: event,
    wait,
    props: fc.record(
      {
        value: fc.oneof(number, fc.constantFrom('3', '0.5', 'x', '')),
        topic,
        tags: fc.array(topic, { maxLength: 2 }),
        items: fc.array(fc.record({ price: number, item_category: topic }, { requiredKeys: [] }), {
          maxLength: 2,
        }),
        transaction_id: fc.constantFrom('T1', 'T2', 'T3', 'T4', ''),
      },
      { requiredKeys: [] },
    ),
  })
  .map(tidy<Act>);

const rfm = {
  recency: ['1h', '1d', '36h', '3d'] as [string, string, string, string],
  frequency: [1, 2, 3, 5] as [number, number, number, number],
  monetary: [1, 3, 7.5, 12] as [number, number, number, number],
};
export const personas: NonNullable<Config['personas']> = {
  mean: [0.4, 0.3, 1.5],
  spread: [0.5, 0.4, 1.1],
  groups: [
    { id: 'often', name: 'Often', description: '', centre: [-0.4, 1.5, 1], share: 0.2 },
    { id: 'long-ago', name: 'Long ago', description: '', centre: [1.5, -0.4, -0.3], share: 0.5 },
    { id: 'lately', name: 'Lately', description: '', centre: [-0.7, -0.5, -0.1], share: 0.3 },
  ],
};
export const value: NonNullable<Config['value']> = { purchases: [0.6, 0.5, 0.8, 2.4], spend: [6.2, 3.7, 15] };
/** Frequency counts days: of purchases, and of what every page is. */
export const daily: Partial<Config> = { rfm: { ...rfm, per: 'day' } };
export const dailyViews: Partial<Config> = {
  rfm: { ...rfm, per: 'day', event: 'page_view' },
  personas: { ...personas, event: 'page_view', value: 'items.price' },
};

export function configOf(rules: Condition[], extra: Partial<Config> = {}): Config {
  return {
    version: 1,
    site: 'shop.example',
    revision: 1,
    interests: { halfLife: '1d' },
    rfm,
    personas,
    value,
    learned: { at: '2026-03-01', from: '2025-03-01', until: '2026-02-28', buyers: 2357 },
    segments: rules.map((when, i) => ({ id: `s${i}`, name: `s${i}`, when })),
    experiences: [],
    ...extra,
  };
}

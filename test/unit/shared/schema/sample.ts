// A config that uses every part of the language (questions in a second one) and is fit to be published; tests break it in
// one place.
//
// Where something stands in it is asked by its kind, so nothing counts places and an example may be put in anywhere.

import type { Change } from '../../../../shared/schema/change.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';

export const SAMPLE: Config = {
  version: 1,
  site: 'shop.example',
  revision: 3,
  privacy: { consent: 'implied', gpc: 'honour', retention: '180d' },
  capture: [
    { kind: 'page', event: 'delivery_read', pages: ['/delivery'] },
    { kind: 'click', event: 'sorted', target: { css: '.sort a[href$="sort=price"]' } },
    { kind: 'seen', event: 'story_seen', target: { css: '#gear' }, pages: ['/journal/*', '!/journal/old'] },
    { kind: 'submit', event: 'asked', target: { css: 'form#ask' }, props: { form: 'ask' } },
  ],
  topics: [{ topic: 'winter', pages: ['/journal/snow', 'https://shop.example/winter/*'] }],
  interests: { halfLife: '14d', weights: { page_view: 1 } },
  rfm: { recency: ['7d', '30d', '90d', '180d'], frequency: [1, 2, 3, 5], monetary: [20, 50, 100, 500] },
  learned: { at: '2026-11-02', from: '2025-11-01', until: '2026-10-31', buyers: 2357 },
  personas: {
    event: 'purchase',
    value: 'value',
    mean: [3.2, 0.4, 4.1],
    spread: [1.1, 0.5, 0.9],
    groups: [
      {
        id: 'often',
        name: 'Often',
        description: 'Bought 4 times or more.',
        centre: [-0.8, 1.5, 1.1],
        share: 0.2,
      },
      { id: 'once', name: 'Once', description: 'Bought once.', centre: [0.2, -0.4, -0.3], share: 0.8 },
    ],
  },
  value: {
    event: 'purchase',
    value: 'value',
    purchases: [0.243, 30.9, 0.793, 2.43],
    spend: [6.25, 3.74, 15.4],
  },
  items: { file: 'selvedge-items-3f9a12bc.js' },
  hosts: ['images.example'],
  goals: [{ id: 'order', name: 'Order', event: 'purchase', value: 'value', cap: 500, currency: 'EUR' }],
  segments: [
    {
      id: 'tents',
      name: 'Tents',
      when: {
        kind: 'all',
        of: [
          {
            kind: 'count',
            event: 'view_item',
            where: { 'items.item_category': 'tents', $or: [{ price: { $gt: 100 } }, { sale: true }] },
            is: { $gte: 3 },
            within: '7d',
          },
          { kind: 'none', of: [{ kind: 'since', event: 'purchase', is: { $lt: '30d' } }] },
        ],
      },
    },
    {
      id: 'mix',
      name: 'Mix',
      when: {
        kind: 'any',
        of: [
          { kind: 'segment', id: 'tents' },
          { kind: 'trait', key: 'tier', is: { $in: ['gold', 'silver'] } },
          { kind: 'context', key: 'query.ref', is: { $startsWith: 'x' } },
          { kind: 'context', key: 'viewport.width', is: { $lte: 480 } },
          { kind: 'sum', event: 'purchase', of: 'value', is: { $gte: 400 }, between: ['60d', '30d'] },
          {
            kind: 'distinct',
            event: 'view_item',
            of: 'items.item_id',
            is: { $not: { $lt: 3 } },
            during: 'visit',
          },
          { kind: 'average', event: 'purchase', of: 'value', is: { $gte: 50 } },
          { kind: 'min', event: 'view_item', of: 'price', is: { $lt: 20 } },
          { kind: 'max', event: 'view_item', of: 'price', is: { $gt: 200 }, within: '30d' },
          { kind: 'days', is: { $gte: 3 }, within: '2w' },
          { kind: 'first', event: 'visit_start', of: 'source', is: 'newsletter' },
          { kind: 'last', event: 'search', of: 'term', is: { $contains: 'tent' } },
          { kind: 'age', is: { $gt: '1d' } },
          { kind: 'away', is: { $gt: '30d' } },
          {
            kind: 'sequence',
            steps: [{ event: 'add_to_cart' }, { event: 'begin_checkout' }],
            within: '1d',
            same: 'items.item_id',
            without: { event: 'purchase' },
            inLast: '14d',
            after: '1m',
          },
          { kind: 'interest', topic: 'winter', share: { $gte: 0.3 } },
          { kind: 'score', weights: { page_view: 1, purchase: 8 }, halfLife: '7d', is: { $gte: 10 } },
          { kind: 'rfm', recency: { $gte: 4 }, frequency: 5 },
          { kind: 'persona', id: 'often' },
          { kind: 'expected', of: 'value', within: '90d', is: { $gte: 50 } },
          { kind: 'alive', is: { $lt: 0.5 } },
          { kind: 'model', id: 'order', is: { $gte: 0.2 } },
          { kind: 'count', event: 'page_view', where: { tags: { $elemMatch: { a: { $gt: 1 } } } }, is: 2 },
        ],
      },
    },
  ],
  experiences: [
    {
      id: 'hero',
      name: 'Hero',
      status: 'live',
      pages: ['/', '/shoes/*', '!/shoes/sale'],
      trigger: { kind: 'load' },
      frequency: { times: 3, per: '7d' },
      schedule: { from: '2026-11-01T00:00:00+01:00', to: '2026-12-01T00:00:00Z' },
      holdout: 0.1,
      goal: 'order',
      variants: [
        {
          id: 'a',
          name: 'A',
          segment: 'tents',
          weight: 2,
          changes: [
            { kind: 'text', target: { css: 'h1.hero', text: 'Shop' }, value: 'Hi {{trait.name|there}}' },
            {
              kind: 'html',
              target: { css: 'p:nth-child(2n+1 of .x)' },
              value: '<b class="x">Hi</b> &amp; you',
            },
            { kind: 'attribute', target: { css: 'img' }, name: 'aria-label', value: null },
            {
              kind: 'image',
              target: { css: 'main > img:not(.logo)' },
              src: 'https://images.example/a.png',
              srcset: '/a.png 1x, /b.png 2x',
            },
            { kind: 'link', target: { css: 'a#more' }, href: 'mailto:hi@shop.example' },
            { kind: 'class', target: { css: '.a, .b', within: ['my-app'] }, add: ['x'], remove: ['y'] },
            {
              kind: 'style',
              target: { css: '[data-a="1"]' },
              properties: { 'background-image': 'url("/x.png")', '--gap': '2px' },
              media: '(min-width: 700px)',
            },
          ],
        },
        {
          id: 'b',
          name: 'B',
          segment: 'tents',
          weight: 0,
          changes: [
            { kind: 'hide', target: { css: 'aside' } },
            {
              kind: 'insert',
              target: { css: 'main' },
              position: 'first',
              html: '<p>Now <a href="/sale">sale</a></p>',
            },
            {
              kind: 'block',
              shape: 'coupon',
              place: { target: { css: 'main' }, position: 'first' },
              fields: {
                title: 'For you',
                text: 'Hi {{trait.name|there}}',
                button: { label: 'See tents', href: '/tents/' },
                image: { src: '/a.png', alt: '' },
                code: 'TENT10',
                until: '2036-11-27T00:00:00+01:00',
              },
              dress: {
                colour: '#111',
                ground: 'white',
                accent: 'var(--brand)',
                font: 'Inter, serif',
                radius: '8px',
              },
              close: true,
            },
            { kind: 'move', target: { css: '#a' }, to: { css: '#b' }, position: 'before' },
            {
              kind: 'css',
              value: '.x{color:red;background:url(https://images.example/y.png)}@media print{.x{}}',
            },
          ],
        },
        { id: 'c', name: 'C', segment: 'everyone', changes: [{ kind: 'redirect', url: '/sale/' }] },
      ],
    },
    {
      id: 'later',
      name: 'Later',
      status: 'draft',
      pages: ['*'],
      variants: [{ id: 'a', name: 'A', segment: 'mix', changes: [] }],
    },
  ],
  // after the segments: of each kind of condition the first one is a segment's
  models: [
    {
      id: 'order',
      name: 'Order in this visit',
      goal: 'order',
      bias: -3.2,
      terms: [
        { of: { kind: 'count', event: 'add_to_cart', during: 'visit' }, as: 'log', weight: 1.9 },
        { of: { kind: 'days', event: 'page_view', within: '30d' }, as: 'number', weight: 0.12 },
        { when: { kind: 'since', event: 'purchase', is: { $lt: '30d' } }, weight: -0.4 },
      ],
      report: {
        visits: 4000,
        positives: 480,
        auc: 0.81,
        interval: [0.78, 0.84],
        mean: 0.12,
        actual: 0.12,
        slope: 1.02,
        brier: 0.08,
        brierOfMean: 0.106,
        bins: [
          { rows: 800, visitors: 600, mean: 0.03, actual: 0.03 },
          { rows: 800, visitors: 500, mean: 0.3, actual: 0.28 },
        ],
      },
    },
  ],
  buyer: { orders: 'orders', spent: 'spent', first: 'first_order', last: 'last_order' },
};

const LEARNED = /^(persona|expected|alive|model)$/;
/** The same, but nothing asks for what was learned, or for what the site states: its tag is made of the usual files. */
export const PLAIN: Config = JSON.parse(JSON.stringify(SAMPLE), (key, part) =>
  key === 'items' || key === 'buyer'
    ? undefined
    : key === 'of' && Array.isArray(part)
      ? part.filter(({ kind }) => !LEARNED.test(kind))
      : part,
);

/** The same with a question and a list of recommended items, which is published from another build: whoever has only the usual one takes the other. */
export const ASKING: Config = {
  ...SAMPLE,
  questions: [
    {
      id: 'need',
      name: 'Need',
      ask: 'What matters most to you?',
      purpose: 'So that we show that first.',
      trait: 'need',
      answer: {
        kind: 'choice',
        options: [
          { value: 'price', label: 'A good price' },
          { value: 'quality', label: 'That it lasts' },
        ],
      },
      again: '365d',
    },
  ],
  experiences: SAMPLE.experiences.map((one, at) => ({
    ...one,
    variants: one.variants.map((variant) => ({
      ...variant,
      changes: [
        ...variant.changes,
        ...(at === 0 && variant.id === 'a'
          ? [
              {
                kind: 'ask' as const,
                question: 'need',
                place: { target: { css: 'main' }, position: 'last' as const },
              },
              {
                kind: 'recommend' as const,
                target: { css: '.seen' },
                card: { item: '.card', name: 'h3', link: 'a', image: 'img', price: '.price' },
                from: ['viewed' as const, 'trending' as const],
                count: 6,
                least: 3,
                without: ['this' as const, 'bought' as const],
                boughtWithin: '90d',
                where: { price: { $lte: 200 } },
                perGroup: 3,
              },
            ]
          : []),
      ],
    })),
  })),
};

/** A place in a config. */
export type Path = (string | number)[];

/** All that has a kind in a part of a config, outer ones first. */
function* findKinds(at: unknown, path: Path = []): Generator<[kind: unknown, path: Path]> {
  if (typeof at !== 'object' || at === null) return;
  if ('kind' in at) yield [at.kind, path];
  for (const [key, value] of Object.entries(at))
    yield* findKinds(value, [...path, Array.isArray(at) ? Number(key) : key]);
}

/** The kinds that stand in a part of a config, in order. */
export const kindsIn = (part: unknown): unknown[] => [...new Set([...findKinds(part)].map(([kind]) => kind))];

/** Where the first condition or change of this kind stands in the sample. */
export function placeOf(kind: Condition['kind'] | Change['kind']): Path {
  for (const [found, path] of findKinds(SAMPLE)) if (found === kind) return path;
  throw new Error(`the sample has no ${kind}: add one`);
}

/** A deep copy of the sample, or of another, with one place changed; `undefined` removes the field. */
export function broken(path: Path, value: unknown, of: object = SAMPLE): object {
  type Holder = Record<string | number, unknown>;
  const copy: Holder = { ...structuredClone(of) };
  const last = path.at(-1)!;
  const holder = path.slice(0, -1).reduce((at, key) => at[key] as Holder, copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

// The rules whose lines are tested: every template with its blanks filled, and random ones that ask what a page itself
// brings.
import fc from 'fast-check';
import type { Condition } from '../../../../../shared/schema/condition.ts';
import { GALLERY } from '../../../../../shared/templates/gallery.ts';

/** What stands in a blank that has no default. */
const BLANKS: Record<string, unknown> = {
  ...{ topic: 'tents', category: 'tents', bought: 'tents', missing: 'sleep', brand: 'tents', word: 'tent' },
  ...{ path: '/help', experience: 'tents', campaign: 'spring', host: 'partner.example' },
  ...{
    values: ['gold'],
    languages: ['de'],
    countries: ['DE'],
    persona: 'often',
    model: 'order',
    trait: 'need',
  },
};

/** But those of a model: models of any terms are drawn beside them (models.ts). */
export const templates: Condition[] = GALLERY.filter(({ needs }) => !needs.includes('models')).map(
  (template) =>
    template.build(
      Object.fromEntries(
        Object.entries(template.params.shape).flatMap(([name, blank]) =>
          (blank as { safeParse(value: unknown): { success: boolean } }).safeParse(undefined).success
            ? []
            : [[name, BLANKS[name]]],
        ),
      ),
    ),
);

export const leavesOf = (condition: Condition): Condition[] =>
  condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'none'
    ? condition.of.flatMap(leavesOf)
    : [condition];

const event = fc.constantFrom(
  'page_view',
  'page_view',
  'visit_start',
  'search',
  'page_not_found',
  'view_item',
  'lead',
);
const where = fc.constantFrom<unknown>(
  undefined,
  { path: { $startsWith: '/tents' } },
  { path: '/help/x' },
  { path: { $ne: '/%C3%A9' } },
  { topics: 'tents' },
  { q: { $exists: true } },
  { term: { $contains: 'tent' } },
  { channel: 'email' },
  { source: { $in: ['newsletter', 'google.com'] } },
  { repeat: { $ne: true } },
  { value: { $gte: 2 } },
);
const few = fc.constantFrom<unknown>(
  { $gte: 2, $lt: 4 },

  { $gte: 1 },
  { $gte: 2 },
  0,
  3,
  { $lt: 3 },
  { $gt: 1, $lte: 4 },
  { $ne: 1 },
);
const window = fc.constantFrom<object>(
  ...[{}, { within: '1h' }, { within: '2d' }, { within: '30d' }, { during: 'visit' }],
  ...[{ between: ['30d', '1d'] }, { between: ['1h', '10m'] }, { between: ['1h', '10m'] }],
);
const span = fc.constantFrom('10m', '30m', '1h', '2d', '30d');
const step = fc.record({ event, where });
const tidy = (value: object) => JSON.parse(JSON.stringify(value));

/** Windows that are narrow enough for a busy hour to leave and enter them. */
export const windows: Condition[] = [
  'count',
  'sum',
  'average',
  'min',
  'max',
  'distinct',
  'first',
  'last',
].flatMap((kind) =>
  [2, 3, 5].flatMap((n) =>
    [{ between: ['1h', '10m'] }, { between: ['1d', '30m'] }, { within: '1h' }].map(
      (window) => ({ kind, event: 'view_item', of: 'value', is: { $gte: n }, ...window }) as Condition,
    ),
  ),
);

/** Leaves over what a page view brings by itself. */
export const own: fc.Arbitrary<Condition> = fc
  .oneof(
    fc
      .tuple(fc.record({ kind: fc.constantFrom('count', 'days'), event, where, is: few }), window)
      .map(([a, b]) => ({ ...a, ...b })),
    fc
      .tuple(fc.record({ kind: fc.constant('days'), where, is: few }), window)
      .map(([a, b]) => ({ ...a, ...b })),
    fc
      .tuple(
        fc.record({
          kind: fc.constantFrom('sum', 'average', 'min', 'max', 'distinct'),
          event,
          where,
          of: fc.constantFrom('value', 'value', 'items.price', 'path', 'source', 'term'),
          is: few,
        }),
        window,
      )
      .map(([a, b]) => ({ ...a, ...b })),
    fc
      .tuple(
        fc.record({
          kind: fc.constantFrom('first', 'last'),
          event,
          where,
          of: fc.constantFrom('source', 'path', 'referrer', 'term', 'value', 'topics'),
          is: fc.constantFrom<unknown>(
            'newsletter',
            { $startsWith: '/tents' },
            { $exists: false },
            { $ne: 'direct' },
            'tents',
          ),
        }),
        window,
      )
      .map(([a, b]) => ({ ...a, ...b })),
    fc.record({ kind: fc.constant('since'), event, where, is: span.map(($gt) => ({ $gt })) }),
    fc.record({
      kind: fc.constantFrom('age', 'away'),
      is: fc.oneof(
        span.map(($gte) => ({ $gte })),
        span.map(($lt) => ({ $lt })),
        fc.constant({ $exists: false }),
      ),
    }),
    fc.record({
      kind: fc.constant('sequence'),
      steps: fc.array(step, { minLength: 1, maxLength: 3 }),
      within: span,
      same: fc.constantFrom(undefined, undefined, 'path', 'item_category'),
      without: fc.option(step, { nil: undefined }),
      inLast: fc.option(span, { nil: undefined }),
      after: fc.option(span, { nil: undefined }),
    }),
    fc.record({
      kind: fc.constant('score'),
      weights: fc.constantFrom<unknown>(
        { page_view: 1, purchase: 5 },
        { page_view: -1, view_item: 2 },
        { search: 2.5, lead: 1 },
        { visit_start: 1, page_view: 0.5, view_item: 0.25 },
      ),
      halfLife: fc.constantFrom('2h', '1d', '14d'),
      is: fc.constantFrom<unknown>(
        { $gte: 2 },
        { $gt: 1 },
        { $gt: 0 },
        { $lt: 3, $gte: 0.5 },
        { $not: { $gte: 1 } },
      ),
    }),
    fc.record({
      kind: fc.constant('interest'),
      topic: fc.constantFrom('tents', 'boots', 'winter', 'maps'),
      share: fc.constantFrom<unknown>(
        undefined,
        { $gte: 0.3 },
        { $gt: 0.5 },
        { $lt: 0.25 },
        { $gt: 0, $lt: 0.4 },
      ),
      rank: fc.constantFrom<unknown>(1, { $lte: 2 }, { $gt: 1 }, undefined),
    }),
    fc.record({
      kind: fc.constant('rfm'),
      recency: fc.constantFrom<unknown>(undefined, 5, { $gte: 3 }, { $lt: 4 }),
      frequency: fc.constantFrom<unknown>({ $gte: 2 }, { $lt: 3 }),
    }),
    fc.record({ kind: fc.constant('persona'), id: fc.constantFrom('often', 'lately', 'long-ago') }),
    fc.record({
      kind: fc.constant('expected'),
      of: fc.constantFrom(undefined, 'value'),
      within: span,
      is: fc.constantFrom<unknown>({ $gte: 0.1 }, { $lt: 0.01 }, { $gt: 0.5, $lt: 1 }),
    }),
    fc.record({ kind: fc.constant('alive'), is: fc.constantFrom<unknown>({ $gte: 0.5 }, { $lt: 0.9 }) }),
    fc.record({
      kind: fc.constant('context'),
      key: fc.constantFrom('visitNumber', 'pageNumber'),
      is: few,
    }),
  )
  .map(tidy);

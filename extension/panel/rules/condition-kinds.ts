// Every kind of condition as the builder offers it: its words, its blanks, and what it begins with.

import type { Condition, ConditionOf } from '../../../shared/schema/condition.ts';

/** The field, or one of those, that each blank fills in. */
interface FieldOf {
  event: 'event';
  anyEvent: 'event';
  of: 'of';
  where: 'where';
  number: 'is';
  value: 'is';
  span: 'is';
  window: 'during';
  within: 'within';
  contextKey: 'key';
  traitKey: 'key';
  segment: 'id';
  topic: 'topic';
  strength: 'share';
  weights: 'weights';
  halfLife: 'halfLife';
  classes: 'recency';
  steps: 'steps';
  more: 'without';
}
export type Blank = keyof FieldOf;

export type GroupKind = 'all' | 'any' | 'none';
type Of<Name extends Condition['kind']> = Name extends GroupKind
  ? Extract<Condition, { kind: GroupKind }>
  : ConditionOf<Name>;

/** The blanks whose field a kind has. */
type BlankOf<Name extends Condition['kind']> = {
  [One in Blank]: FieldOf[One] extends keyof Of<Name> ? One : never;
}[Blank];

export interface Kind<Name extends Condition['kind'] = Condition['kind']> {
  /** as the beginning of a sentence about a visitor */
  label: string;
  group: 'what they did' | 'who they are' | 'this page view' | 'together';
  blanks: BlankOf<Name>[];
  make(): Of<Name>;
}

export const KINDS: { [Name in Condition['kind']]: Kind<Name> } = {
  count: {
    label: 'did this so often',
    group: 'what they did',
    blanks: ['event', 'where', 'number', 'window'],
    make: () => ({ kind: 'count', event: 'view_item', is: { $gte: 3 }, within: '7d' }),
  },
  since: {
    label: 'did this so long ago',
    group: 'what they did',
    blanks: ['event', 'where', 'span'],
    make: () => ({ kind: 'since', event: 'purchase', is: { $gt: '30d' } }),
  },
  days: {
    label: 'came on so many days',
    group: 'what they did',
    blanks: ['anyEvent', 'where', 'number', 'window'],
    make: () => ({ kind: 'days', is: { $gte: 3 }, within: '14d' }),
  },
  sum: {
    label: 'reached a total',
    group: 'what they did',
    blanks: ['event', 'of', 'where', 'number', 'window'],
    make: () => ({ kind: 'sum', event: 'purchase', of: 'value', is: { $gte: 100 } }),
  },
  average: {
    label: 'reached an average',
    group: 'what they did',
    blanks: ['event', 'of', 'where', 'number', 'window'],
    make: () => ({ kind: 'average', event: 'purchase', of: 'value', is: { $gte: 50 } }),
  },
  min: {
    label: 'has a least value',
    group: 'what they did',
    blanks: ['event', 'of', 'where', 'number', 'window'],
    make: () => ({ kind: 'min', event: 'view_item', of: 'value', is: { $lte: 50 } }),
  },
  max: {
    label: 'has a greatest value',
    group: 'what they did',
    blanks: ['event', 'of', 'where', 'number', 'window'],
    make: () => ({ kind: 'max', event: 'view_item', of: 'value', is: { $gte: 200 } }),
  },
  distinct: {
    label: 'saw so many different',
    group: 'what they did',
    blanks: ['event', 'of', 'where', 'number', 'window'],
    make: () => ({ kind: 'distinct', event: 'view_item', of: 'item_category', is: { $gte: 2 } }),
  },
  first: {
    label: 'began with',
    group: 'what they did',
    blanks: ['event', 'of', 'where', 'value', 'window'],
    make: () => ({ kind: 'first', event: 'visit_start', of: 'source', is: 'newsletter' }),
  },
  last: {
    label: 'did last with',
    group: 'what they did',
    blanks: ['event', 'of', 'where', 'value', 'window'],
    make: () => ({ kind: 'last', event: 'view_item', of: 'item_category', is: 'tents' }),
  },
  sequence: {
    label: 'did things in this order',
    group: 'what they did',
    blanks: ['steps', 'within', 'more'],
    make: () => ({
      kind: 'sequence',
      steps: [{ event: 'add_to_cart' }, { event: 'begin_checkout' }],
      within: '1d',
    }),
  },
  interest: {
    label: 'is interested in',
    group: 'who they are',
    blanks: ['topic', 'strength'],
    make: () => ({ kind: 'interest', topic: 'tents', share: { $gte: 0.3 } }),
  },
  score: {
    label: 'has a score',
    group: 'who they are',
    blanks: ['weights', 'halfLife', 'number'],
    make: () => ({
      kind: 'score',
      weights: { page_view: 1, add_to_cart: 5 },
      halfLife: '7d',
      is: { $gte: 20 },
    }),
  },
  rfm: {
    label: 'is in a value class',
    group: 'who they are',
    blanks: ['classes'],
    make: () => ({ kind: 'rfm', monetary: { $gte: 4 } }),
  },
  trait: {
    label: 'stated about themselves',
    group: 'who they are',
    blanks: ['traitKey', 'value'],
    make: () => ({ kind: 'trait', key: 'plan', is: 'premium' }),
  },
  age: {
    label: 'has been known for',
    group: 'who they are',
    blanks: ['span'],
    make: () => ({ kind: 'age', is: { $gt: '30d' } }),
  },
  away: {
    label: 'was away for',
    group: 'who they are',
    blanks: ['span'],
    make: () => ({ kind: 'away', is: { $gt: '30d' } }),
  },
  segment: {
    label: 'is in another segment',
    group: 'who they are',
    blanks: ['segment'],
    make: () => ({ kind: 'segment', id: '' }),
  },
  context: {
    label: 'is here with',
    group: 'this page view',
    blanks: ['contextKey', 'value'],
    make: () => ({ kind: 'context', key: 'device', is: 'phone' }),
  },
  all: { label: 'all of these', group: 'together', blanks: [], make: () => ({ kind: 'all', of: [] }) },
  any: { label: 'any of these', group: 'together', blanks: [], make: () => ({ kind: 'any', of: [] }) },
  none: { label: 'none of these', group: 'together', blanks: [], make: () => ({ kind: 'none', of: [] }) },
};

export const GROUPS = ['what they did', 'who they are', 'this page view', 'together'] as const;

export const isGroup = (condition: Condition): condition is Extract<Condition, { kind: GroupKind }> =>
  condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'none';

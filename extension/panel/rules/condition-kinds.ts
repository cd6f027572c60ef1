// Every kind of condition as the builder offers it: its words, its blanks, and what it begins with.

import type { Condition, ConditionOf } from '../../../shared/schema/condition.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';

/** The field, or one of those, that each blank fills in. */
interface FieldOf {
  event: 'event';
  anyEvent: 'event';
  of: 'of';
  where: 'where';
  number: 'is';
  whole: 'is';
  chance: 'is';
  value: 'is';
  span: 'is';
  window: 'during';
  within: 'within';
  contextKey: 'key';
  traitKey: 'key';
  segment: 'id';
  persona: 'id';
  model: 'id';
  worth: 'of';
  ahead: 'within';
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
  group: keyof typeof GROUPS;
  blanks: BlankOf<Name>[];
  /** the field of the config without which it cannot be asked */
  needs?: keyof Config;
  make(): Of<Name>;
}

/** What kinds are about, as a list of them is divided. */
export const GROUPS = {
  did: t`what they did`,
  are: t`who they are`,
  view: t`this page view`,
  together: t`together`,
} as const;

export const KINDS: { [Name in Condition['kind']]: Kind<Name> } = {
  count: {
    label: t`did this so often`,
    group: 'did',
    blanks: ['event', 'where', 'whole', 'window'],
    make: () => ({ kind: 'count', event: 'view_item', is: { $gte: 3 }, within: '7d' }),
  },
  since: {
    label: t`did this so long ago`,
    group: 'did',
    blanks: ['event', 'where', 'span'],
    make: () => ({ kind: 'since', event: 'purchase', is: { $gt: '30d' } }),
  },
  days: {
    label: t`came on so many days`,
    group: 'did',
    blanks: ['anyEvent', 'where', 'whole', 'window'],
    make: () => ({ kind: 'days', is: { $gte: 3 }, within: '14d' }),
  },
  sum: {
    label: t`reached a total`,
    group: 'did',
    blanks: ['event', 'of', 'where', 'number', 'window'],
    make: () => ({ kind: 'sum', event: 'purchase', of: 'value', is: { $gte: 100 } }),
  },
  average: {
    label: t`reached an average`,
    group: 'did',
    blanks: ['event', 'of', 'where', 'number', 'window'],
    make: () => ({ kind: 'average', event: 'purchase', of: 'value', is: { $gte: 50 } }),
  },
  min: {
    label: t`has a least value`,
    group: 'did',
    blanks: ['event', 'of', 'where', 'number', 'window'],
    make: () => ({ kind: 'min', event: 'view_item', of: 'value', is: { $lte: 50 } }),
  },
  max: {
    label: t`has a greatest value`,
    group: 'did',
    blanks: ['event', 'of', 'where', 'number', 'window'],
    make: () => ({ kind: 'max', event: 'view_item', of: 'value', is: { $gte: 200 } }),
  },
  distinct: {
    label: t`saw so many different`,
    group: 'did',
    blanks: ['event', 'of', 'where', 'whole', 'window'],
    make: () => ({ kind: 'distinct', event: 'view_item', of: 'item_category', is: { $gte: 2 } }),
  },
  first: {
    label: t`began with`,
    group: 'did',
    blanks: ['event', 'of', 'where', 'value', 'window'],
    make: () => ({ kind: 'first', event: 'visit_start', of: 'source', is: 'newsletter' }),
  },
  last: {
    label: t`did last with`,
    group: 'did',
    blanks: ['event', 'of', 'where', 'value', 'window'],
    make: () => ({ kind: 'last', event: 'view_item', of: 'item_category', is: 'tents' }),
  },
  sequence: {
    label: t`did things in this order`,
    group: 'did',
    blanks: ['steps', 'within', 'more'],
    make: () => ({
      kind: 'sequence',
      steps: [{ event: 'add_to_cart' }, { event: 'begin_checkout' }],
      within: '1d',
    }),
  },
  interest: {
    label: t`is interested in`,
    group: 'are',
    blanks: ['topic', 'strength'],
    make: () => ({ kind: 'interest', topic: 'tents', share: { $gte: 0.3 } }),
  },
  score: {
    label: t`has a score`,
    group: 'are',
    blanks: ['weights', 'halfLife', 'number'],
    make: () => ({
      kind: 'score',
      weights: { page_view: 1, add_to_cart: 5 },
      halfLife: '7d',
      is: { $gte: 20 },
    }),
  },
  rfm: {
    label: t`is in a value class`,
    group: 'are',
    blanks: ['classes'],
    make: () => ({ kind: 'rfm', monetary: { $gte: 4 } }),
  },
  persona: {
    label: t`buys like one of the groups`,
    group: 'are',
    blanks: ['persona'],
    needs: 'personas',
    make: () => ({ kind: 'persona', id: '' }),
  },
  expected: {
    label: t`is expected to order`,
    group: 'are',
    blanks: ['worth', 'number', 'ahead'],
    needs: 'value',
    make: () => ({ kind: 'expected', within: '90d', is: { $gte: 1 } }),
  },
  alive: {
    label: t`has not stopped buying, by chance`,
    group: 'are',
    blanks: ['chance'],
    needs: 'value',
    make: () => ({ kind: 'alive', is: { $lt: 0.5 } }),
  },
  model: {
    label: t`is likely to reach a goal in this visit`,
    group: 'are',
    blanks: ['model', 'chance'],
    needs: 'models',
    make: () => ({ kind: 'model', id: '', is: { $gte: 0.2 } }),
  },
  trait: {
    label: t`stated about themselves`,
    group: 'are',
    blanks: ['traitKey', 'value'],
    make: () => ({ kind: 'trait', key: 'plan', is: 'premium' }),
  },
  age: {
    label: t`has been known for`,
    group: 'are',
    blanks: ['span'],
    make: () => ({ kind: 'age', is: { $gt: '30d' } }),
  },
  away: {
    label: t`was away for`,
    group: 'are',
    blanks: ['span'],
    make: () => ({ kind: 'away', is: { $gt: '30d' } }),
  },
  segment: {
    label: t`is in another segment`,
    group: 'are',
    blanks: ['segment'],
    make: () => ({ kind: 'segment', id: '' }),
  },
  context: {
    label: t`is here with`,
    group: 'view',
    blanks: ['contextKey', 'value'],
    make: () => ({ kind: 'context', key: 'device', is: 'phone' }),
  },
  all: { label: t`all of these`, group: 'together', blanks: [], make: () => ({ kind: 'all', of: [] }) },
  any: { label: t`any of these`, group: 'together', blanks: [], make: () => ({ kind: 'any', of: [] }) },
  none: { label: t`none of these`, group: 'together', blanks: [], make: () => ({ kind: 'none', of: [] }) },
};

export const isGroup = (condition: Condition): condition is Extract<Condition, { kind: GroupKind }> =>
  condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'none';

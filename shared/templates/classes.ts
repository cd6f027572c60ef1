// What the edges of rfm tell of a buyer among all buyers; `selvedge learn` makes them of the owner's orders.
//
// By how the classes lie to each other, and by what the visit is like.
import * as z from 'zod';
import type { ConditionOf } from '../schema/condition.ts';
import { days, span, times } from './params.ts';
import { template } from './template.ts';

const classes = (id: string, cells: Omit<ConditionOf<'rfm'>, 'kind'>) =>
  template({
    id,
    group: 'purchase',
    needs: ['purchase', 'rfm'],
    params: z.object({}),
    when: () => ({ kind: 'rfm', ...cells }),
  });

const high = { $gte: 4 };
const low = { $lte: 2 };

export const buyerClasses = [
  classes('rfm-best', { recency: high, frequency: high, monetary: high }),
  classes('rfm-often-lately', { recency: high, frequency: high }),
  classes('rfm-seldom-lately', { recency: high, frequency: low }),
  classes('rfm-often-small', { frequency: high, monetary: low }),
  classes('rfm-seldom-large', { frequency: low, monetary: high }),
  classes('rfm-often-pausing', { recency: 3, frequency: high }),
  classes('rfm-slipping-away', { recency: low, frequency: high }),
  classes('rfm-large-long-ago', { recency: low, monetary: high }),
  classes('rfm-seldom-long-ago', { recency: low, frequency: low }),
  template({
    id: 'rfm-best-back',
    group: 'purchase',
    needs: ['purchase', 'rfm'],
    params: z.object({ away: span('30d') }),
    when: ({ away }) => ({
      kind: 'all',
      of: [
        { kind: 'rfm', frequency: high, monetary: high },
        { kind: 'away', is: { $gte: away } },
      ],
    }),
  }),
  template({
    id: 'rfm-best-looking',
    group: 'purchase',
    needs: ['purchase', 'view_item', 'add_to_cart', 'rfm'],
    params: z.object({ views: times(3) }),
    when: ({ views }) => ({
      kind: 'all',
      of: [
        { kind: 'rfm', frequency: high, monetary: high },
        { kind: 'count', event: 'view_item', is: { $gte: views }, during: 'visit' },
        { kind: 'count', event: 'add_to_cart', is: 0, during: 'visit' },
      ],
    }),
  }),
  template({
    id: 'rfm-large-deciding',
    group: 'purchase',
    needs: ['purchase', 'add_to_cart', 'rfm'],
    params: z.object({}),
    when: () => ({
      kind: 'all',
      of: [
        { kind: 'rfm', monetary: high },
        { kind: 'count', event: 'add_to_cart', is: { $gte: 1 }, during: 'visit' },
        { kind: 'count', event: 'purchase', is: 0, during: 'visit' },
      ],
    }),
  }),
  template({
    id: 'rfm-seldom-often-here',
    group: 'purchase',
    needs: ['purchase', 'rfm'],
    params: z.object({ days: days(4), window: span('30d') }),
    when: ({ days, window }) => ({
      kind: 'all',
      of: [
        { kind: 'rfm', frequency: low },
        { kind: 'days', is: { $gte: days }, within: window },
      ],
    }),
  }),
  template({
    id: 'rfm-long-ago-looking',
    group: 'purchase',
    needs: ['purchase', 'rfm'],
    params: z.object({ pages: times(3) }),
    when: ({ pages }) => ({
      kind: 'all',
      of: [
        { kind: 'rfm', recency: low },
        { kind: 'count', event: 'page_view', is: { $gte: pages }, during: 'visit' },
      ],
    }),
  }),
];

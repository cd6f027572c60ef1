// How much somebody does here: time, pages, depth; and how far along they are.
import * as z from 'zod';
import { amount, days, share, span, times } from './params.ts';
import { template } from './template.ts';

export const engagement = [
  template({
    id: 'highly-engaged',
    group: 'engagement',
    params: z.object({ points: amount(20), halfLife: span('7d') }),
    when: ({ points, halfLife }) => ({
      kind: 'score',
      weights: { page_view: 1, view_item: 2, search: 2, add_to_cart: 5, purchase: 10 },
      halfLife,
      is: { $gte: points },
    }),
  }),
  template({
    id: 'spends-time',
    group: 'engagement',
    params: z.object({ seconds: amount(300), window: span('7d') }),
    when: ({ seconds, window }) => ({
      kind: 'sum',
      event: 'engagement',
      of: 'seconds',
      is: { $gte: seconds },
      within: window,
    }),
  }),
  template({
    id: 'reads-to-the-end',
    group: 'engagement',
    params: z.object({ pages: times(3), depth: share(0.9), window: span('14d') }),
    when: ({ pages, depth, window }) => ({
      kind: 'count',
      event: 'scroll',
      where: { share: { $gte: depth } },
      is: { $gte: pages },
      within: window,
    }),
  }),
  template({
    id: 'deep-in-this-visit',
    group: 'engagement',
    params: z.object({ pages: times(5) }),
    when: ({ pages }) => ({ kind: 'context', key: 'pageNumber', is: { $gte: pages } }),
  }),
  template({
    id: 'searcher',
    group: 'engagement',
    params: z.object({ searches: times(1) }),
    when: ({ searches }) => ({ kind: 'count', event: 'search', is: { $gte: searches }, during: 'visit' }),
  }),
  template({
    id: 'shares-with-others',
    group: 'engagement',
    needs: ['share'],
    params: z.object({ times: times(1), window: span('90d') }),
    when: ({ times, window }) => ({ kind: 'count', event: 'share', is: { $gte: times }, within: window }),
  }),
  template({
    id: 'stage-discovering',
    group: 'journey',
    needs: ['view_item'],
    params: z.object({}),
    when: () => ({
      kind: 'all',
      of: [
        { kind: 'count', event: 'view_item', is: 0 },
        { kind: 'count', event: 'purchase', is: 0 },
      ],
    }),
  }),
  template({
    id: 'stage-comparing',
    group: 'journey',
    needs: ['view_item'],
    params: z.object({ items: times(2), window: span('14d') }),
    when: ({ items, window }) => ({
      kind: 'all',
      of: [
        { kind: 'distinct', event: 'view_item', of: 'items.item_id', is: { $gte: items }, within: window },
        { kind: 'count', event: 'add_to_cart', is: 0, within: window },
        { kind: 'count', event: 'purchase', is: 0, within: window },
      ],
    }),
  }),
  template({
    id: 'stage-deciding',
    group: 'journey',
    needs: ['add_to_cart', 'begin_checkout'],
    params: z.object({}),
    when: () => ({
      kind: 'all',
      of: [
        {
          kind: 'any',
          of: [
            { kind: 'count', event: 'add_to_cart', is: { $gte: 1 }, during: 'visit' },
            { kind: 'count', event: 'begin_checkout', is: { $gte: 1 }, during: 'visit' },
          ],
        },
        { kind: 'count', event: 'purchase', is: 0, during: 'visit' },
      ],
    }),
  }),
  template({
    id: 'stage-just-bought',
    group: 'journey',
    needs: ['purchase'],
    params: z.object({ window: span('14d') }),
    when: ({ window }) => ({ kind: 'since', event: 'purchase', is: { $lte: window } }),
  }),
  template({
    id: 'looks-but-does-not-buy',
    group: 'journey',
    needs: ['purchase'],
    params: z.object({ days: days(3), window: span('30d') }),
    when: ({ days, window }) => ({
      kind: 'all',
      of: [
        { kind: 'days', event: 'page_view', is: { $gte: days }, within: window },
        { kind: 'count', event: 'purchase', is: 0, within: window },
      ],
    }),
  }),
];

// What somebody is drawn to: topics of pages, categories and brands of things.
import * as z from 'zod';
import { needed, share, span, times } from './params.ts';
import { template } from './template.ts';

export const interests = [
  template({
    id: 'interested-in-topic',
    group: 'interest',
    needs: ['topics'],
    params: z.object({ topic: needed(), share: share(0.3) }),
    when: ({ topic, share }) => ({ kind: 'interest', topic, share: { $gte: share } }),
  }),
  template({
    id: 'favourite-topic',
    group: 'interest',
    needs: ['topics'],
    params: z.object({ topic: needed() }),
    when: ({ topic }) => ({ kind: 'interest', topic, rank: 1 }),
  }),
  template({
    id: 'category-fan',
    group: 'interest',
    needs: ['view_item'],
    params: z.object({ category: needed(), views: times(3), window: span('7d') }),
    when: ({ category, views, window }) => ({
      kind: 'count',
      event: 'view_item',
      where: { 'items.item_category': category },
      is: { $gte: views },
      within: window,
    }),
  }),
  template({
    id: 'brand-fan',
    group: 'interest',
    needs: ['view_item'],
    params: z.object({ brand: needed(), views: times(3), window: span('30d') }),
    when: ({ brand, views, window }) => ({
      kind: 'count',
      event: 'view_item',
      where: { 'items.item_brand': brand },
      is: { $gte: views },
      within: window,
    }),
  }),
  template({
    id: 'reads-section',
    group: 'interest',
    params: z.object({ path: needed(), views: times(2), window: span('30d') }),
    when: ({ path, views, window }) => ({
      kind: 'count',
      event: 'page_view',
      where: { path: { $startsWith: path } },
      is: { $gte: views },
      within: window,
    }),
  }),
  template({
    id: 'searched-for',
    group: 'interest',
    params: z.object({ word: needed(), window: span('14d') }),
    when: ({ word, window }) => ({
      kind: 'count',
      event: 'search',
      where: { term: { $contains: word } },
      is: { $gte: 1 },
      within: window,
    }),
  }),
];

// Where somebody got stuck.
import * as z from 'zod';
import { needed, span, times } from './params.ts';
import { template } from './template.ts';

export const friction = [
  template({
    id: 'rage-clicker',
    group: 'friction',
    params: z.object({ times: times(1) }),
    when: ({ times }) => ({ kind: 'count', event: 'rage_click', is: { $gte: times }, during: 'visit' }),
  }),
  template({
    id: 'met-missing-page',
    group: 'friction',
    params: z.object({ times: times(1) }),
    when: ({ times }) => ({ kind: 'count', event: 'page_not_found', is: { $gte: times }, during: 'visit' }),
  }),
  template({
    id: 'back-and-forth',
    group: 'friction',
    params: z.object({ window: span('10m') }),
    when: ({ window }) => ({
      kind: 'sequence',
      // whoever only reloads a page has not come back to it
      steps: [
        { event: 'page_view' },
        { event: 'page_view', where: { repeat: { $ne: true } } },
        { event: 'page_view' },
      ],
      within: window,
      same: 'path',
      inLast: window,
    }),
  }),
  template({
    id: 'search-without-find',
    group: 'friction',
    needs: ['view_item'],
    params: z.object({ searches: times(2) }),
    when: ({ searches }) => ({
      kind: 'all',
      of: [
        { kind: 'count', event: 'search', is: { $gte: searches }, during: 'visit' },
        { kind: 'count', event: 'view_item', is: 0, during: 'visit' },
      ],
    }),
  }),
  template({
    id: 'help-seeker',
    group: 'friction',
    params: z.object({ path: needed(), views: times(2), window: span('7d') }),
    when: ({ path, views, window }) => ({
      kind: 'count',
      event: 'page_view',
      where: { path: { $startsWith: path } },
      is: { $gte: views },
      within: window,
    }),
  }),
];

// New, returning, loyal, lapsed: how often and how lately somebody came.
import * as z from 'zod';
import { days, span, times } from './params.ts';
import { template } from './template.ts';

export const visits = [
  template({
    id: 'new-visitor',
    group: 'visits',
    params: z.object({}),
    when: () => ({ kind: 'context', key: 'visitNumber', is: 1 }),
  }),
  template({
    id: 'returning-visitor',
    group: 'visits',
    params: z.object({ visits: times(2) }),
    when: ({ visits }) => ({ kind: 'context', key: 'visitNumber', is: { $gte: visits } }),
  }),
  template({
    id: 'regular-visitor',
    group: 'visits',
    params: z.object({ days: days(4), window: span('30d') }),
    when: ({ days, window }) => ({ kind: 'days', is: { $gte: days }, within: window }),
  }),
  template({
    id: 'long-known-visitor',
    group: 'visits',
    params: z.object({ known: span('30d') }),
    when: ({ known }) => ({ kind: 'age', is: { $gte: known } }),
  }),
  template({
    id: 'lapsed-visitor',
    group: 'visits',
    params: z.object({ away: span('30d') }),
    when: ({ away }) => ({ kind: 'away', is: { $gt: away } }),
  }),
  template({
    id: 'fading-visitor',
    group: 'visits',
    params: z.object({ visits: times(3), lately: span('30d'), before: span('90d') }),
    when: ({ visits, lately, before }) => ({
      kind: 'all',
      of: [
        { kind: 'count', event: 'visit_start', is: { $gte: visits }, between: [before, lately] },
        { kind: 'count', event: 'visit_start', is: { $lte: 1 }, within: lately },
      ],
    }),
  }),
  template({
    id: 'same-day-return',
    group: 'visits',
    params: z.object({ visits: times(2), window: span('24h') }),
    when: ({ visits, window }) => ({
      kind: 'count',
      event: 'visit_start',
      is: { $gte: visits },
      within: window,
    }),
  }),
];

// Where a visit came from, and which way somebody prefers to come.
import * as z from 'zod';
import type { Condition } from '../schema/condition.ts';
import { CONTEXT_VALUES } from '../schema/context-keys.ts';
import { needed, span, text, times } from './params.ts';
import { template } from './template.ts';

const Channel = z.enum((CONTEXT_VALUES.channel ?? []) as [string, ...string[]]);

const by = (channel: string): Condition => ({ kind: 'context', key: 'channel', is: channel });
const came = (id: string, channel: string) =>
  template({ id, group: 'arrival', params: z.object({}), when: () => by(channel) });

export const arrivals = [
  came('email-arrival', 'email'),
  came('social-arrival', 'social'),
  came('search-arrival', 'search'),
  came('paid-arrival', 'paid'),
  came('ai-arrival', 'ai'),
  came('direct-arrival', 'direct'),
  template({
    id: 'campaign-arrival',
    group: 'arrival',
    params: z.object({ campaign: needed() }),
    when: ({ campaign }) => ({ kind: 'context', key: 'campaign', is: { $startsWith: campaign } }),
  }),
  template({
    id: 'partner-arrival',
    group: 'arrival',
    params: z.object({ host: needed() }),
    when: ({ host }) => ({ kind: 'context', key: 'referrer', is: { $endsWith: host } }),
  }),
  template({
    id: 'channel-preference',
    group: 'arrival',
    params: z.object({ channel: Channel.default('email'), visits: times(3), window: span('90d') }),
    when: ({ channel, visits, window }) => ({
      kind: 'count',
      event: 'visit_start',
      where: { channel },
      is: { $gte: visits },
      within: window,
    }),
  }),
  template({
    id: 'first-came-from',
    group: 'arrival',
    params: z.object({ source: text('newsletter') }),
    when: ({ source }) => ({ kind: 'first', event: 'visit_start', of: 'source', is: source }),
  }),
  template({
    id: 'saw-without-response',
    group: 'arrival',
    params: z.object({ experience: needed(), goalEvent: text('purchase'), times: times(3) }),
    when: ({ experience, goalEvent, times }) => ({
      kind: 'all',
      of: [
        { kind: 'count', event: 'exposure', where: { experience }, is: { $gte: times } },
        { kind: 'count', event: goalEvent, is: 0 },
      ],
    }),
  }),
];

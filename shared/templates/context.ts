// What this page view says by itself: the device, the language, the rough place, the time. Needs no memory.
import * as z from 'zod';
import type { Condition } from '../schema/condition.ts';
import { neededTexts } from './params.ts';
import { template } from './template.ts';

const is = (key: string, is: (Condition & { kind: 'context' })['is']): Condition => ({
  kind: 'context',
  key,
  is,
});
const Hour = z.number().int().min(0).max(23);

export const contexts = [
  template({ id: 'on-a-phone', group: 'device', params: z.object({}), when: () => is('device', 'phone') }),
  template({
    id: 'on-a-large-screen',
    group: 'device',
    params: z.object({ width: z.number().int().min(1).default(1200).describe('CSS pixels') }),
    when: ({ width }) => is('viewport.width', { $gte: width }),
  }),
  template({
    id: 'uses-apple',
    group: 'device',
    params: z.object({}),
    when: () => is('os', { $in: ['ios', 'macos'] }),
  }),
  template({
    id: 'prefers-dark',
    group: 'device',
    params: z.object({}),
    when: () => is('colorScheme', 'dark'),
  }),
  template({ id: 'saves-data', group: 'device', params: z.object({}), when: () => is('saveData', true) }),
  template({
    id: 'speaks',
    group: 'place and time',
    params: z.object({ languages: neededTexts() }),
    when: ({ languages }) => is('language', { $in: languages }),
  }),
  template({
    id: 'in-country',
    group: 'place and time',
    params: z.object({ countries: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1) }),
    when: ({ countries }) => is('country', { $in: countries }),
  }),
  template({
    id: 'time-of-day',
    group: 'place and time',
    params: z.object({ from: Hour.default(18), to: Hour.default(23) }),
    when: ({ from, to }) =>
      from <= to
        ? is('hour', { $gte: from, $lte: to })
        : { kind: 'any', of: [is('hour', { $gte: from }), is('hour', { $lte: to })] },
  }),
  template({
    id: 'weekend',
    group: 'place and time',
    params: z.object({}),
    when: () => is('weekday', { $gte: 6 }),
  }),
];

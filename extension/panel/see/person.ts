// A made-up visitor: what an author says about one, kept for the site it was made for.

import * as z from 'zod/mini';
import { type Stored, stored } from '../../wire/stored.ts';

const Scalar = z.union([z.string(), z.number(), z.boolean()]);

/** One line of "what they did": so often, such an event, in the last so many days. */
const Deed = z.object({
  event: z.string(),
  /** the prop that is said about it, such as `items.item_category`; '' none */
  path: z.string(),
  value: z.string(),
  times: z.number(),
  days: z.number(),
});
export type Deed = z.infer<typeof Deed>;

export const Person = z.object({
  id: z.string(),
  name: z.string(),
  firstSeenDays: z.number(),
  visits: z.number(),
  deeds: z.array(Deed),
  /** in the site's currency, over `orders` orders */
  spent: z.number(),
  orders: z.number(),
  channel: z.string(),
  source: z.string(),
  device: z.enum(['phone', 'tablet', 'desktop']),
  /** 1 Monday … 7 Sunday; 0 is now */
  weekday: z.number(),
  hour: z.number(),
  traits: z.record(z.string(), Scalar),
});
export type Person = z.infer<typeof Person>;

export const people = (origin: string): Stored<Person[]> => stored(`people:${origin}`, 1, z.array(Person));

export const createPerson = (id: string): Person => ({
  id,
  name: '',
  firstSeenDays: 40,
  visits: 5,
  deeds: [],
  spent: 0,
  orders: 0,
  channel: 'direct',
  source: '',
  device: 'desktop',
  weekday: 0,
  hour: 10,
  traits: {},
});

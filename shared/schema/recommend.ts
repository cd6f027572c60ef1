// What a list on the page may show in place of its own cards: items that go with what this visitor looked at or bought.

import * as z from 'zod';
import { t } from '../words/t.ts';
import { Span } from './duration.ts';
import { fields } from './fields.ts';
import { Where } from './predicate.ts';
import { type Refusal, refusing } from './problem.ts';
import { findInSelector } from './target.ts';

export const MOST_SUGGESTED = 24;

/** What `where` may ask of an item; more is known of none. */
export const FACTS = ['id', 'name', 'url', 'price', 'group', 'stock'] as const;

const findTwice = (names: string[]): Refusal[] =>
  names.flatMap((name, at) =>
    names.indexOf(name) === at
      ? []
      : [{ problem: t`"${name}" is there twice`, remedy: t`Take one of them out.`, path: [at] }],
  );

/** Names in front of tests, within `$and`, `$or`, `$nor` and `$not` too. */
const namesIn = (where: unknown): string[] =>
  Object.entries(Object(where)).flatMap(([name, test]) =>
    name.startsWith('$') ? [test].flat().flatMap(namesIn) : [name],
  );

const findOddFacts = (where: Where): Refusal[] => {
  const known: readonly string[] = FACTS;
  return namesIn(where)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      problem: t`an item has no "${name}"`,
      remedy: t`Known of an item: ${FACTS.join(', ')}.`,
    }));
};

const Css = z.string().superRefine(refusing(findInSelector));

export const Source = z.enum(['similar', 'together', 'trending', 'viewed', 'again']);
export type Source = z.infer<typeof Source>;

/** The item of this page; those looked at; those bought; those in the basket. */
export const Without = z.enum(['this', 'viewed', 'bought', 'basket']);
export type Without = z.infer<typeof Without>;

/** What is asked for, wherever it is shown: in a list of the page, or by `selvedge.recommend()`. */
export const wish = {
  from: z
    .array(Source)
    .min(1)
    .superRefine(refusing(findTwice))
    .describe(
      'Where items come from, in this order, until there are enough: "similar" (looked at with what was looked at), "together" (bought with what is in the basket, or was bought last), "trending" (wanted by many now), "viewed" (looked at, the latest first), "again" (due to be ordered again).',
    ),
  count: z.number().int().min(1).max(MOST_SUGGESTED).describe(`How many, from 1 to ${MOST_SUGGESTED}.`),
  least: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('With fewer the page keeps its own list; default as many as `count`.'),
  without: z
    .array(Without)
    .superRefine(refusing(findTwice))
    .optional()
    .describe(
      'What is left out: the item of this page, what was looked at, what was bought, what is in the basket; default "this", "bought" and "basket".',
    ),
  boughtWithin: Span.optional().describe('Only what was bought within this time is left out as bought.'),
  where: Where.superRefine(refusing(findOddFacts))
    .optional()
    .describe('Only items of which this is known: { "group": "tents", "price": { "$lte": 200 } }.'),
  perGroup: z.number().int().min(1).optional().describe('So many of one group at most.'),
};

export const Card = fields({
  item: Css.describe('A card in the list: the first one that it finds is the pattern for all.'),
  name: Css.optional().describe('In the card: what shows the name.'),
  link: Css.optional().describe('In the card: the link; without it the card itself, or its first link.'),
  image: Css.optional().describe('In the card: the picture; without it its first.'),
  price: Css.optional().describe('In the card: what shows the price.'),
}).describe('Selectors: which elements of the list show what of an item.');
export type Card = z.infer<typeof Card>;

export function findInRecommend({
  count,
  least = count,
  without,
  boughtWithin,
}: {
  count: number;
  least?: number | undefined;
  without?: Without[] | undefined;
  boughtWithin?: string | undefined;
}): Refusal[] {
  const found: Refusal[] = [];
  if (least > count)
    found.push({
      problem: t`at least ${least} of at most ${count}`,
      remedy: t`Write a "least" that is not above "count".`,
      path: ['least'],
    });
  if (boughtWithin && without && !without.includes('bought'))
    found.push({
      problem: t`"without" does not leave out what was bought`,
      remedy: t`Add "bought" to "without", or take "boughtWithin" out.`,
      path: ['boughtWithin'],
    });
  return found;
}

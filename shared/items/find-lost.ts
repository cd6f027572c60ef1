// What a new file of items does not know any more of what the one before it did: a card can show less of each item then.

import type { Item, Items } from './open-items.ts';

/** What a card can show of an item. A list shows none without a name and an address. */
const FACTS = {
  named: ({ name, url }: Item) => !!name && !!url,
  image: ({ image }: Item) => !!image,
  price: ({ price }: Item) => price !== undefined,
  group: ({ group }: Item) => !!group,
};
export type ItemFact = keyof typeof FACTS;

export interface Lost {
  fact: ItemFact;
  /** items that had it, of all that there were */
  had: number;
  of: number;
  /** items that have it, of all that there are */
  has: number;
  ofNow: number;
}

/** With less than this part of what the one before knew, something is lost and not only sold out. */
const KEPT = 0.5;

export const listItems = (items: Items): Item[] =>
  Array.from({ length: items.count }, (_, rank) => items.item(rank));

/** A list shows no other. */
export const isNamed = FACTS.named;

/** @returns what is lost, in the order in which cards need it */
export function findLost(before: Items, now: Items): Lost[] {
  const [then, items] = [listItems(before), listItems(now)];
  return (Object.keys(FACTS) as ItemFact[])
    .map((fact) => ({
      fact,
      had: then.filter(FACTS[fact]).length,
      of: then.length,
      has: items.filter(FACTS[fact]).length,
      ofNow: items.length,
    }))
    .filter(({ had, of, has, ofNow }) => has / (ofNow || 1) < KEPT * (had / (of || 1)));
}

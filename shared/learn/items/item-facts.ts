// What rows say of items, and what of it is told: what most of them say, the rows of enough people, and nothing that could name
// one.

import { isPersonal } from '../../page/scrub.ts';
import type { KnownFact } from './known-facts.ts';
import { createVotes } from './votes.ts';

/** What most rows say of an item, but for what could name a person. */
function createTexts() {
  const { add, count, read } = createVotes();
  return {
    add,
    count,
    read(item: number, people = 0): string | undefined {
      const text = read(item, people);
      return text === undefined || isPersonal(text) ? undefined : text;
    },
  };
}

export function createFacts() {
  const [names, groups, urls, images] = [createTexts(), createTexts(), createTexts(), createTexts()];
  const prices = createVotes();
  /** items of whose address something was cut off */
  const isCut: boolean[] = [];

  function add(
    person: number,
    item: number,
    { name, group, url, image, price, currency = '' }: KnownFact,
  ): void {
    if (name) names.add(item, name, person);
    if (group) groups.add(item, group, person);
    if (url) {
      // what stands behind it is of who came, and from where
      const page = url.replace(/[?#].*$/s, '');
      if (page !== url) isCut[item] = true;
      urls.add(item, page, person);
    }
    if (image) images.add(item, image, person);
    if (price !== undefined) prices.add(item, `${price} ${currency}`, person);
  }

  /** Addresses of several items, from one of which something was cut off: it may have told the items apart. */
  function findShared(): Set<string> {
    const first = new Map<string, number>();
    const shared = new Set<string>();
    for (let item = 0; item < urls.count(); item++) {
      const url = urls.read(item);
      if (!url) continue;
      const other = first.get(url);
      if (other === undefined) first.set(url, item);
      else if (isCut[item] || isCut[other]) shared.add(url);
      // whichever comes next is compared with one that was cut
      if (isCut[item]) first.set(url, item);
    }
    return shared;
  }

  function factOf(shared: Set<string>, item: number, least = 0): KnownFact | undefined {
    const [name, group] = [names.read(item, least), groups.read(item, least)];
    const [url = '', image] = [urls.read(item, least), images.read(item, least)];
    const isAddressShared = shared.has(url);
    const [price, currency] = prices.read(item, least)?.split(' ') ?? [];
    const fact: KnownFact = {
      ...(name && { name }),
      ...(group && { group }),
      ...(isAddressShared ? { isAddressShared } : url && { url }),
      ...(image && { image }),
      ...(price && { price: Number(price), ...(currency && { currency }) }),
    };
    return Object.keys(fact).length > 0 ? fact : undefined;
  }

  return {
    add,
    /** @returns what is known of an item: what most rows say, and the rows of at least so many different people */
    settle(): (item: number, people?: number) => KnownFact | undefined {
      const shared = findShared();
      return (item, people) => factOf(shared, item, people);
    },
  };
}

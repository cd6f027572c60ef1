// What a visitor did with items, read off their events: GA4's names, and the ids in `item_id` or in `items`.

import { ROW_EVENT } from './item-row.ts';

/** As the ledger holds it; its props may hold anything. */
export interface ItemEvent {
  name: string;
  at: number;
  props?: unknown;
}

export interface ItemHistory {
  /** Looked at, each once, the latest first. */
  viewed: string[];
  /** Looked at since the page was opened. */
  here: string[];
  /** Put in since the last order and not taken out, the latest first. */
  basket: string[];
  /** Of the last order. */
  ordered: string[];
  /** When each was bought last (ms). */
  bought: Map<string, number>;
}

/** What is learned of events reads them by this, too: what a browser does not take for an item is none. */
export function idsIn(props: unknown): string[] {
  const { item_id, items }: { item_id?: unknown; items?: unknown } = Object(props);
  return [item_id, ...[items ?? []].flat().map((item) => Object(item).item_id ?? Object(item).id)]
    .filter((id) => typeof id === 'string' || typeof id === 'number')
    .map(String);
}

/** The latest first, each once. */
const turned = (ids: Iterable<string>): string[] => [...ids].reverse();

interface Pages {
  /** The item whose page has a path, where a view of it is a look at the item. */
  itemAt?: ((path: string) => string | undefined) | undefined;
  /** The item of the page that is open: pages tell of it after lists are chosen, and it is what they are about. */
  itemHere?: () => string | undefined;
}

/** @param events the oldest first */
export function readItemHistory(events: ItemEvent[], { itemAt, itemHere }: Pages = {}): ItemHistory {
  // a set keeps the order in which its ids came: what comes anew goes to its end
  const viewed = new Set<string>();
  const basket = new Set<string>();
  const bought = new Map<string, number>();
  let here = new Set<string>();
  let ordered: string[] = [];
  const put = (set: Set<string>, id: string) => {
    set.delete(id);
    set.add(id);
  };
  const look = (ids: string | string[]) => {
    for (const id of [ids].flat()) {
      put(viewed, id);
      put(here, id);
    }
  };
  for (const { name, at, props } of events) {
    if (name === 'page_view') {
      here = new Set();
      look(itemAt?.(`${Object(props).path}`) ?? []);
    } else if (name === 'view_item' || name === ROW_EVENT) look(idsIn(props));
    else if (name === 'add_to_cart') for (const id of idsIn(props)) put(basket, id);
    else if (name === 'remove_from_cart') for (const id of idsIn(props)) basket.delete(id);
    else if (name === 'purchase') {
      ordered = idsIn(props);
      basket.clear();
      for (const id of ordered) bought.set(id, at);
    }
  }
  if (!here.size) look(itemHere?.() ?? []);
  return { viewed: turned(viewed), here: [...here], basket: turned(basket), ordered, bought };
}

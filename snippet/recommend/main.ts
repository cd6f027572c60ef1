// What chooses items for this visitor and draws them, in one file beside the tag that is fetched where a list may show some.
// What is remembered it asks the tag for, as a page does; what is known of items it loads from the site's own folder, the
// same file for everybody: no request depends on who is here.

import { createDrawList } from '../../shared/dom/recommend/draw-list.ts';
import { isImageAllowed, isLinkAllowed } from '../../shared/dom/safe.ts';
import { readPath } from '../../shared/engine/address.ts';
import { holds, isReadable } from '../../shared/engine/predicate.ts';
import { ms } from '../../shared/grammar/duration.ts';
import { type ItemEvent, readItemHistory } from '../../shared/items/item-history.ts';
import { findItemAt } from '../../shared/items/item-pages.ts';
import { ITEMS_FILE } from '../../shared/items/items-file.ts';
import { type Item, type Items, openItems } from '../../shared/items/open-items.ts';
import { rankItems } from '../../shared/items/rank-items.ts';
import type { Api } from '../public.ts';
import type { Suggestion, Wish } from './suggestion.ts';

/** What `selvedge.export()` answers of it. */
interface Recalled {
  mode?: string;
  consent?: string;
  traits?: Record<string, unknown>;
  events?: ItemEvent[];
}

async function recall(): Promise<Recalled> {
  const { selvedge }: { selvedge?: Partial<Api> } = Object(window);
  return Object(await selvedge?.export?.());
}

/** Of most addresses the path is seen without reading them as one. */
const PLAIN = /^(?:https?:\/\/[^/?#]+)?(\/[\w./~-]*)(?:\?[^#]*)?$/i;

function pathOf(address: string): string {
  const [, plain] = PLAIN.exec(address) ?? [];
  if (plain !== undefined) return plain;
  try {
    return readPath(new URL(address, location.href));
  } catch {
    return '';
  }
}

interface Opened {
  items: Items;
  itemAt: ReturnType<typeof findItemAt>;
}

const opened = new Map<string, Promise<Opened>>();

async function open(file: string): Promise<Opened> {
  // the name of a file beside this one, and nothing that leads elsewhere
  if (!ITEMS_FILE.test(file)) throw new Error(`"${file}" is no file of items`);
  const { default: text }: { default?: unknown } = await import(new URL(file, import.meta.url).href);
  const items = openItems(text);
  if (!items) throw new Error(`${file} is not as selvedge learn writes it: let it write it anew`);
  return { items, itemAt: findItemAt(items, pathOf) };
}

function openOnce(file: string): Promise<Opened> {
  const items = opened.get(file) ?? open(file);
  opened.set(file, items);
  // another try another time: it may only have been cut off
  items.catch(() => opened.delete(file));
  return items;
}

/** Nothing is chosen for whoever does not want it. */
const isOff = ({ consent, traits }: Recalled): boolean =>
  consent === 'denied' ||
  [Object(traits).selvedge_off]
    .flat()
    .some((purpose) => purpose === 'suggestions' || purpose === 'personalize');

async function choose(wish: Wish, file: string): Promise<Item[]> {
  const recalled = await recall();
  if (isOff(recalled)) return [];
  const { where, boughtWithin } = wish;
  if (where !== undefined && !isReadable(where))
    throw new Error('"where" asks with an operator that is not known here');
  const { items, itemAt } = await openOnce(file);
  const now = Date.now();
  return rankItems(
    items,
    readItemHistory(recalled.events ?? [], {
      itemAt: items.isOfPages ? itemAt : undefined,
      itemHere: () => itemAt(pathOf(location.href)),
    }),
    wish,
    (item) => !!item.name && isLinkAllowed(item.url) && holds(where, item),
    now,
    boughtWithin === undefined ? 0 : now - ms(boughtWithin),
  );
}

export const draw = createDrawList(({ list, file }) => choose(list, file));

const toSuggestion = ({ id, name, url, image, price }: Item, hosts: string[]): Suggestion => ({
  id,
  name,
  url,
  ...(image && isImageAllowed(image, hosts) && { image }),
  ...(price !== undefined && { price }),
});

/** What a page asks for that draws its own cards. Never rejects: what is wrong is said, and nothing is suggested. */
export async function recommend(
  wish: Wish,
  file: string,
  hosts: string[],
  refuse: (message: string) => void,
): Promise<Suggestion[]> {
  const { from, count } = wish;
  if (!Array.isArray(from) || !Number.isInteger(count)) {
    refuse('recommend(options) wants { from: [ … ], count }');
    return [];
  }
  try {
    return (await choose({ ...wish, least: wish.least ?? 1 }, file)).map((item) => toSuggestion(item, hosts));
  } catch (error) {
    refuse(`recommend: ${error}`);
    return [];
  }
}
export type Recommend = typeof recommend;

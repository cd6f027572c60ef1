// What chooses items for this visitor and draws them, in one file beside the tag that is fetched where a list may show some.
// What is remembered it asks the tag for, as a page does; what is known of items it loads from the site's own folder, the
// same file for everybody: no request depends on who is here.

import { type Choice, chooseItems } from '../../shared/dom/recommend/choose-items.ts';
import { createDrawList } from '../../shared/dom/recommend/draw-list.ts';
import { refillKept } from '../../shared/dom/recommend/refill-kept.ts';
import { isImageAllowed } from '../../shared/dom/safe.ts';
import { readPath } from '../../shared/engine/address.ts';
import type { KeptLists } from '../../shared/engine/lines/kept-lists.ts';
import type { ItemEvent } from '../../shared/items/item-history.ts';
import { findItemAt } from '../../shared/items/item-pages.ts';
import { IN_PAGES } from '../../shared/items/item-row.ts';
import { ITEMS_FILE } from '../../shared/items/items-file.ts';
import { type Item, type Items, openItems } from '../../shared/items/open-items.ts';
import { openRows } from '../../shared/items/open-rows.ts';
import { wantsLists } from '../../shared/page/wants-lists.ts';
import type { ChangeOf } from '../../shared/schema/change.ts';
import type { Props } from '../../shared/schema/props.ts';
import type { Api } from '../public.ts';
import { findFault } from './find-fault.ts';
import { lookAt, readKeptRows, toKeep } from './kept-rows.ts';
import { readPageRow } from './page-row.ts';
import type { Suggestion, Wish } from './suggestion.ts';

/** What `selvedge.export()` answers of it. */
interface Recalled {
  consent?: string;
  traits?: Record<string, unknown>;
  events?: ItemEvent[];
}

/** @returns what the visitor did; undefined where nothing is chosen for them */
async function recall(): Promise<ItemEvent[] | undefined> {
  const { selvedge }: { selvedge?: Partial<Api> } = Object(window);
  const { consent, traits, events = [] }: Recalled = Object(await selvedge?.export?.());
  return consent !== 'denied' && wantsLists(Object(traits).selvedge_off) ? events : undefined;
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
/** Items, and what the visitor did with them. */
interface Known extends Opened {
  events: ItemEvent[];
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

/** Rows that a list is made of: it looks at the latest few items. */
const MOST_ASKED = 50;

/** Where items are known from their pages: this one's row, and those that are remembered. */
function openKept(events: ItemEvent[]): Known {
  const row = readPageRow();
  const own = typeof row === 'object' ? [row] : [];
  const items = openRows([...own, ...readKeptRows(events, MOST_ASKED)]);
  return {
    items,
    itemAt: findItemAt(items, pathOf),
    events: [...events, ...own.map((one) => lookAt(one, Date.now()))],
  };
}

/**
 * Remembers what this page says of its own item, for lists of other pages.
 *
 * @param keep remembers it as an event
 * @param refuse told what is wrong with it
 */
export async function keepRow(
  keep: (props: Props) => Promise<unknown>,
  refuse: (message: string) => void,
): Promise<void> {
  const row = readPageRow();
  if (typeof row === 'string') return refuse(row);
  const events = row && (await recall());
  const props = events && toKeep(row, readKeptRows(events));
  if (props) await keep(props);
}
export type KeepRow = typeof keepRow;

/** @returns undefined where nothing is chosen for the visitor */
async function know(file: string): Promise<Known | undefined> {
  const isInPages = file === IN_PAGES;
  // nothing is loaded for nobody
  if (!isInPages && !opened.has(file) && !(await recall())) return undefined;
  const loaded = isInPages ? undefined : await openOnce(file);
  // visitors may have said no, or forgotten all, while it was loaded
  const events = await recall();
  return events && (loaded ? { ...loaded, events } : openKept(events));
}

/** @param isElsewhere for another page than this one, where no item is looked at */
function choose(known: Known | undefined, wish: Wish, isElsewhere = false): Choice {
  if (!known) return { items: [] };
  const { items, itemAt, events } = known;
  const path = () => pathOf(location.href);
  return chooseItems(items, events, wish, { now: Date.now(), itemAt, path, isElsewhere });
}

export const draw = createDrawList(async ({ list, file }) => choose(await know(file), list));

/**
 * Lists as they are for the next view of their pages, by what the visitor has done by now.
 *
 * @param changes those of the config, by the names of their lists
 * @param isHere whether a key is one of this page
 */
export async function refill(
  lists: KeptLists,
  changes: Map<string, ChangeOf<'recommend'>>,
  file: string,
  hosts: string[],
  isHere: (key: string, name: string) => boolean,
): Promise<KeptLists> {
  const known = await know(file);
  const filled: KeptLists = {};
  for (const [key, [name, tree]] of Object.entries(lists)) {
    const change = changes.get(name);
    if (!change) continue;
    const isThis = isHere(key, name);
    const { items, isLasting, isOfPages } = choose(known, change, !isThis);
    // of an item's own page nothing is kept
    const next = isThis && !isLasting ? undefined : refillKept(tree, change.card, items, hosts);
    if (next) filled[key] = isOfPages ? [name, next, 1] : [name, next];
  }
  return filled;
}
export type Refill = typeof refill;

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
  const fault = findFault(wish);
  if (fault) {
    refuse(fault);
    return [];
  }
  try {
    const { items } = choose(await know(file), { ...wish, least: wish.least ?? 1 });
    return items.map((item) => toSuggestion(item, hosts));
  } catch (error) {
    refuse(`recommend: ${error}`);
    return [];
  }
}
export type Recommend = typeof recommend;

// What a preview knows of items: the file that is kept with the draft, else the one that lies beside the site's tag.

import { readPath } from '../../../shared/engine/address.ts';
import type { ItemEvent } from '../../../shared/items/item-history.ts';
import { findItemAt } from '../../../shared/items/item-pages.ts';
import { IN_PAGES } from '../../../shared/items/item-row.ts';
import { ITEMS_FILE } from '../../../shared/items/items-file.ts';
import { type Items, openItems } from '../../../shared/items/open-items.ts';
import { unpackItems } from '../../../shared/items/unpack-items.ts';
import { t } from '../../../shared/words/t.ts';
import { fetchText } from '../../wire/fetch-text.ts';
import { keptItems } from '../../wire/kept-items.ts';
import { findTags } from './tags.ts';

/** So many items somebody has looked at who is previewed without a history. */
const SUPPOSED = 3;

async function readItems(file: string): Promise<string | undefined> {
  const kept = await keptItems(location.origin).read();
  const own = kept?.find(({ name }) => name === file);
  if (own) return own.text;
  const [tag] = findTags();
  const beside = new URL(file, tag?.src ?? location.origin);
  // what stands elsewhere the tag may load, and we may not
  if (beside.origin !== location.origin)
    throw new Error(
      t`${file} is not in the draft, and beside the tag on ${beside.host} it cannot be read, so nobody can say here what the list shows. Choose the file under Publish`,
    );
  return await fetchText(beside.href, 'same-origin').catch(() => undefined);
}

/** @throws Error in plain words where it is not found */
export async function openPreviewItems(file: string): Promise<Items> {
  if (file === IN_PAGES)
    throw new Error(
      t`Items are known from their pages, which a preview does not remember, so nobody can say here what the list shows`,
    );
  const text = ITEMS_FILE.test(file) ? await readItems(file) : undefined;
  if (text === undefined)
    throw new Error(
      t`${file} is neither in the draft nor beside the tag of this site, so the page keeps its own cards. Learn what goes together, and take it over`,
    );
  const items = openItems(unpackItems(text));
  if (!items)
    throw new Error(t`${file} is not as it was written, so the page keeps its own cards. Learn it anew`);
  return items;
}

/** As page views have it; '' of what is no address. */
const pathOf = (address: string): string =>
  URL.canParse(address, location.href) ? readPath(new URL(address, location.href)) : '';

/** What the page that is open says of itself to what chooses items. */
export const hereOf = (items: Items, now: number) => ({
  now,
  itemAt: findItemAt(items, pathOf),
  path: () => pathOf(location.href),
});

/** What somebody did who looked at what most are looking for, and put the first of it into the basket. */
export function supposeLooks(items: Items): ItemEvent[] {
  const most =
    items.trending.length > 0 ? items.trending : Array.from({ length: SUPPOSED }, (_, rank) => rank);
  const ids = most
    .slice(0, SUPPOSED)
    .map((rank) => items.item(rank).id)
    .filter((id) => items.rank(id) !== undefined);
  const at = Date.now();
  return [
    ...ids.map((item_id) => ({ name: 'view_item', at, props: { item_id } })),
    // another page since: none of them is the item of this one
    { name: 'page_view', at, props: {} },
    ...ids.slice(0, 1).map((item_id) => ({ name: 'add_to_cart', at, props: { item_id } })),
  ];
}

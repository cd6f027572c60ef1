// Ends the tour: closes the shop's pages, then takes away all that came of them, in whatever store it lies.
//
// A page that is left writes for a moment yet: nothing is cleared before the last one is gone, which its lock says.

import { deleteDB } from 'idb';
import { closeTabs, extensionUrl, forgetOrigin, listTabs, openTab } from '../../wire/browser.ts';
import { forgetPreviews } from '../../wire/preview-state.ts';
import { SHOP_LOCK } from '../../wire/tour-shop.ts';
import { isShop } from '../site/tour.ts';
import { kept } from './tour.ts';

/** A window ends with its last tab, and a panel with its window. */
async function closeShop(): Promise<void> {
  const all = await listTabs();
  const shops = all.filter(({ url }) => isShop(url));
  if (shops.length === 0) return;
  const others = new Set(all.filter(({ url }) => !isShop(url)).map(({ windowId }) => windowId));
  if (shops.some(({ windowId }) => !others.has(windowId))) await openTab(extensionUrl('welcome.html'));
  await closeTabs(shops.map(({ id }) => id));
}

/** The tag's memory has the tag's names, what the panel keeps has the shop's origin in its name. */
async function forget(): Promise<void> {
  const { origin } = new URL(extensionUrl(''));
  await forgetPreviews(origin);
  await forgetOrigin(origin);
  await kept.remove();
  for (const name of Object.keys(localStorage))
    if (/^(selvedge|tour:)/.test(name) || name.includes(origin)) localStorage.removeItem(name);
  await deleteDB('selvedge');
}

export async function clearTour(): Promise<void> {
  await closeShop();
  await navigator.locks.request(SHOP_LOCK, forget);
}

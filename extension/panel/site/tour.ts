// The tour's shop: pages inside the extension that an author practises on. It is no site: what is made there is cleared
// when the tour ends (extension/panel/tour/clear-tour.ts).

import { t } from '../../../shared/words/t.ts';
import { bringToFront, extensionUrl, findActiveTab, listTabs, openTab } from '../../wire/browser.ts';

export const SHOP = extensionUrl('tour/home.html');
/** As the panel says it where it names a site's host. */
export const SHOP_NAME = t`Lowmoor, for practice`;

export const isShop = (url: string | undefined): boolean => url?.startsWith(extensionUrl('tour/')) === true;

/** Opens the shop, or comes back to it in this window. */
export async function beginTour(): Promise<void> {
  const here = await findActiveTab();
  const open = (await listTabs()).find(({ url, windowId }) => isShop(url) && windowId === here?.windowId);
  if (open) await bringToFront(open.id);
  else await openTab(SHOP);
}

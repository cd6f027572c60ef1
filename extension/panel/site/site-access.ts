// Whether a preview goes on from page to page: the author has allowed the site.

import { effect, signal } from '@preact/signals';
import {
  hasSite,
  registerStage,
  releaseSite,
  requestSite,
  unregisterStage,
  watchPermissions,
} from '../../wire/browser.ts';
import { whenOver } from '../kit/when-over.ts';
import { type Page, page } from './page.ts';

export function createSiteAccess({ look }: Pick<Page, 'look'>) {
  const isSiteAllowed = signal(false);

  /** Asks for the site; must run at once in a click. */
  async function allowSite(): Promise<void> {
    const url = look.value?.url;
    if (url === undefined) return;
    const allowed = await requestSite(url);
    if (look.peek()?.url === url) isSiteAllowed.value = allowed;
    if (allowed) await registerStage(url);
  }

  async function disallowSite(): Promise<void> {
    const url = look.value?.url;
    if (url === undefined) return;
    await unregisterStage(url);
    await releaseSite(url);
    isSiteAllowed.value = false;
  }

  function follow(): void {
    const url = look.value?.url;
    if (url === undefined) return;
    void hasSite(url).then((allowed) => {
      if (look.peek()?.url === url) isSiteAllowed.value = allowed;
    });
  }

  return {
    isSiteAllowed,
    allowSite,
    disallowSite,
    start: (signal: AbortSignal) => whenOver(signal, effect(follow), watchPermissions(follow)),
  };
}

/** The panel's own; `main` starts it. */
export const siteAccess = createSiteAccess(page);
export const { isSiteAllowed, allowSite, disallowSite } = siteAccess;

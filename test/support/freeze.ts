// Freezes a tab as Chromium does with one long hidden: no timer, no message, no answer of the database comes through.
//
// Only a hidden page can be frozen, and Playwright keeps every page visible ("focus emulation"); it is switched off
// for this one, through Playwright's own connection to it. Chromium only.

import { expect, type Page } from '@playwright/test';
import { countConnections } from './count-connections.ts';
import { getInternals } from './stock-firefox.ts';

/** What of Playwright's page is used. */
interface Watched {
  delegate: { _mainFrameSession: { _client: { send(method: string, params: object): Promise<unknown> } } };
}

declare global {
  interface Window {
    isFrozen?: boolean;
  }
}

/**
 * Puts `page` behind `front`, which must be a tab of the same context. To be called early: it takes its time, and the
 * page hears that it is hidden.
 *
 * @param isAtRest freezes it only while it has no database open, as the browser itself does; `watchConnections` must have
 * been called for the page
 * @returns how to freeze it; that answers how to wake it, still hidden
 */
export async function hide(
  page: Page,
  front: Page,
  { isAtRest = false } = {},
): Promise<() => Promise<() => Promise<void>>> {
  const own = getInternals<Watched>(page).delegate._mainFrameSession._client;
  await own.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  await front.bringToFront();
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden');
  const devtools = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    document.addEventListener('freeze', () => {
      window.isFrozen = true;
    });
    document.addEventListener('resume', () => {
      window.isFrozen = false;
    });
  });
  const turn = async (state: 'frozen' | 'active') => {
    await devtools.send('Page.setWebLifecycleState', { state });
    // scripts of ours run in a frozen page too
    await expect.poll(() => page.evaluate(() => window.isFrozen)).toBe(state === 'frozen');
  };
  return async () => {
    await turn('frozen');
    // what was begun in the moment before is let finish
    while (isAtRest && (await countConnections(page))) {
      await turn('active');
      await expect.poll(() => countConnections(page)).toBe(0);
      await turn('frozen');
    }
    return () => turn('active');
  };
}

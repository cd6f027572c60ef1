// Asks a page for the version of its tag. The page may lie: what it says is shown, never believed.

import { askPage } from '../../wire/browser.ts';

/** Answers the page's own word for its version, or undefined. */
export async function readVersion(tabId: number): Promise<string | undefined> {
  const version = await askPage(tabId, () => {
    try {
      return String((window as { selvedge?: { version?: unknown } }).selvedge?.version ?? '');
    } catch {
      // what the page throws stays out of its console
      return '';
    }
  }).catch(() => undefined);
  return typeof version === 'string' && version ? version.slice(0, 40) : undefined;
}

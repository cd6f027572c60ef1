// The open tabs of the site in front, as far as the browser lets us see their addresses.
//
// Without a permission an extension sees the addresses of those tabs only on which its button was clicked; so what
// is not seen is counted and said, never guessed.

import { effect, signal } from '@preact/signals';
import { listTabs, watchPermissions, watchTabs } from '../../wire/browser.ts';
import { type Desk, desk } from '../draft/desk.ts';
import { whenOver } from '../kit/when-over.ts';

export interface OpenTabs {
  /** addresses of this site, each once, in the order of the tabs */
  urls: string[];
  /** tabs whose address we may not see, of whatever site */
  hidden: number;
}

export function createOpenTabs({ origin }: Pick<Desk, 'origin'>) {
  const openTabs = signal<OpenTabs>({ urls: [], hidden: 0 });

  let turn = 0;
  async function look(at: string | undefined): Promise<void> {
    const mine = ++turn;
    const tabs = at === undefined ? [] : await listTabs().catch(() => []);
    if (mine !== turn) return;
    const urls = tabs.flatMap(({ url }) =>
      url && URL.canParse(url) && new URL(url).origin === at ? [url] : [],
    );
    openTabs.value = {
      urls: [...new Set(urls.map((url) => url.replace(/#(?![/!]).*/s, '')))],
      // Chrome says "" or nothing for a tab that is none of our business
      hidden: tabs.filter(({ url }) => !url).length,
    };
  }

  const again = () => void look(origin.peek());
  return {
    openTabs,
    start: (signal: AbortSignal) =>
      whenOver(
        signal,
        effect(() => void look(origin.value)),
        watchTabs(again),
        watchPermissions(again),
      ),
  };
}

/** The panel's own; `main` starts it. */
export const tabs = createOpenTabs(desk);
export const { openTabs } = tabs;

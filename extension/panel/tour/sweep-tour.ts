// Clears up after a tour that was not ended by its button: its last page was closed, or the browser was.

import { listTabs, watchClosed } from '../../wire/browser.ts';
import { BEGUN } from '../../wire/tour-shop.ts';
import { whenOver } from '../kit/when-over.ts';
import { isShop } from '../site/tour.ts';

async function sweep(): Promise<void> {
  if (localStorage.getItem(BEGUN) === null || (await listTabs()).some(({ url }) => isShop(url))) return;
  const { clearTour } = await import('./clear-tour.ts');
  await clearTour();
}

export const sweepTour = {
  start(signal: AbortSignal): void {
    whenOver(
      signal,
      watchClosed(() => void sweep()),
    );
    void sweep();
  },
};

// A draft that is slow to store: what is pressed meanwhile is answered only afterwards, as on a loaded machine.

import type { Page } from '@playwright/test';

/** @param panel any page of the extension @param origin of the site whose draft it is */
export async function whileDraftIsHeld(panel: Page, origin: string, act: () => Promise<void>): Promise<void> {
  const hold = await panel.evaluateHandle(async (name) => {
    let release = () => {};
    await new Promise<void>((isHeld) => {
      void navigator.locks.request(name, () => {
        isHeld();
        return new Promise<void>((done) => {
          release = done;
        });
      });
    });
    return { release };
  }, `draft:${origin}`);
  await act();
  await hold.evaluate(({ release }) => release());
}

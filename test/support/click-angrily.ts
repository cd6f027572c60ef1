// Three clicks on one spot, as somebody makes them of whose clicks nothing comes.
//
// The tag takes them for anger where they fall within a second (snippet/observe/friction.ts). On a machine with other
// work a driver may take longer than that for three: then nothing was heard, and they are made again.

import { expect, type Locator } from '@playwright/test';

/** A second without a click ends what clicks before began. */
const REST_MS = 1200;

/** Clicks, and waits until whatever may come of the clicks has. */
export async function clickThrice(spot: Locator): Promise<void> {
  await spot.click({ clickCount: 3 });
  const page = spot.page();
  const from = await page.evaluate(() => performance.now());
  await page.waitForFunction((until) => performance.now() > until, from + REST_MS);
}

/** @param readTold how often the tag has told of anger so far */
export async function clickAngrily(spot: Locator, readTold: () => Promise<number>): Promise<void> {
  const before = await readTold();
  await expect(async () => {
    await clickThrice(spot);
    expect(await readTold()).toBe(before + 1);
  }).toPass();
}

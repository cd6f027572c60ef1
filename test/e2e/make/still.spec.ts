// What is drawn anew as an author presses waits until the press is over: a button that moves away under the pointer is never
// clicked, and nobody is told.

import type { Page } from '@playwright/test';
import type { Condition } from '../../../shared/schema/condition.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { whileDraftIsHeld } from '../../support/hold-draft.ts';
import { serveBare } from '../../support/tag.ts';
import { config as base, PAGE } from './desk-site.ts';

test.use({ isEmptied: true });

const count = (event: string): Condition => ({ kind: 'count', event, is: 1 });
const config: Config = {
  ...base,
  segments: [
    {
      id: 'phones',
      name: 'On a phone',
      when: { kind: 'all', of: ['ann', 'bob', 'cy', 'dee', 'eve', 'fay'].map(count) },
    },
  ],
};

/** @returns waits until a change of the draft is told, and what comes of it has had two frames to be drawn in */
async function watchDrawing(panel: Page): Promise<() => Promise<void>> {
  const told = await panel.evaluateHandle(() => {
    // Firefox has both
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const { onChanged } = browser.storage;
    return {
      drawn: new Promise<void>((done) => {
        const hear = (changes: object) => {
          if (!Object.keys(changes).some((key) => key.startsWith('draft:'))) return;
          onChanged.removeListener(hear);
          done(
            frame()
              .then(frame)
              .then(() => {}),
          );
        };
        onChanged.addListener(hear);
      }),
    };
  });
  return () => told.evaluate(({ drawn }) => drawn);
}

test('nothing moves under a pressed pointer', async ({ extension, page, site }) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', JSON.stringify(config));
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  await panel.page.getByRole('button', { name: 'On a phone' }).click();
  const rule = panel.page.getByRole('region', { name: 'Rule' });
  const events = () =>
    rule
      .getByLabel('Event', { exact: true })
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  await expect.poll(events).toEqual(['ann', 'bob', 'cy', 'dee', 'eve', 'fay']);

  const takeOut = rule.getByRole('button', { name: 'Take out this condition' });
  const { mouse } = panel.page;
  const drawn = await watchDrawing(panel.page);
  await whileDraftIsHeld(panel.page, site.origin, async () => {
    await takeOut.nth(0).click();
    await takeOut.nth(1).hover();
    await mouse.down();
  });
  await drawn();
  expect(await events()).toEqual(['ann', 'bob', 'cy', 'dee', 'eve', 'fay']);
  await mouse.up();
  await expect.poll(events).toEqual(['cy', 'dee', 'eve', 'fay']);

  // the same where a field is left by the press: what was typed into it is drawn, and what comes after that waits
  const byKeys = await watchDrawing(panel.page);
  await whileDraftIsHeld(panel.page, site.origin, async () => {
    await takeOut.nth(0).click();
    await rule.getByLabel('Event', { exact: true }).nth(1).focus();
    await takeOut.nth(1).hover();
    await mouse.down();
    await expect(takeOut.nth(1)).toBeFocused();
  });
  await byKeys();
  expect(await events()).toEqual(['cy', 'dee', 'eve', 'fay']);
  await mouse.up();
  await expect.poll(events).toEqual(['eve', 'fay']);

  // what is let go elsewhere is over as well
  const again = await watchDrawing(panel.page);
  await whileDraftIsHeld(panel.page, site.origin, async () => {
    await takeOut.nth(0).click();
    await takeOut.nth(1).hover();
    await mouse.down();
  });
  await again();
  await mouse.move(2, 2);
  expect(await events()).toEqual(['eve', 'fay']);
  await mouse.up();
  await expect.poll(events).toEqual(['fay']);
});

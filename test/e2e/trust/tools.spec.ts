// Consent tools as real pages have them: late, replaced, repeating their file; over the built tag and a browser's real
// stores. The journeys through the table alone are test/unit/snippet/consent.
//
// All journeys of a test share one page and one origin: before each, the stores are emptied on a page without the tag.

import type { Page } from '@playwright/test';
import { readOver } from '../../support/element.ts';
import { enter } from '../../support/page-api.ts';
import { pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { JOURNEYS } from './tool-journeys.ts';
import { clear, config, goOn, stand, TOOLS } from './tool-pages.ts';

/**
 * Leaves as a link does. An address that is typed, or given by a driver, may end what runs in Firefox because the page
 * is left (docs/notes/page-facts.md, "Page lifecycle").
 */
async function followLink(page: Page, to: string): Promise<void> {
  await page.evaluate((to) => location.assign(to), to);
  await page.waitForURL(`**${to}`);
}

for (const [index, half] of [JOURNEYS.slice(0, 16), JOURNEYS.slice(16)].entries())
  test(`${half.length} journeys with consent tools (${index + 1})`, async ({ page, site }) => {
    // a minute where nothing else runs
    test.setTimeout(300_000);
    site.serve('/empty', '<!doctype html><title>Empty</title>');
    await page.addInitScript(() => {
      const journey = new URLSearchParams(location.search).get('gpc');
      if (journey)
        Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true });
    });
    for (const { name, privacy, gpc, head = '', steps } of half)
      await test.step(name, async () => {
        await clear(page, site);
        serveTag(site, config(privacy));
        site.serve(
          '/',
          pageWith('<h1>Home</h1>').replace('<script', `<script>${TOOLS}${head}</script><script`),
        );
        const address = `${site.origin}/${gpc ? '?gpc=1' : ''}`;
        await enter(page, address);
        for (const [act, end] of steps) {
          if (act.startsWith('reload')) {
            await followLink(page, '/empty');
            await enter(page, address);
          } else if (act === 'touch') await page.mouse.click(300, 300);
          else await page.evaluate(`${act};0`);
          await expect.poll(() => stand(page), `${name}: ${act || 'load'}`).toBe(end);
          // a denial stays one whatever happens next, but a cleared mark comes back
          if (end === 'denial' || end === 'refusal') {
            await goOn(page);
            expect(await stand(page), `${name}: ${act || 'load'}, going on`).toBe(end);
            expect((await readOver(page, 'h1')) ?? '', name).not.toContain('Changed');
          }
        }
      });
  });

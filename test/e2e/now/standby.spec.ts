// A page that is put on standby before the rest of the tag came (docs/API.md, "Events") is no different afterwards.

import { call, eventNames } from '../../support/page-api.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

for (const isResumed of [false, true])
  test(`standby before the rest is there${isResumed ? ', taken back before it too' : ''}`, async ({
    page,
    site,
  }) => {
    const change = { kind: 'text' as const, target: { css: 'h1' }, value: 'Variant' };
    serveTag(site, configOf({ experiences: [experienceOf('everyone', [change])] }));
    site.serve('/', pageWith('<h1>Original</h1>'));
    let letCome = () => {};
    const held = new Promise<void>((resolve) => {
      letCome = resolve;
    });
    await page.route('**/selvedge-later.js*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(site.origin, { waitUntil: 'domcontentloaded' });
    const heading = page.getByRole('heading');
    await expect(heading).toHaveAccessibleName('Variant');
    const say = (what: 'standby' | 'resume') =>
      page.evaluate((what) => void document.dispatchEvent(new CustomEvent(`selvedge:${what}`)), what);
    await say('standby');
    await expect(heading).toHaveAccessibleName('Original');
    if (isResumed) await say('resume');
    else await page.evaluate(() => void window.selvedge.track('share'));
    letCome();
    if (!isResumed) {
      // answered by the rest alone
      expect(await eventNames(page)).toEqual([]);
      await call(page, 'track', 'share');
      await expect(heading).toHaveAccessibleName('Original');
      expect(await eventNames(page)).toEqual([]);
      await say('resume');
    }
    await expect(heading).toHaveAccessibleName('Variant');
    await expect.poll(() => eventNames(page)).toEqual(['visit_start', 'page_view', 'exposure']);
  });

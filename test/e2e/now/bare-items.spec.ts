// A tag without a config whose config names `items`: lists are filled and pages are answered, as with a config inside.

import { call, enter } from '../../support/page-api.ts';
import { configOf, experienceOf, serveBare } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { cards, enterShop, FILE, list, serve } from '../loop/recommending.ts';

const config = configOf({
  items: { file: FILE },
  experiences: [experienceOf('everyone', [list()], { id: 'rec', pages: ['/shop'] })],
});

for (const isThere of [true, false])
  test(`what fills lists is ${isThere ? 'there: it does' : 'missing: the page keeps its own'}`, async ({
    page,
    site,
    guard,
  }) => {
    serve(site, { attributes: 'data-config="/selvedge.json"' });
    serveBare(site, { inTwo: true });
    site.serve('/selvedge.json', JSON.stringify(config));
    if (!isThere) {
      site.serve('/selvedge-measure.js', { status: 404, body: 'missing' });
      guard.allow({ errors: /selvedge-measure/ });
    }
    await enterShop(page, site);
    if (isThere) {
      await expect(cards(page).locator('h3')).toHaveText(['Mat <b>x</b>', 'Stove']);
      const asked = await page.evaluate(() => window.selvedge.recommend?.({ from: ['trending'], count: 1 }));
      expect(asked).toEqual([expect.objectContaining({ id: 'stove' })]);
      return;
    }
    await enter(page, `${site.origin}/shop`);
    await call(page, 'segments');
    await page.locator('#after').scrollIntoViewIfNeeded();
    await expect(page.locator('#list')).toBeVisible();
    await expect(cards(page)).toHaveCount(0);
  });

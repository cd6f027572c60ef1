// A touch before the rest of a tag in two files is there: what the site says then of the visitor's answer is new.

import { enter } from '../../support/page-api.ts';
import { configOf, pageWith, twoFilesWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { stand } from '../trust/tool-pages.ts';

for (const [end, isTouched] of [
  ['stored', true],
  ['denial', false],
] as const)
  test(`a grant before the rest is there, ${isTouched ? 'after a touch, ends' : 'without a touch, does not end'} a denial of before`, async ({
    page,
    site,
  }) => {
    const files = twoFilesWith(configOf({}));
    let come = () => {};
    const asked = new Promise<void>((resolve) => {
      come = resolve;
    });
    site.serve('/selvedge.js', files['selvedge.js']);
    site.serve('/selvedge-later.js', files['selvedge-later.js']);
    site.serve('/', pageWith('<h1>Home</h1>'));
    await enter(page, site.origin);
    await page.evaluate(() => window.selvedge.consent('denied'));
    expect(await stand(page)).toBe('denial');
    site.serve('/selvedge-later.js', async () => {
      await asked;
      return files['selvedge-later.js'];
    });
    await page.goto(site.origin);
    if (isTouched) await page.mouse.click(300, 300);
    await page.evaluate(() => void window.selvedge.consent('granted'));
    come();
    await page.evaluate(() => window.selvedge.ready);
    await expect.poll(() => stand(page)).toBe(end);
  });

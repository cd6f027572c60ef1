// A page that the browser prerenders, with a tag in two files: whatever comes first, the rest or the visitor.

import { openTab } from '../../support/prerender.ts';
import { configOf, experienceOf, pageWith, twoFilesWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

declare global {
  interface Window {
    /** what a prerendered page showed as it was activated */
    atOnce?: string | null;
  }
}

const files = twoFilesWith(
  configOf({
    experiences: [experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }])],
  }),
);

for (const first of ['the rest', 'the visitor'])
  test(`${first} comes first: nothing is shown or counted before it is seen, then at once`, async ({
    browser,
    browserName,
    site,
  }) => {
    test.skip(browserName !== 'chromium', 'Firefox prerenders nothing');
    let come = () => {};
    const asked = new Promise<void>((resolve) => {
      come = resolve;
    });
    // the page looks once the tag has had its turn, before anything can be painted
    const look = `<script>document.addEventListener('prerenderingchange', () => {
      window.atOnce = document.querySelector('h1').shadowRoot?.textContent;
    })</script>`;
    for (const [name, text] of Object.entries(files)) site.serve(`/${name}`, text);
    site.serve('/next', pageWith(`<h1>Next</h1>${look}`));
    site.serve('/', pageWith('<h1>Home</h1><a href="/next">Next</a>'));
    const tab = await openTab(browser, site.origin);
    await tab.page.evaluate(() => window.selvedge.ready);
    if (first === 'the visitor')
      site.serve('/selvedge-later.js', async () => {
        await asked;
        return files['selvedge-later.js'];
      });
    const [next] = await tab.prerender('/next');
    if (first === 'the rest') {
      await next?.evaluate(() => void window.selvedge.export());
      const isThere = () =>
        performance.getEntriesByType('resource').some(({ name }) => name.includes('selvedge-later.js'));
      await expect.poll(() => next?.evaluate(isThere)).toBe(true);
    }
    expect(await next?.evaluate(() => document.querySelector('h1')?.shadowRoot)).toBe(null);
    await tab.page.click('a');
    await expect.poll(() => next?.evaluate(() => window.atOnce)).toContain('Variant');
    come();
    const names = () =>
      next?.evaluate(async () => {
        const { events } = await window.selvedge.export();
        return events.map(({ name, props }) => [name, props.path ?? props.experience].join(' ')).sort();
      });
    await expect
      .poll(names)
      .toEqual(expect.arrayContaining(['exposure for-everyone', 'page_view /', 'page_view /next']));
    await tab.close();
  });

test('a page that is shown and says so again is not begun anew', async ({ page, site }) => {
  const html = '<p class="more">More</p>';
  const { 'selvedge.js': now } = twoFilesWith(
    configOf({
      experiences: [
        experienceOf('everyone', [{ kind: 'insert', target: { css: 'h1' }, position: 'after', html }]),
      ],
    }),
  );
  site.serve('/selvedge.js', now);
  site.serve('/selvedge-later.js', { status: 404, body: 'missing' });
  site.serve('/', pageWith('<h1>Original</h1>'));
  await page.goto(site.origin);
  await expect(page.locator('.more')).toHaveCount(1);
  await page.evaluate(() => document.dispatchEvent(new Event('prerenderingchange')));
  expect(await page.locator('.more').count()).toBe(1);
  await page.evaluate(() => document.dispatchEvent(new Event('selvedge:standby')));
  expect(await page.locator('.more').count()).toBe(0);
});

// A tag at the end of a page whose images have names that are the document's own words.

import { eventNames, ready } from '../../support/page-api.ts';
import { configOf, experienceOf, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { seen } from '../dom/lab.ts';

test('is shown and remembered, and a second tag breaks nothing', async ({ page, site }) => {
  const change = { kind: 'text', target: { css: 'h1' }, value: 'Variant' } as const;
  serveTag(site, configOf({ experiences: [experienceOf('everyone', [change])] }));
  const names = ['addEventListener', 'removeEventListener', 'dispatchEvent', 'createElement'];
  const images = names.map((name) => `<img alt="" name="${name}">`).join('');
  const tag = '<script src="/selvedge.js"></script>';
  site.serve('/', `<!doctype html><title>Test</title><h1>Original</h1>${images}${tag}${tag}`);
  await page.goto(site.origin);
  await ready(page);
  expect(await eventNames(page)).toContain('page_view');
  await expect.poll(() => seen(page, 'h1')).toBe('Variant');
});

test('where the visitor has refused nothing is stored', async ({ page, site }) => {
  serveTag(site, configOf());
  site.serve(
    '/',
    '<!doctype html><title>Test</title><img alt="" name="addEventListener"><script src="/selvedge.js"></script>',
  );
  await page.goto(site.origin);
  await page.evaluate(() =>
    EventTarget.prototype.dispatchEvent.call(
      document,
      new CustomEvent('selvedge:consent', { detail: 'denied' }),
    ),
  );
  await ready(page);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(
    JSON.stringify({ selvedge: '{"consent":"denied" }' }),
  );
});

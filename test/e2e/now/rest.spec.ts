// How the rest is asked for: what becomes of that is never felt on another page, nor on this one.

import { integrityOf } from '../../../cli/hashes.ts';
import { enter, eventNames } from '../../support/page-api.ts';
import { configOf, experienceOf, pageWith, twoFilesWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const files = twoFilesWith(
  configOf({
    experiences: [experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }])],
  }),
);

test('one that never comes, asked for while the page is being left, keeps the next page waiting for nothing', async ({
  page,
  site,
}) => {
  site.serve('/selvedge.js', files['selvedge.js']);
  const never = new Promise<never>(() => {});
  for (const path of ['/selvedge-later.js', '/picture.png']) site.serve(path, () => never);
  // a page that does not come to rest asks for nothing by itself
  site.serve('/', pageWith('<h1>Original</h1><img alt="" src="picture.png">'));
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  site.serve('/plain', async () => {
    await held;
    return '<h1>Plain</h1>';
  });
  await page.goto(site.origin, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.selvedge);
  await page.evaluate(() => {
    location.href = '/plain';
    setTimeout(() => window.selvedge.export());
  });
  await expect.poll(() => site.requests.filter((one) => one.includes('later'))).toHaveLength(1);
  letGo();
  await page.waitForURL('**/plain');
  expect(await page.evaluate(() => document.readyState)).toBe('complete');
});

const sha256 = integrityOf(files['selvedge.js']);

for (const [how, policy, head] of [
  ['a policy that knows this script by its hash', `script-src '${sha256}' 'strict-dynamic'`, ''],
  [
    'a page that takes out whatever link it does not know',
    '',
    `<script>
      new MutationObserver(() => document.querySelectorAll('link').forEach((link) => link.remove()))
        .observe(document, { childList: true, subtree: true });
    </script>`,
  ],
] as const)
  test(`comes under ${how}`, async ({ page, site }) => {
    for (const [file, body] of Object.entries(files)) site.serve(`/${file}`, { body });
    site.serve('/', {
      body: pageWith(`${head}<h1>Original</h1>`, `crossorigin integrity="${sha256}"`),
      headers: { 'Content-Security-Policy': policy },
    });
    await enter(page, site.origin);
    expect(await eventNames(page)).toContain('page_view');
    await expect(page.locator('link')).toHaveCount(0);
  });

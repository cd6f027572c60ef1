// The rest of a tag in two files is on its way as a link is followed: Firefox ends what is being loaded then, also where
// the page stays because the link saves a file.

import { eventNames, ready } from '../../support/page-api.ts';
import { configOf, pageWith, twoFilesWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

test.beforeEach(({ site }) => {
  site.serve('/selvedge.js', twoFilesWith(configOf())['selvedge.js']);
  site.serve('/', pageWith('<h1>Original</h1>'));
});

test('a link that saves a file does not cost the page the rest', async ({ page, site, guard }) => {
  let answer = () => {};
  const asked = new Promise<void>((done) => {
    answer = done;
  });
  site.serve('/selvedge-later.js', async () => {
    await asked;
    return twoFilesWith(configOf())['selvedge-later.js'];
  });
  site.serve('/file', { status: 204, body: '' });
  await page.goto(site.origin);
  await expect.poll(() => site.requests.some((line) => line.includes('later'))).toBe(true);
  await page.evaluate(() => location.assign('/file'));
  await expect.poll(() => site.requests).toContain('GET /file');
  answer();
  await ready(page);
  expect(await eventNames(page)).toEqual(['visit_start', 'page_view']);
  expect(guard.warnings).toEqual([]);
});

test('a page that is left as the rest is on its way does not say that it is missing', async ({
  page,
  site,
  guard,
}) => {
  site.serve('/selvedge-later.js', () => new Promise<never>(() => {}));
  site.serve('/plain', '<title>Plain</title>');
  await page.goto(site.origin);
  await expect.poll(() => site.requests.some((line) => line.includes('later'))).toBe(true);
  await page.evaluate(() => location.assign('/plain'));
  await expect(page).toHaveTitle('Plain');
  expect(guard.warnings).toEqual([]);
});

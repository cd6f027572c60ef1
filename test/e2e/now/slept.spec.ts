// A page that goes to sleep in the back/forward cache before the rest of its tag came, and is come back to.

import type { Page } from '@playwright/test';
import { goBack } from '../../support/back.ts';
import { call, enter, eventsOf, ready } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, twoFilesWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { DENIAL, readStores } from '../trust/stores.ts';

test.use({ bfcache: true });

const heading = (page: Page) => page.getByRole('heading');

/** A page whose rest is held, and then another one. @returns what lets the rest come */
async function sleepEarly(page: Page, site: Site, isLeftEarly = false): Promise<() => void> {
  let letCome = () => {};
  const held = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  const files = twoFilesWith(
    configOf({
      experiences: [experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }])],
    }),
  );
  // a folder each: Chromium asks for one address once at a time
  for (const [name, text] of Object.entries(files))
    for (const folder of ['/a', '/b']) site.serve(`${folder}/${name}`, text);
  site.serve('/a/selvedge-later.js', async () => {
    await held;
    return files['selvedge-later.js'];
  });
  for (const path of ['/a', '/b'])
    site.serve(
      path,
      `<!doctype html><title>Test</title><script src="${path}/selvedge.js"></script><h1>Original</h1>`,
    );
  await page.goto(`${site.origin}/a`, { waitUntil: 'domcontentloaded' });
  await expect(heading(page)).toHaveAccessibleName('Variant');
  await page.evaluate(() => Object.assign(document, { slept: true }));
  if (isLeftEarly) {
    site.serve('/b/selvedge-later.js', () => new Promise<never>(() => {}));
    await page.goto(`${site.origin}/b`, { waitUntil: 'domcontentloaded' });
  } else await enter(page, `${site.origin}/b`);
  return letCome;
}

for (const isLeftEarly of [false, true])
  test(`is viewed again, after a page ${isLeftEarly ? 'that was left early, too' : 'with the rest'}`, async ({
    page,
    site,
  }) => {
    const letCome = await sleepEarly(page, site, isLeftEarly);
    await goBack(page, '/a');
    letCome();
    await ready(page);
    await expect(heading(page)).toHaveAccessibleName('Variant');
    const paths = async () => (await eventsOf(page, 'page_view')).map(({ props }) => props.path);
    await expect.poll(paths).toEqual(['/a', '/b', '/a']);
  });

test('is the original at once where the visitor has refused meanwhile, and nothing is stored', async ({
  page,
  site,
}) => {
  const letCome = await sleepEarly(page, site);
  await call(page, 'optOut');
  await goBack(page, '/a');
  await expect(heading(page)).toHaveAccessibleName('Original');
  letCome();
  await ready(page);
  await expect(heading(page)).toHaveAccessibleName('Original');
  expect(await readStores(page)).toEqual(DENIAL);
});

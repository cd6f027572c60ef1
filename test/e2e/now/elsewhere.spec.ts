// What happens elsewhere before the rest of a tag in two files is there: another tab refuses or forgets, or the rest that
// comes is another tag's. Nothing that the visitor has ended comes back.

import type { BrowserContext, Page } from '@playwright/test';
import { serveHeld } from '../../support/held-rest.ts';
import { call, enter } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const config = configOf({
  privacy: { consent: 'required' },
  experiences: [experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }])],
});

/** Serves a page, and one without the tag. @returns says whether the rest comes; else there is no answer */
function serve(site: Site): (comes: boolean) => void {
  site.serve('/', pageWith('<h1>Original</h1>'));
  site.serve('/bare', '<!doctype html><title>Bare</title>');
  return serveHeld(site, config);
}

const onFile = (page: Page) => page.evaluate(() => localStorage.getItem('selvedge'));
/** Its title says when another tab has written. */
const listen = (page: Page) =>
  page.evaluate(() => {
    addEventListener('storage', () => {
      document.title = 'Heard';
    });
  });

/** The visitor grants here. @returns another page, which shows the variant and has no rest yet */
async function grantAndOpen(page: Page, site: Site, context: BrowserContext): Promise<Page> {
  const come = serve(site);
  await enter(page, site.origin);
  await call(page, 'consent', 'granted');
  come(false);
  const other = await context.newPage();
  await other.goto(site.origin);
  await expect(other.getByRole('heading')).toHaveAccessibleName('Variant');
  return other;
}

test('who is forgotten in another tab is not put back on file by a page that is left', async ({
  page,
  site,
  context,
}) => {
  const other = await grantAndOpen(page, site, context);
  await call(page, 'forget');
  await expect.poll(() => onFile(other)).toBeNull();
  await other.goto(`${site.origin}/bare`);
  expect(await onFile(other)).toBeNull();
});

test('a refusal in another tab ends what is painted, and outlives what the page clears', async ({
  page,
  site,
  context,
}) => {
  const other = await grantAndOpen(page, site, context);
  await listen(other);
  await call(page, 'optOut');
  await expect(other).toHaveTitle('Heard');
  await expect(other.getByRole('heading')).toHaveAccessibleName('Original');
  await page.close();
  await other.evaluate(() => localStorage.clear());
  await other.goto(`${site.origin}/bare`);
  expect(await onFile(other)).toBe('{"consent":"denied"}');
});

for (const [what, text] of [
  ['of another version', 'export const takeOver = () => { throw new Error("of another version"); }'],
  ['no part of a tag', 'export {}'],
] as const)
  test(`the rest is ${what}: a tool that denies is obeyed all the same`, async ({ page, site, guard }) => {
    serve(site);
    site.serve('/selvedge-later.js', text);
    await page.goto(site.origin);
    await expect.poll(() => guard.warnings.length).toBe(1);
    await expect(page.getByRole('heading')).toHaveAccessibleName('Variant');
    await page.evaluate(() =>
      document.dispatchEvent(new CustomEvent('selvedge:consent', { detail: 'denied' })),
    );
    await expect(page.getByRole('heading')).toHaveAccessibleName('Original');
    expect(await onFile(page)).toBe('{"consent":"denied" }');
  });

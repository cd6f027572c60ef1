// Whoever refuses, or wants to be forgotten, before the rest of a tag in two files is there is obeyed at once: the page may
// be left in the same breath, and the rest may never come.

import type { Page } from '@playwright/test';
import { expectDatabases } from '../../support/expect-databases.ts';
import { recordFrames } from '../../support/frames.ts';
import { serveHeld } from '../../support/held-rest.ts';
import { enter, exported } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const config = configOf({
  experiences: [experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }])],
});

/** Serves two pages. @returns says whether the rest comes; else it is asked for, and there is no answer */
function serve(site: Site): (comes: boolean) => void {
  for (const path of ['/', '/other']) site.serve(path, pageWith('<h1>Original</h1>'));
  return serveHeld(site, config);
}

const onFile = (page: Page) => page.evaluate(() => localStorage.getItem('selvedge'));

test('who is forgotten as the page is left is somebody new on the next', async ({ page, site }) => {
  const come = serve(site);
  await enter(page, site.origin);
  const { seed } = await exported(page);
  come(false);
  await page.goto(site.origin);
  await page.evaluate(() => void window.selvedge.forget());
  await expect(page.getByRole('heading')).toHaveAccessibleName('Original');
  expect(await onFile(page)).toBeNull();
  come(true);
  await enter(page, `${site.origin}/other`);
  const next = await exported(page);
  expect(next.seed).not.toBe(seed);
  const views = next.events.filter(({ name }) => name === 'page_view');
  expect(views.map(({ props }) => props.path)).toEqual(['/other']);
});

test('a tool that denies does not make the visitor’s own refusal its own', async ({ page, site }) => {
  const come = serve(site);
  await enter(page, site.origin);
  await page.evaluate(() => window.selvedge.optOut());
  const own = await onFile(page);
  come(false);
  await page.goto(site.origin);
  await page.evaluate(() =>
    document.dispatchEvent(new CustomEvent('selvedge:consent', { detail: 'denied' })),
  );
  expect(await onFile(page)).toBe(own);
});

test('a tool that denies is obeyed: the original, and nothing but that on file or in the database', async ({
  page,
  site,
}) => {
  const come = serve(site);
  await enter(page, site.origin);
  come(false);
  await page.goto(site.origin);
  await page.evaluate(() =>
    document.dispatchEvent(new CustomEvent('selvedge:consent', { detail: 'denied' })),
  );
  await expect(page.getByRole('heading')).toHaveAccessibleName('Original');
  expect(JSON.parse((await onFile(page)) ?? '')).toEqual({ consent: 'denied' });
  await expectDatabases(page, 0);
});

test('a refusal where nothing was stored makes no database, and none of another script goes', async ({
  page,
  site,
}) => {
  serve(site)(false);
  site.serve('/plain', '<h1>Plain</h1>');
  await page.goto(site.origin);
  await page.evaluate(() => void window.selvedge.optOut());
  await expect.poll(() => onFile(page)).toBe('{"consent":"denied"}');
  await expectDatabases(page, 0);
  await page.goto(`${site.origin}/plain`);
  await page.evaluate(async () => {
    localStorage.clear();
    const asked = indexedDB.open('selvedge');
    asked.onupgradeneeded = () => void asked.result.createObjectStore('mine');
    await new Promise((done) => {
      asked.onsuccess = done;
    });
    asked.result.close();
  });
  await page.goto(site.origin);
  await page.evaluate(() => void window.selvedge.forget());
  await page.goto(`${site.origin}/plain`);
  expect(
    await page.evaluate(async () => {
      const asked = indexedDB.open('selvedge');
      await new Promise((done) => {
        asked.onsuccess = done;
      });
      return [...asked.result.objectStoreNames];
    }),
  ).toEqual(['mine']);
});

for (const [tool, head, left] of [
  ['a consent tool', '<script>dataLayer = [["consent", "default", {}]]</script>', null],
  ['no consent tool', '', '{"consent":"implied"'],
] as const)
  test(`a first page that is left early with ${tool} on it leaves ${left ? 'word' : 'nothing'}`, async ({
    page,
    site,
  }) => {
    serve(site)(false);
    site.serve('/', pageWith(`${head}<h1>Original</h1>`));
    site.serve('/plain', '<h1>Plain</h1>');
    await page.goto(site.origin);
    await page.goto(`${site.origin}/plain`);
    const file = await onFile(page);
    expect(file?.slice(0, left?.length) ?? null).toBe(left);
  });

for (const [where, before, after = ''] of [
  ['the queue before the tag', 'selvedge = { q: [["track", "share"], ["optOut"]] }', ''],
  ['a queue that was kept', '', 'selvedge.q.push(["track", "share"], ["consent", "denied"])'],
  // the rest cannot run then
  ['a queue on a page without Reflect', '', 'Reflect = undefined; selvedge.q.push(["optOut"])'],
])
  test(`a refusal in ${where} is obeyed though the rest never comes`, async ({ page, site }) => {
    const come = serve(site);
    await enter(page, site.origin);
    if (!after.startsWith('Reflect')) come(false);
    const [head, ...rest] = pageWith('<h1>Original</h1>').split('<script');
    site.serve(
      '/other',
      `${head}<script>${before}</script><script${rest.join('<script')}<script>${after}</script>`,
    );
    await page.goto(`${site.origin}/other`);
    await expect(page.getByRole('heading')).toHaveAccessibleName('Original');
    expect(await onFile(page)).toBe('{"consent":"denied"}');
    await expectDatabases(page, 0);
  });

test('a page that refuses in the queue before the tag never shows the variant', async ({ page, site }) => {
  serve(site)(true);
  site.serve(
    '/',
    pageWith('<h1>Original</h1>').replace(
      '<script',
      '<script>selvedge = { q: [["optOut"]] }</script><script',
    ),
  );
  const frames = await recordFrames(page, { watch: 'body' });
  await enter(page, site.origin);
  await frames.settle();
  expect(new Set(frames.list.map(({ text }) => text).filter((text) => text))).toEqual(new Set(['Original']));
});

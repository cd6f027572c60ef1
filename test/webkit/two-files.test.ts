// A tag in two files: whenever the second comes, if ever, and whoever may not be shown anything.

import { integrityOf } from '../../cli/hashes.ts';
import type { PublishOptions } from '../../shared/publish/publish-files.ts';
import { askedFor } from '../support/denied-two.ts';
import { configOf, experienceOf, twoFilesWith } from '../support/tag.ts';
import { expect, settle, test, useWebKit, watchedPage } from './test.ts';

const web = useWebKit();

const config = configOf({
  experiences: [experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }])],
});

/** @returns lets the second file come, as it is or as another one */
function serve(options?: PublishOptions): (body?: string | { status: number; body: string }) => void {
  const { site } = web;
  const files = twoFilesWith(config, options);
  let come: ReturnType<typeof serve> = () => {};
  const asked = new Promise<string | { status: number; body: string }>((resolve) => {
    come = (body = files['selvedge-later.js']) => resolve(body);
  });
  for (const [name, text] of Object.entries(files)) site.serve(`/${name}`, text);
  site.serve('/selvedge-later.js', () => asked);
  site.serve('/', watchedPage('<h1>Original</h1>'));
  return come;
}

const readNames = () =>
  web.page.evaluate(async () => {
    const { events } = await window.selvedge.export();
    return events.map(({ name }) => name);
  });

test('the rest comes late: the variant is there before it and stays, and the view is remembered', async () => {
  const { page, site } = web;
  const come = serve();
  await page.goto(site.origin);
  await settle(page);
  expect((await web.readSeen()).frames.filter(Boolean)).toEqual(['Variant']);
  come();
  await expect.poll(readNames).toEqual(expect.arrayContaining(['page_view', 'exposure']));
  await settle(page);
  const { frames, warnings } = await web.readSeen();
  expect(frames.filter(Boolean)).toEqual(['Variant']);
  expect(warnings).toEqual([]);
});

test('the rest is missing: the page keeps what it shows, that is said once, and calls end', async () => {
  const { page, site } = web;
  serve()({ status: 404, body: 'missing' });
  await page.goto(site.origin);
  expect(await page.evaluate(() => window.selvedge.export())).toEqual({});
  await settle(page);
  const { frames, warnings } = await web.readSeen();
  expect(frames.filter(Boolean)).toEqual(['Variant']);
  expect(warnings).toEqual([expect.stringContaining('selvedge-later.js')]);
});

test('denied by the owner: the original, and nothing is stored', async () => {
  const { page, site } = web;
  serve()();
  site.serve('/', watchedPage('<h1>Original</h1>', { attributes: 'data-consent="denied"' }));
  await page.goto(site.origin);
  await page.evaluate(() => window.selvedge.ready);
  await settle(page);
  const { frames } = await web.readSeen();
  expect(frames.filter(Boolean)).toEqual(['Original']);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('who has refused gets the listener, and the rest when they want to look', async () => {
  const { page, site } = web;
  serve()();
  site.serve('/plain', '<!doctype html><title>Plain</title>');
  await page.goto(`${site.origin}/plain`);
  await page.evaluate(() => localStorage.setItem('selvedge', '{"consent":"denied" }'));
  await page.goto(site.origin);
  await page.evaluate(() => window.selvedge.ready);
  expect(askedFor(site)).toEqual(['listen']);
  await page.evaluate(() => window.selvedge.export());
  expect(askedFor(site)).toEqual(['listen', 'later']);
  expect((await web.readSeen()).frames.filter(Boolean)).toEqual(['Original']);
});

test('a rest that is vouched for comes', async () => {
  const { page, site } = web;
  serve({ integrityOf })();
  await page.goto(site.origin);
  await expect.poll(readNames).toContain('page_view');
  await expect.poll(() => page.evaluate(() => document.querySelectorAll('link').length)).toBe(0);
});

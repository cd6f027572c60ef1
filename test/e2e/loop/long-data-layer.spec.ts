// A long data layer: a part is read before the page is painted, the rest when the page rests, or does not.

import type { Page } from '@playwright/test';
import type { Segment } from '../../../shared/schema/config.ts';
import { readShown } from '../../support/element.ts';
import { call, enter, eventsOf, exported, ready } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, isInTwo, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

declare global {
  interface Window {
    /** how often the data layer had been read when the tag was done */
    then: number;
  }
}

const seenLists = (id: string, least: number): Segment => ({
  id,
  name: id,
  when: { kind: 'count', event: 'view_item_list', is: { $gte: least } },
});
const isIn = (page: Page, segment: string) =>
  expect.poll(() => page.evaluate(() => window.selvedge?.segments?.() ?? [])).toContain(segment);

test('of a long data layer a part is read before the page is painted, in order, and the rest when the page rests', async ({
  page,
  site,
}) => {
  const fill = (events: number, items: number) =>
    `<script>reads = 0; dataLayer = []; for (var i = 0; i < ${events}; i++) { var list = []; for (var k = 0; k < ${items}; k++) list.push({ item_id: i + '-' + k, get price() { reads++; return 1; } }); dataLayer.push({ event: 'view_item_list', ecommerce: { value: i, items: list } }); }</script>`;
  const early = configOf({
    segments: [seenLists('many', 20), seenLists('all', 100)],
    experiences: [experienceOf('many', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }])],
  });
  serveTag(site, early);
  const after =
    '<script>then = reads; dataLayer.push({ event: "login", value: 1 })</script><h1>Original</h1>';
  const tag = '<!doctype html><title>Test</title>';
  site.serve('/', `${tag}${fill(20, 10)}<script src="/selvedge.js"></script>${after}`);
  await page.goto(site.origin);
  // a first paint in a file of its own hears none of it
  expect(await readShown(page, 'h1')).toBe(isInTwo ? 'Original' : 'Variant');
  await ready(page);
  await call(page, 'forget');
  site.serve('/', `${tag}${fill(100, 30)}<script src="/selvedge.js"></script>${after}`);
  await page.goto(site.origin);
  expect(await page.evaluate(() => window.then)).toBeLessThanOrEqual(400);
  const values = async () =>
    (await exported(page)).events
      .filter(({ name }) => /list|login/.test(name))
      .map(({ name, props }) => (name === 'login' ? 'login' : props.value));
  // nothing asks for them
  await isIn(page, 'all');
  expect(await values()).toEqual([...Array(100).keys(), 'login']);
});

/** A page that never rests, and says more than is read at once, each of which takes longer than a slice. */
function serveRestless(site: Site): { events: number } {
  const events = 40;
  const restless = 'requestIdleCallback = (fn, { timeout }) => setTimeout(fn, timeout);';
  const slow =
    'get value() { for (const until = performance.now() + 5; performance.now() < until; ); return 1; }';
  const fill = `dataLayer = []; for (let i = 0; i < ${events}; i++) dataLayer.push({ event: 'view_item_list', ecommerce: { ${slow}, items: Array(20).fill({ item_id: 'x' }) } });`;
  serveTag(site, configOf({ segments: [seenLists('all', events)] }));
  site.serve(
    '/',
    `<!doctype html><title>Test</title><script>${restless}${fill}</script><script src="/selvedge.js"></script><h1>Original</h1>`,
  );
  return { events };
}

test('on a page that never rests the rest of a long data layer is read all the same', async ({
  page,
  site,
}) => {
  const { events } = serveRestless(site);
  await page.goto(site.origin);
  await isIn(page, 'all');
  expect(await eventsOf(page, 'view_item_list')).toHaveLength(events);
});

test('who asks what is remembered is told all that the page has said, long as its data layer is', async ({
  page,
  site,
}) => {
  const { events } = serveRestless(site);
  await enter(page, site.origin);
  expect(await eventsOf(page, 'view_item_list')).toHaveLength(events);
});

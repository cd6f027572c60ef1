// Questions through the tag as an owner serves it: asked at the right moment and never twice, answered by one tap, known to
// segments on the next page, and nothing of it where nothing may be stored.

import { findViolations } from '../../support/find-violations.ts';
import { recordFrames } from '../../support/frames.ts';
import { call, enter, enterInTab, eventsOf, exported } from '../../support/page-api.ts';
import { expect, test } from '../../support/test.ts';
import {
  asked,
  asks,
  BODY,
  expectNothing,
  hosts,
  labels,
  letItAsk,
  question,
  rating,
  serve,
  traits,
} from './asking.ts';

test('asked on the second page, answered by a tap, known on the next, never asked again', async ({
  page,
  site,
  travel,
}) => {
  serve(site);
  await enter(page, `${site.origin}/shop`);
  await expectNothing(page);
  await enter(page, `${site.origin}/shop/2`);
  await expect(asked(page)).toBeVisible();
  await expect(asked(page)).toContainText('Your answer stays in this browser.');
  // it takes no focus
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  await page.getByRole('button', { name: labels.price }).click();
  await expect(page.getByRole('status')).toHaveText('Thanks: price it is.');
  await expect(page.getByRole('button', { name: labels.quality })).toHaveCount(0);
  await expect.poll(async () => (await traits(page)).need).toBe('price');
  // that it was answered is an event; what the answer was is in none
  await expect
    .poll(async () => (await eventsOf(page, 'question_answered')).map(({ props }) => props))
    .toEqual([{ question: 'need' }]);
  expect(JSON.stringify((await exported(page)).events)).not.toContain('price');

  await enter(page, `${site.origin}/shop/3`);
  await expect(page.getByRole('heading', { name: 'Cheap tents' })).toBeVisible();
  await expectNothing(page);
  await travel('400d');
  await enter(page, `${site.origin}/shop/3`);
  await expectNothing(page);
});

test('by keyboard: Escape says no and gives the focus back; a second no is the last word', async ({
  page,
  site,
  travel,
}) => {
  serve(site);
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(asked(page)).toBeVisible();
  await page.locator('#b').focus();
  const option = page.getByRole('button', { name: labels.quality });
  await option.focus();
  await page.keyboard.press('Escape');
  await expect(asked(page)).toHaveCount(0);
  await expect(page.locator('#b')).toBeFocused();
  await expect.poll(async () => `${(await traits(page)).selvedge_asked}`).toMatch(/^need s\d+ c1$/);
  await enter(page, `${site.origin}/shop/2`);
  await expectNothing(page);
  await travel('31d');
  await enter(page, `${site.origin}/shop`);
  await expect(asked(page)).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.poll(async () => `${(await traits(page)).selvedge_asked}`).toMatch(/^need s\d+ c2$/);
  await travel('400d');
  await enter(page, `${site.origin}/shop`);
  await expectNothing(page);
  expect(Object.keys(await traits(page))).toEqual(['selvedge_asked']);
});

test('it waits for whoever writes or has a dialog open, and never lies over what has the focus', async ({
  page,
  site,
}) => {
  serve(
    site,
    {},
    `${BODY}<dialog id="d"><form method="dialog"><button>Accept</button></form></dialog><script>document.getElementById('d').showModal()</script><a id="low" href="/" style="position:fixed;inset:auto auto 2rem 2rem">Low</a>`,
  );
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(hosts(page)).toHaveCount(1);
  await letItAsk(page);
  await expect(asked(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(asked(page)).toBeVisible();
  const isOn = () =>
    page.evaluate(() => {
      const one = document.getElementById('low')?.getBoundingClientRect();
      const other = document.querySelector('selvedge-ask')?.getBoundingClientRect();
      return !!one && !!other && one.top < other.bottom && one.bottom > other.top && one.right > other.left;
    });
  await expect.poll(isOn).toBe(true);
  await page.locator('#low').focus();
  await expect.poll(isOn).toBe(false);
  await expect(asked(page)).toBeVisible();
});

test('it waits while the focus is in a frame: it may be a card’s number', async ({ page, site }) => {
  site.serve('/pay', '<!doctype html><title>Pay</title><label>Card <input id="card"></label>');
  const focus = '<script>document.querySelector("iframe").focus()</script>';
  serve(
    site,
    {},
    `${BODY}<iframe src="/pay" title="Payment"></iframe><button id="next">Next</button>${focus}`,
  );
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(hosts(page)).toHaveCount(1);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
  await letItAsk(page);
  await expect(asked(page)).toHaveCount(0);
  await page.locator('#next').click();
  await expect(asked(page)).toBeVisible();
});

test('beside an element it comes below what is in view, and moves nothing there', async ({ page, site }) => {
  const tall = '<div style="height:150vh">Tents</div><p id="end">End</p><div style="height:50vh">More</div>';
  serve(
    site,
    { experiences: [asks({ target: { css: '#end' }, position: 'after' })] },
    `${BODY}<p id="top">Top</p>${tall}`,
  );
  await enter(page, `${site.origin}/`);
  const frames = await recordFrames(page, { watch: 'body' });
  await enter(page, `${site.origin}/shop`);
  await expect(asked(page)).toHaveCount(1);
  await asked(page).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: labels.price }).click();
  await expect.poll(async () => (await traits(page)).need).toBe('price');
  await frames.settle();
  expect(frames.layoutShift).toBe(0);
});

test('in view it waits: nothing moves under whoever reads', async ({ page, site }) => {
  serve(site, { experiences: [asks({ target: { css: 'h1' }, position: 'after' })] });
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(hosts(page)).toHaveCount(1);
  await page.mouse.wheel(0, 10);
  await page.locator('#b').click();
  await expect(asked(page)).toHaveCount(0);
  expect(await traits(page)).toEqual({});
});

test('of two tabs one asks', async ({ page, context, site }) => {
  serve(site);
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(asked(page)).toBeVisible();
  const tab = await enterInTab(context, `${site.origin}/shop/2`);
  await expectNothing(tab);
  await page.bringToFront();
  await expect(asked(page)).toBeVisible();
});

test('not before consent, not after it is withdrawn, and the answer goes with all else', async ({
  page,
  site,
  guard,
}) => {
  serve(site, { privacy: { consent: 'required' } });
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expectNothing(page);
  await call(page, 'consent', 'granted');
  await enter(page, `${site.origin}/shop/2`);
  await page.getByRole('button', { name: labels.price }).click();
  await expect.poll(async () => (await traits(page)).need).toBe('price');
  await call(page, 'consent', 'denied');
  await expect(hosts(page)).toHaveCount(0);
  expect((await exported(page)).traits).toEqual({});
  expect(await page.evaluate(() => localStorage.getItem('selvedge'))).toMatch(/^\{"consent":"denied"/);
  await enter(page, `${site.origin}/shop/3`);
  await expect(hosts(page)).toHaveCount(0);
  expect(guard.warnings).toEqual([]);
});

test('not under Global Privacy Control', async ({ page, site }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  serve(site);
  for (const path of ['/', '/shop', '/shop/2']) {
    await enter(page, site.origin + path);
    await expect(hosts(page)).toHaveCount(0);
  }
  expect(
    await page.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('selvedge-ask')),
    ),
  ).toBe(false);
});

test('a preview shows it and keeps nothing', async ({ page, site }) => {
  serve(site, { experiences: [{ ...asks(), pages: ['*'] }] });
  await page.goto(`${site.origin}/#selvedge=thrifty`);
  await page.getByRole('button', { name: labels.price }).click();
  await expect(page.getByRole('status')).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await traits(page)).toEqual({});
});

test('the visitor’s view changes and deletes an answer, and turns questions off', async ({ page, site }) => {
  serve(site, { questions: [question, { ...rating, id: 'stars', trait: 'stars' }] });
  await enter(page, `${site.origin}/`);
  await call(page, 'set', { need: 'price', stars: 7 });
  await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
  await call(page, 'open');
  const view = page.getByRole('dialog');
  await expect(view.getByRole('heading', { name: 'Was Sie geantwortet haben' })).toBeVisible();
  const price = view.getByRole('button', { name: labels.price });
  await expect(price).toHaveAttribute('aria-pressed', 'true');
  await view.getByRole('button', { name: labels.quality }).click();
  await expect(price).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(async () => (await traits(page)).need).toBe('quality');
  await expect(view.getByRole('button', { name: '10, Surely' })).toBeVisible();
  await view.getByRole('button', { name: '3', exact: true }).click();
  await expect.poll(async () => (await traits(page)).stars).toBe(3);
  expect(await findViolations(page)).toEqual([]);
  await view.getByRole('button', { name: `Antwort löschen: ${question.ask}` }).click();
  await expect.poll(async () => Object.keys(await traits(page)).sort()).toEqual(['selvedge_asked', 'stars']);
  await view.getByRole('switch', { name: 'Mir Fragen stellen' }).click();
  await expect.poll(async () => (await traits(page)).selvedge_off).toEqual(['questions']);
  await expect(view).not.toContainText('selvedge_asked');
});

test('a scale, and several answers at once: names, sizes, and axe finds nothing', async ({ page, site }) => {
  const many: typeof question = {
    ...question,
    answer: {
      kind: 'choice',
      many: true,
      options: [...'abcdefg'].map((value) => ({ value, label: `Style ${value}` })),
    },
  };
  serve(site, { questions: [many, rating] });
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  const done = page.getByRole('button', { name: 'Done' });
  await expect(done).toBeDisabled();
  expect(
    await findViolations(page, [
      { width: 320, colorScheme: 'light' },
      { width: 420, colorScheme: 'dark' },
    ]),
  ).toEqual([]);
  const sizes = await page
    .locator('selvedge-ask button')
    .evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
    );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
  for (const name of ['Style c', 'Style a', 'Style c', 'Style b'])
    await page.getByRole('button', { name }).click();
  await done.click();
  await expect.poll(async () => (await traits(page)).need).toEqual(['a', 'b']);
});

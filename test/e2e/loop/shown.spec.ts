// What is filled in, what came before the tag, and how the page goes back to what it was.

import { expectDatabases } from '../../support/expect-databases.ts';
import { call, enter, ready } from '../../support/page-api.ts';
import { experienceOf, pageWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { heading, serve, text } from './serve.ts';

test('tokens are filled as text', async ({ page, site }) => {
  serve(site, {
    experiences: [
      experienceOf('everyone', [
        text('Hi {{trait.name|there}} from {{context.query.city | nowhere}}{{trait.list|!}}'),
      ]),
    ],
  });
  await page.goto(`${site.origin}/?city=<b>Oslo</b>`);
  await expect(heading(page)).toHaveAccessibleName('Hi there from <b>Oslo</b>!');
  await call(page, 'set', { name: 'Ada', list: ['x'] });
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Hi Ada from nowhere!');
});

test('the queue before the tag counts for the first decision', async ({ page, site }) => {
  serve(site, {
    segments: [{ id: 'ada', name: 'ada', when: { kind: 'trait', key: 'name', is: 'Ada' } }],
    experiences: [experienceOf('ada', [text('Ada')])],
  });
  site.serve(
    '/',
    pageWith('<h1>Original</h1>').replace(
      '<script',
      '<script>selvedge = { q: [["set", { name: "Ada" }], ["track", "share"]] }</script><script',
    ),
  );
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Ada');
  expect((await call(page, 'export')).events.map(({ name }) => name)).toContain('share');
  // code written for the queue goes on working once the tag is there
  await page.evaluate(() => window.selvedge.q.push(['track', 'login']));
  expect((await call(page, 'export')).events.map(({ name }) => name)).toContain('login');
});

test('standby gives the page back, byte for byte; resume applies again', async ({ page, site }) => {
  serve(
    site,
    {
      experiences: [
        experienceOf('everyone', [
          text('Variant'),
          { kind: 'attribute', target: { css: 'img' }, name: 'alt', value: 'Changed' },
          { kind: 'hide', target: { css: 'p' } },
          { kind: 'insert', target: { css: 'p' }, position: 'after', html: '<aside>New</aside>' },
        ]),
      ],
    },
    '<h1>Original</h1><img alt="x" src="data:,"><p>Text</p>',
  );
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Variant');
  await expect(page.locator('aside')).toBeVisible();
  await ready(page);
  await page.evaluate(() => void document.dispatchEvent(new CustomEvent('selvedge:standby')));
  await expect(heading(page)).toHaveAccessibleName('Original');
  expect(await page.evaluate(() => document.body.outerHTML)).toBe(
    '<body><h1>Original</h1><img alt="x" src="data:,"><p>Text</p></body>',
  );
  const before = (await call(page, 'export')).events.length;
  await call(page, 'track', 'share');
  await page.evaluate(() => void document.dispatchEvent(new CustomEvent('selvedge:resume')));
  await expect(heading(page)).toHaveAccessibleName('Variant');
  const { events } = await call(page, 'export');
  expect(events.map(({ name }) => name)).not.toContain('share');
  expect(events.filter(({ name }) => name === 'page_view')).toHaveLength(1);
  expect(events.length).toBeGreaterThanOrEqual(before);
});

test('under preview the tag neither applies nor records', async ({ page, site }) => {
  serve(site, { experiences: [experienceOf('everyone', [text('Variant')])] });
  // a blank page has no storage to set
  await page.addInitScript(
    () => location.protocol === 'http:' && sessionStorage.setItem('selvedge:preview', '1'),
  );
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Original');
  await call(page, 'track', 'share');
  await expectDatabases(page, 0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('an in-page navigation reverts at once and applies what is for the new page', async ({ page, site }) => {
  serve(site, {
    experiences: [
      experienceOf('everyone', [text('Home')], { id: 'home', pages: ['/'] }),
      experienceOf('everyone', [text('Tents')], { id: 'tents', pages: ['/tents'] }),
    ],
  });
  // in a tag of two files the rest hears of it
  await enter(page, site.origin);
  await expect(heading(page)).toHaveAccessibleName('Home');
  const atOnce = await page.evaluate(() => {
    history.pushState({}, '', '/tents');
    return document.querySelector('h1')!.shadowRoot?.textContent ?? '';
  });
  expect(atOnce).toBe('');
  await expect(heading(page)).toHaveAccessibleName('Tents');
  await page.evaluate(() => history.pushState({}, '', '/none'));
  await expect(heading(page)).toHaveAccessibleName('Original');
});

test('without JavaScript, or with the script blocked, the page is the original', async ({
  browser,
  browserName,
  page,
  site,
}) => {
  serve(site, { experiences: [experienceOf('everyone', [text('Variant')])] });
  await page.route('**/selvedge.js', (route) => route.abort());
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Original');
  // a second context of stock Firefox runs scripts all the same
  if (browserName === 'firefox') return;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const still = await context.newPage();
  await still.goto(site.origin);
  await expect(still.getByRole('heading')).toHaveAccessibleName('Original');
  await context.close();
});

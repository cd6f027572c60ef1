// What is said between two moments: before the tag, in another tab before this one hears of it, while a page is away.

import { call, enter, eventNames, exported } from '../../support/page-api.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { config, implied, stand, TOOLS } from './tool-pages.ts';

const withHead = (head: string, after = '') =>
  `${pageWith('<h1>Home</h1>').replace('<script', `<script>${TOOLS}${head}</script><script`)}${after}`;

for (const [name, head, end] of [
  ['the queue', `selvedge = { q: [['consent', 'denied']] }`, 'denial'],
  ['the queue, as an opt-out', `selvedge = { q: [['optOut']] }`, 'denial'],
  ['the data layer', `gtag('consent', 'update', personal('denied'))`, 'refusal'],
] as const)
  test(`a denial in ${name} before the tag: the original, and nobody is told`, async ({ page, site }) => {
    const everyone = configOf({
      privacy: implied,
      experiences: [experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Changed' }])],
    });
    serveTag(site, everyone);
    const count = `var told = []; for (const type of ['segments', 'exposure']) document.addEventListener('selvedge:' + type, ({ detail }) => told.push(type + JSON.stringify(detail)));`;
    site.serve('/', withHead(`${count}${head}`));
    await enter(page, site.origin);
    await expect.poll(() => stand(page)).toBe(end);
    await expect(page.locator('h1')).toHaveAccessibleName('Home');
    expect(await page.evaluate('told')).toEqual([]);
  });

test('a denial that another tab has just written outlives what a tool repeats', async ({ page, site }) => {
  serveTag(site, config());
  site.serve('/', withHead(`__tcfapi = cmp(tc('tcloaded', '', null))`));
  await enter(page, site.origin);
  expect(await stand(page)).toBe('waiting');
  // a page hears of no change that it made itself: as one of another tab whose event has not come yet
  await page.evaluate(() => localStorage.setItem('selvedge', '{"consent":"denied"}'));
  await page.evaluate(`__tcfapi.say(tc('tcloaded', '156'));0`);
  await expect.poll(() => stand(page)).toBe('denial');
  await page.evaluate(`__tcfapi.say(tc('useractioncomplete', '156'));0`);
  expect(await stand(page)).toBe('denial');
});

test('a tab in doubt goes on waiting while another one remembers', async ({ context, page, site }) => {
  serveTag(site, config(implied));
  site.serve('/', withHead(`__tcfapi = cmp(tc('cmpuishown'))`));
  site.serve('/plain', withHead(''));
  await enter(page, site.origin);
  const heard = page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        addEventListener('storage', ({ key, newValue }) => {
          if (key === 'selvedge' && newValue?.includes('"profile"')) resolve();
        }),
      ),
  );
  const other = await context.newPage();
  await enter(other, `${site.origin}/plain`);
  await heard;
  void call(page, 'track', 'share');
  expect(await exported(page)).toMatchObject({ mode: 'memory', consent: 'waiting' });
  expect(await eventNames(other)).not.toContain('share');
  await page.evaluate(`__tcfapi.say(tc('useractioncomplete', '156'));0`);
  await expect.poll(() => stand(page)).toBe('stored');
  await expect.poll(() => eventNames(other)).toContain('share');
});

test('after a denial and the back button a grant stores again', async ({ page, site }) => {
  serveTag(site, config(implied));
  site.serve('/', withHead(''));
  await enter(page, site.origin);
  await call(page, 'consent', 'denied');
  // the same page, from the back/forward cache
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  expect(await stand(page)).toBe('denial');
  await page.mouse.click(300, 300);
  await call(page, 'consent', 'granted');
  await call(page, 'track', 'share');
  expect(await stand(page)).toBe('stored');
  expect(await eventNames(page)).toContain('share');
});

test('a standby before the first write loses nothing of what had happened', async ({ page, site }) => {
  serveTag(site, config(implied));
  const early = `<script>selvedge.track('early'); for (const type of ['standby', 'resume']) document.dispatchEvent(new Event('selvedge:' + type));</script>`;
  site.serve('/', withHead('', early));
  await enter(page, site.origin);
  const names = await eventNames(page);
  expect(names.filter((name) => name === 'page_view')).toHaveLength(1);
  expect(names.filter((name) => name === 'early')).toHaveLength(1);
});

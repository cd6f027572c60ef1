// The test support itself: what the other specs rely on works in both browsers, and its checks can fail.

import { createGuard } from '../../support/guard.ts';
import { enter, exported } from '../../support/page-api.ts';
import { configOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, longInFirefox, test } from '../../support/test.ts';

declare global {
  interface Window {
    first: number;
  }
}

const page1 = '<!doctype html><title>One</title><h1>One</h1>';

test('a page of the site is served and its requests are listed', async ({ page, site, guard }) => {
  site.serve('/', '<!doctype html><title>Site</title><script src="/a.js"></script><h1>Hello</h1>');
  site.serve('/a.js', 'document.documentElement.dataset.ran = "yes"');
  await page.goto(site.origin);
  await expect(page.locator('html')).toHaveAttribute('data-ran', 'yes');
  expect(site.requests).toEqual(['GET /', 'GET /a.js']);
  expect(guard.requests.map(({ url }) => new URL(url).pathname)).toEqual(['/', '/a.js']);
});

test('a page streams as the test lets chunks through', async ({ page, site }) => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  async function* chunks() {
    yield '<!doctype html><title>Stream</title><h1>First</h1>';
    await gate;
    yield '<p>Second</p>';
  }
  site.serve('/', () => ({ body: chunks() }));
  await page.goto(site.origin, { waitUntil: 'commit' });
  await expect(page.locator('h1')).toHaveText('First');
  expect(await page.locator('p').count()).toBe(0);
  release();
  await expect(page.locator('p')).toHaveText('Second');
});

test('a page is sent elsewhere while one that a link led to still loads', async ({ page, site }) => {
  site.serve('/', '<!doctype html><title>From</title><a href="/to">To</a>');
  site.serve('/to', '<!doctype html><title>To</title><img src="/i.png">');
  site.serve('/last', '<!doctype html><title>Last</title>');
  // a Firefox that is not waited for gives up one in four
  for (let times = 0; times < 12; times++) {
    await page.goto(site.origin);
    await page.locator('a').click();
    await page.waitForURL('**/to', { waitUntil: 'commit' });
    await page.goto(`${site.origin}/last`);
    await expect(page).toHaveTitle('Last');
  }
});

test('each test has its own storage, and a second page of the context shares it', async ({
  page,
  context,
  site,
}) => {
  site.serve('/', page1);
  await page.goto(site.origin);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.evaluate(() => localStorage.setItem('kept', '1'));
  const second = await context.newPage();
  await second.goto(site.origin);
  expect(await second.evaluate(() => localStorage.getItem('kept'))).toBe('1');
});

test('the guard sees page errors, rejections, violations and foreign requests', async ({
  browser,
  site,
  page,
}) => {
  site.serve('/', {
    body: `<!doctype html><script nonce="a">
      setTimeout(() => { throw new Error('boom'); });
      Promise.reject(new Error('late'));
      console.warn('careful');
      new Image().src = 'http://foreign.example/pixel.png';
    </script><script>window.blocked = true</script>`,
    headers: { 'content-security-policy': "script-src 'nonce-a'" },
  });
  const context = await browser.newContext();
  const guard = createGuard();
  await guard.watch(context);
  await (await context.newPage()).goto(site.origin);
  await expect.poll(() => guard.findProblems().length).toBe(4);
  const problems = guard.findProblems().join('\n');
  for (const sign of [
    'boom',
    'late',
    'script-src-elem blocked inline',
    'GET http://foreign.example/pixel.png',
  ]) {
    expect(problems).toContain(sign);
  }
  await expect.poll(() => guard.warnings).toEqual(['careful']);
  guard.allow({ errors: /boom|late/, violations: /script-src/, origins: ['http://foreign.example'] });
  expect(guard.findProblems()).toEqual([]);
  await context.close();
  expect(page.url()).toBe('about:blank');
});

test('travel moves the date of open and of later pages, and adds up', async ({ page, site, travel }) => {
  site.serve('/', '<!doctype html><title>Date</title><script>window.first = Date.now()</script>');
  await page.goto(site.origin);
  const away = () =>
    page.evaluate(() => Math.round((Date.now() - performance.timeOrigin - performance.now()) / 3600e3) + 0);
  expect(await away()).toBe(0);
  await travel('8d');
  expect(await away()).toBe(192);
  await page.reload();
  expect(await away()).toBe(192);
  await travel('-1d');
  expect(await away()).toBe(168);
  await page.reload();
  expect(await page.evaluate(() => Math.abs(window.first - Date.now()) < 3600e3)).toBe(true);
  expect(
    await page.evaluate(() => [
      new Date() instanceof Date,
      new Date(0).toISOString(),
      Date.UTC(2020, 0),
      typeof Date(),
      Object.getOwnPropertyNames(window).filter((name) => /travel|selvedge/i.test(name)),
    ]),
  ).toEqual([true, '1970-01-01T00:00:00.000Z', 1577836800000, 'string', []]);
});

test('a storage that works and takes longer than the tag waits for one is not given up', async ({
  page,
  site,
  guard,
}) => {
  serveTag(site, configOf());
  site.serve('/', pageWith('<h1>Home</h1>'));
  await page.addInitScript(() => {
    // the page is busy with the database for as long as a loaded machine may be
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...given) {
      const opening = open.apply(this, given);
      opening.addEventListener('upgradeneeded', () => {
        const { transaction } = opening;
        const store = opening.result.createObjectStore('busy');
        const until = performance.now() + 2500;
        const spin = () => {
          if (performance.now() < until) store.count().onsuccess = spin;
          else transaction?.db.deleteObjectStore('busy');
        };
        spin();
      });
      return opening;
    };
  });
  await enter(page, site.origin);
  const { mode, events } = await exported(page);
  expect([mode, events.map(({ name }) => name)]).toEqual(['stored', ['visit_start', 'page_view']]);
  expect(guard.warnings).toEqual([]);
});

test('goBack of Playwright works while the back/forward cache is off', async ({ page, site }) => {
  site.serve('/one', page1);
  site.serve('/two', '<!doctype html><title>Two</title>');
  await page.goto(`${site.origin}/one`);
  await page.goto(`${site.origin}/two`);
  await page.goBack();
  await expect(page).toHaveTitle('One');
});

const killed = longInFirefox('trust/durable.spec.ts kills one there');
test('a device keeps its profile when closed and when killed', killed, async ({ device, site }) => {
  site.serve('/', page1);
  const store = () =>
    new Promise<number>((resolve, reject) => {
      const open = indexedDB.open('harness', 1);
      open.onupgradeneeded = () => open.result.createObjectStore('s', { autoIncrement: true });
      open.onerror = () => reject(open.error);
      open.onsuccess = () => {
        const tx = open.result.transaction('s', 'readwrite', { durability: 'strict' });
        tx.objectStore('s').add(1);
        const count = tx.objectStore('s').count();
        tx.oncomplete = () => resolve(count.result);
      };
    });
  const visit = async () => {
    const context = await device.open();
    const page = await context.newPage();
    await page.goto(site.origin);
    return page.evaluate(store);
  };
  expect(await visit()).toBe(1);
  await device.close();
  expect(await visit()).toBe(2);
  await device.kill();
  expect(await visit()).toBe(3);
});

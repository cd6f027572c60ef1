// Tabs at rest, and tabs that sleep: frozen by the browser, or kept whole in the back/forward cache while the visitor is elsewhere. What
// happens meanwhile in other tabs counts once, and what was erased does not come back with them.

import type { Page } from '@playwright/test';
import { goBack } from '../../support/back.ts';
import { watchConnections } from '../../support/count-connections.ts';
import { readShown } from '../../support/element.ts';
import { hide } from '../../support/freeze.ts';
import { call, enter, enterInTab } from '../../support/page-api.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { DENIAL, readStores } from './stores.ts';

declare global {
  interface Window {
    /** the database is let go of, and when it was */
    isOver?: boolean;
    over: Promise<unknown>;
    isErased?: boolean;
  }
}

test.use({ bfcache: true });

const config = configOf({
  segments: [
    { id: 'keen', name: 'keen', when: { kind: 'count', event: 'share', is: { $gte: 2 }, during: 'visit' } },
  ],
  experiences: [
    { ...experienceOf('keen', [{ kind: 'text', target: { css: 'h1' }, value: 'Keen' }]), live: true },
  ],
});

const track = (page: Page, n: string) => page.evaluate((n) => window.selvedge.track('share', { n }), n);
/** What is remembered: page views by path, shares by their mark, how many visits and seeds. */
const readLife = (page: Page) =>
  page.evaluate(async () => {
    const { events, seed, mode } = await window.selvedge.export();
    const of = (name: string) => events.filter((event) => event.name === name);
    return {
      mode,
      seed,
      visits: of('visit_start').length,
      pages: of('page_view').map(({ props }) => props.path),
      shares: of('share')
        .map(({ props }) => props.n)
        .sort(),
    };
  });

test.beforeEach(({ site }) => {
  serveTag(site, config);
  for (const path of ['/', '/other']) site.serve(path, pageWith('<h1>Home</h1>'));
});

test('two tabs at rest write nothing, and the visitor’s word in one is not undone by the other', async ({
  context,
  page,
  site,
}) => {
  await enter(page, site.origin);
  const other = await enterInTab(context, site.origin);
  await call(page, 'consent', 'granted');
  await track(other, 'b');
  await track(page, 'a');
  const readStored = async () => {
    const { databases, localStorage } = await readStores(page);
    const { state } = databases.selvedge as { state: { rev: number; consent: string }[] };
    return { rev: state[0]?.rev, consent: state[0]?.consent, copy: localStorage.selvedge };
  };
  const waitForFrames = () =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          let count = 0;
          const step = () => (++count < 20 ? requestAnimationFrame(step) : resolve());
          step();
        }),
    );
  await expect(async () => {
    const before = await readStored();
    await waitForFrames();
    expect(await readStored()).toEqual(before);
  }).toPass();
  expect((await readStored()).consent).toBe('granted');
  expect((await readLife(page)).shares).toEqual(['a', 'b']);
});

test.describe('a frozen tab', () => {
  test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium can be told to freeze a tab');

  /** Keeps the database busy from another page until `release`, so that what the tag writes has to wait. */
  async function occupy(page: Page): Promise<{ release(): Promise<void> }> {
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('selvedge');
          opening.onsuccess = () => {
            const write = opening.result.transaction(['events', 'state'], 'readwrite');
            const spin = () => {
              if (window.isOver) return;
              write.objectStore('state').count().onsuccess = spin;
              resolve();
            };
            spin();
            window.over = new Promise((done) => {
              write.oncomplete = () => {
                opening.result.close();
                done(0);
              };
            });
          };
        }),
    );
    return {
      async release() {
        await page.evaluate(async () => {
          window.isOver = true;
          await window.over;
        });
      },
    };
  }

  test('that was writing: a long sleep is no fault of the storage', async ({
    context,
    page,
    site,
    guard,
  }) => {
    await enter(page, site.origin);
    site.serve('/bare', '<!doctype html><title>No tag</title>');
    const bare = await context.newPage();
    await bare.goto(`${site.origin}/bare`);
    const freeze = await hide(page, bare);
    const { release } = await occupy(bare);
    // it sleeps while the write is under way
    const asleepAt = Date.now();
    await page.evaluate(() => void window.selvedge.track('share', { n: 'a' }));
    const wake = await freeze();
    // longer than the tag waits for a storage that does not answer
    await expect.poll(() => Date.now() - asleepAt).toBeGreaterThan(5500);
    await release();
    await wake();
    await track(page, 'b');
    expect(await readLife(page)).toMatchObject({ mode: 'stored', pages: ['/'], shares: ['a', 'b'] });
    expect(guard.warnings).toEqual([]);
  });

  // a browser freezes no tab that holds the database by itself, and no page can let go of it while it is being frozen:
  // its connection closes with the end of its transaction, of which it hears when it wakes
  for (const isLeft of [false, true])
    test(`that was writing: a denial elsewhere holds at once, and all is gone when it wakes${isLeft ? ', whoever is still there' : ''}`, async ({
      context,
      page,
      site,
    }) => {
      await enter(page, site.origin);
      await track(page, 'a');
      const other = await enterInTab(context, `${site.origin}/other`);
      const freeze = await hide(page, other);
      await readLife(page);
      const { release } = await occupy(other);
      // it has asked for its transaction, and waits
      await page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const { transaction } = IDBDatabase.prototype;
            IDBDatabase.prototype.transaction = function (...given) {
              if (given[1] === 'readwrite') resolve();
              return transaction.apply(this, given);
            };
            void window.selvedge.track('share', { n: 'b' });
          }),
      );
      const wake = await freeze();
      // it gets it while it sleeps
      await release();
      await other.evaluate(() => {
        void window.selvedge.consent('denied').then(() => {
          window.isErased = true;
        });
      });
      const isErased = () => other.evaluate(() => [localStorage.selvedge, window.isErased]);
      expect(await isErased()).toEqual([DENIAL.localStorage.selvedge, undefined]);
      if (isLeft) await other.close();
      await wake();
      if (!isLeft) await expect.poll(isErased).toEqual([DENIAL.localStorage.selvedge, true]);
      await track(page, 'c');
      await expect.poll(() => readStores(page)).toEqual(DENIAL);
    });

  test('wakes to what another tab wrote: counted once, one visit, shown at once', async ({
    context,
    page,
    site,
  }) => {
    await watchConnections(page);
    await enter(page, site.origin);
    await track(page, 'a');
    const other = await context.newPage();
    const freeze = await hide(page, other, { isAtRest: true });
    // the browser itself freezes no tab that holds the database
    const { seed } = await readLife(page);
    const wake = await freeze();
    await enter(other, `${site.origin}/other`);
    await track(other, 'b');
    expect(await readShown(page, 'h1')).toBe('Home');
    await wake();
    await expect.poll(() => readShown(page, 'h1')).toBe('Keen');
    const life = { mode: 'stored', seed, visits: 1, pages: ['/', '/other'], shares: ['a', 'b'] };
    expect([await readLife(page), await readLife(other)]).toEqual([life, life]);
  });

  test('wakes after a denial elsewhere: the original, and nothing is stored again', async ({
    context,
    page,
    site,
  }) => {
    await watchConnections(page);
    await enter(page, site.origin);
    await track(page, 'a');
    await track(page, 'b');
    await expect.poll(() => readShown(page, 'h1')).toBe('Keen');
    const other = await enterInTab(context, `${site.origin}/other`);
    const freeze = await hide(page, other, { isAtRest: true });
    await readLife(page);
    const wake = await freeze();
    await call(other, 'consent', 'denied');
    expect(await readStores(other)).toEqual(DENIAL);
    // as soon as it wakes, before it can have heard of anything
    await page.evaluate(() => void window.selvedge.track('share', { n: 'c' }));
    await wake();
    await expect.poll(() => readShown(page, 'h1')).toBe('Home');
    await track(page, 'd');
    // what it had begun to store as it woke goes, too
    await expect.poll(() => readStores(page)).toEqual(DENIAL);
  });
});

test.describe('a page in the back/forward cache', () => {
  /** Marks the page, so that it is told from a fresh load when it comes back. */
  const enterMarked = async (page: Page, origin: string) => {
    await enter(page, origin);
    await page.evaluate(() => {
      window.isSame = true;
    });
  };
  const comeBack = async (page: Page) => {
    await goBack(page, '/');
    expect(await page.evaluate(() => window.isSame), 'it came from the cache').toBe(true);
  };

  test('comes back as another page view of the same visit, with what happened meanwhile', async ({
    page,
    site,
  }) => {
    await enterMarked(page, site.origin);
    const { seed } = await readLife(page);
    await track(page, 'a');
    await enter(page, `${site.origin}/other`);
    await track(page, 'b');
    await comeBack(page);
    await expect.poll(() => readShown(page, 'h1')).toBe('Keen');
    await expect
      .poll(() => readLife(page))
      .toEqual({ mode: 'stored', seed, visits: 1, pages: ['/', '/other', '/'], shares: ['a', 'b'] });
  });

  test('comes back where only the mark of a denial was left: the original, and everything is erased', async ({
    page,
    site,
  }) => {
    await enterMarked(page, site.origin);
    await track(page, 'a');
    await track(page, 'b');
    await expect.poll(() => readShown(page, 'h1')).toBe('Keen');
    // a denial that finds time to erase makes the browser drop the page from the cache: this is one that does not
    site.serve('/bare', '<!doctype html><title>No tag</title>');
    await page.goto(`${site.origin}/bare`);
    await page.evaluate(() => localStorage.setItem('selvedge', '{"consent":"denied"}'));
    await comeBack(page);
    await expect.poll(() => readShown(page, 'h1')).toBe('Home');
    await track(page, 'c');
    await expect.poll(() => readStores(page)).toEqual(DENIAL);
  });
});

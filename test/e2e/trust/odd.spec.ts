// What is odd and happens: a denial before the tag has its config, stores that hold what the tag never wrote.

import { readOver } from '../../support/element.ts';
import { call, enter, exported, ready } from '../../support/page-api.ts';
import { configOf, experienceOf, pageWith, serveBare } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { DENIAL, REFUSAL, readStores } from './stores.ts';

declare global {
  interface Window {
    /** a database is there */
    isMade?: boolean;
  }
}

const config = configOf({
  segments: [{ id: 'keen', name: 'keen', when: { kind: 'count', event: 'page_view', is: { $gte: 2 } } }],
  experiences: [experienceOf('keen', [{ kind: 'text', target: { css: 'h1' }, value: 'Keen' }])],
});

test.beforeEach(({ site }) => {
  serveBare(site);
  site.serve('/', pageWith('<h1>Home</h1>', 'data-config="/selvedge.json"'));
});

test('a denial said before the config is there holds from then on: no database is ever made', async ({
  context,
  site,
}) => {
  await context.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...given) {
      const asked = open.apply(this, given);
      // a tag in two files looks for one that would have to go, and that makes none
      asked.addEventListener('success', () => {
        window.isMade = true;
      });
      return asked;
    };
  });
  const left = new Map([
    [() => void window.selvedge.consent('denied'), DENIAL],
    [() => void window.selvedge.optOut(), DENIAL],
    [() => void document.dispatchEvent(new CustomEvent('selvedge:consent', { detail: 'denied' })), REFUSAL],
    // the visitor's own outweighs a tool's, whichever comes last
    [
      () => {
        void window.selvedge.optOut();
        document.dispatchEvent(new CustomEvent('selvedge:consent', { detail: 'denied' }));
      },
      DENIAL,
    ],
  ]);
  site.serve('/empty', '<!doctype html><title>Empty</title>');
  for (const [say, stores] of left) {
    let send = () => {};
    const sent = new Promise<void>((resolve) => {
      send = resolve;
    });
    site.serve('/selvedge.json', async () => {
      await sent;
      return JSON.stringify(config);
    });
    const page = await context.newPage();
    await page.goto(site.origin);
    await page.evaluate(say);
    send();
    await ready(page);
    expect(await page.evaluate(() => window.isMade)).toBe(undefined);
    expect(await readStores(page)).toEqual(stores);
    // the page writes its denial down anew as it is left
    await page.goto(`${site.origin}/empty`);
    await page.evaluate(() => localStorage.clear());
    await page.close();
  }
});

test('a denial said while the config cannot be had is on file, and the next page that has it erases', async ({
  page,
  site,
}) => {
  site.serve('/selvedge.json', JSON.stringify(config));
  await enter(page, site.origin);
  site.serve('/selvedge.json', { status: 500, body: 'down' });
  await page.reload();
  await call(page, 'optOut');
  expect((await readStores(page)).localStorage).toEqual(DENIAL.localStorage);
  site.serve('/selvedge.json', JSON.stringify(config));
  await page.reload();
  await ready(page);
  await expect.poll(() => readStores(page)).toEqual(DENIAL);
});

test('a snapshot that another script wrote into breaks nothing, and is put right by the ledger', async ({
  page,
  site,
}) => {
  site.serve('/selvedge.json', JSON.stringify(config));
  await enter(page, site.origin);
  let views = 1;
  for (const [found, written] of [
    [/^.*$/, ' null'],
    [/^.*$/, ' {}'],
    [/'traits':{}/, "'traits':null"],
    [/'visit':{.*?}/, "'visit':5"],
    [/'nodes':{.*?},'transactions'/, "'nodes':null,'transactions'"],
    [/'nodes':{.*?},'transactions'/, "'nodes':5,'transactions'"],
    [/('nodes':{'\w+':).*?}/, "$1['x',null,{}]}"],
  ] as const) {
    const isOther = await page.evaluate(
      ([pattern, written]) => {
        const { profile, ...rest } = JSON.parse(localStorage.selvedge);
        const other = profile.replace(new RegExp(pattern), written);
        localStorage.selvedge = JSON.stringify({ ...rest, profile: other });
        return other !== profile;
      },
      [found.source, written] as const,
    );
    expect(isOther, written).toBe(true);
    await page.reload();
    await ready(page);
    await page.reload();
    await ready(page);
    views += 2;
    const { mode, events } = await exported(page);
    expect([mode, events.filter(({ name }) => name === 'page_view').length], written).toEqual([
      'stored',
      views,
    ]);
    await expect.poll(() => readOver(page, 'h1')).toContain('Keen');
  }
});

test('a stored state that makes no sense is made anew from its events', async ({ page, site }) => {
  site.serve('/selvedge.json', JSON.stringify(config));
  await enter(page, site.origin);
  let views = 1;
  for (const odd of [5, {}, { profile: null, upTo: 1 }, { profile: { traits: {} }, upTo: 'x' }]) {
    await page.evaluate(
      (odd) =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('selvedge');
          opening.onsuccess = () => {
            const write = opening.result.transaction('state', 'readwrite');
            write.objectStore('state').put(odd, 'visitor');
            write.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      odd,
    );
    // without the copy, so that it is not what was stored there
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await ready(page);
    views++;
    const { mode, events } = await exported(page);
    expect([mode, events.filter(({ name }) => name === 'page_view').length]).toEqual(['stored', views]);
    const text = await page.evaluate(() => window.selvedge.explain('keen').of?.[0]?.text);
    expect(text).toContain(`${views} times`);
  }
});

// Nothing before the visitor's yes, everything erased after a no: every byte in every store, as WebKit has them.

import type { Served } from '../../snippet/public.ts';
import { DENIAL, NOTHING, readStores } from '../e2e/trust/stores.ts';
import type { Method } from '../support/page-api.ts';
import { configOf, experienceOf, serveTag } from '../support/tag.ts';
import type {} from '../support/window.ts';
import { expect, test, useWebKit, watchedPage } from './test.ts';

const web = useWebKit();

const parts = {
  segments: [
    { id: 'again', name: 'again', when: { kind: 'count' as const, event: 'page_view', is: { $gte: 2 } } },
  ],
  experiences: [
    experienceOf('again', [{ kind: 'text', target: { css: 'h1' }, value: 'Again' }], { id: 'again' }),
    experienceOf('everyone', [{ kind: 'text', target: { css: 'h2' }, value: 'For all' }], { id: 'all' }),
  ],
};

const call = <Name extends Method>(name: Name, ...given: Parameters<Served[Name]>) =>
  web.page.evaluate(
    (name, given) => (window.selvedge[name] as (...given: unknown[]) => ReturnType<Served[Name]>)(...given),
    name,
    given,
  );
const stores = () => readStores(web.page);
const readShown = () =>
  web.page.evaluate(() =>
    ['h1', 'h2'].map((css) => {
      const element = document.querySelector(css);
      return element?.shadowRoot?.textContent || element?.textContent;
    }),
  );
const visit = async () => {
  await web.page.goto(web.site.origin);
  await web.page.evaluate(() => window.selvedge.ready);
};
const serve = (consent: 'required' | 'implied') => {
  serveTag(web.site, configOf({ ...parts, privacy: { consent } }));
  web.site.serve('/', watchedPage('<h1>Original</h1><h2>Original</h2>'));
};

test('consent required: nothing is stored, what needs no memory is shown; then a yes, then a no', async () => {
  serve('required');
  for (const _again of [1, 2, 3]) await visit();
  expect(await stores()).toEqual(NOTHING);
  expect(await readShown()).toEqual(['Original', 'For all']);

  await call('consent', 'granted');
  expect(await call('export')).toMatchObject({ mode: 'stored', consent: 'granted' });
  expect(Object.keys((await stores()).databases)).toEqual(['selvedge']);
  await visit();
  expect(await readShown()).toEqual(['Again', 'For all']);

  await call('consent', 'denied');
  await expect.poll(stores).toEqual(DENIAL);
  await expect.poll(async () => (await readShown())[0]).toBe('Original');
  await visit();
  await call('track', 'share');
  expect(await stores()).toEqual(DENIAL);
});

test('opted out: erased, the original at once and on the next page; opted in: remembered anew', async () => {
  serve('implied');
  for (const _again of [1, 2]) await visit();
  expect(await readShown()).toEqual(['Again', 'For all']);
  const { seed } = await call('export');

  await call('optOut');
  await expect.poll(stores).toEqual(DENIAL);
  await expect.poll(async () => (await readShown())[0]).toBe('Original');
  await visit();
  expect(await stores()).toEqual(DENIAL);

  await call('optIn');
  await visit();
  const next = await call('export');
  expect(next.mode).toBe('stored');
  expect(next.seed).not.toBe(seed);
  expect((await web.readSeen()).warnings).toEqual([]);
});

test('forgotten: nothing is left of it, and a new visitor begins', async () => {
  serve('implied');
  for (const _again of [1, 2]) await visit();
  const { seed } = await call('export');
  await call('forget');
  expect(await stores()).toEqual(NOTHING);
  await visit();
  const next = await call('export');
  expect(next.events.filter(({ name }: { name: string }) => name === 'page_view')).toHaveLength(1);
  expect(next.seed).not.toBe(seed);
});

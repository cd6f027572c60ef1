// After a refusal a page of a tag in two files loads a listener instead of the rest, which comes when somebody needs it.

import type { Page } from '@playwright/test';
import { askedFor, BY_TOOL, OWN, putOnFile, readFile, serveTwo } from '../../support/denied-two.ts';
import { expectDatabases } from '../../support/expect-databases.ts';
import { enter, exported } from '../../support/page-api.ts';
import { configOf, experienceOf } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const config = configOf({
  segments: [{ id: 'all', name: 'All', when: { kind: 'all', of: [] } }],
  experiences: [experienceOf('all', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }])],
});
const signal = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first();
const mirror = (page: Page) => page.locator('selvedge-privacy').getByRole('dialog');

const WHO: [who: string, file: string, how?: { isSignal?: boolean; attributes?: string }][] = [
  ['the visitor', OWN],
  ['a consent tool', BY_TOOL],
  ['the browser', '', { isSignal: true }],
  ['the browser, and the visitor', OWN, { isSignal: true }],
  ['the owner', '', { attributes: 'data-consent="denied"' }],
];
for (const [who, file, { isSignal, attributes = '' } = {}] of WHO)
  test(`refused by ${who}: the listener comes, the rest does not`, async ({ page, site }) => {
    const head = `told = []; document.addEventListener('selvedge:ready', () => told.push('event'));
      selvedge = { q: [['track', 'share'], ['on', 'ready', () => told.push('queued')]] }`;
    serveTwo(site, config, { head, attributes });
    if (isSignal) await signal(page);
    if (file) await putOnFile(page, site, file);
    await enter(page, site.origin);
    const read = () =>
      page.evaluate(async () => {
        const { selvedge } = window;
        await Promise.all([selvedge.track('share'), selvedge.set({ plan: 'gold' })]);
        selvedge.q.push(['track', 'share'], ['set', { plan: 'gold' }]);
        return { segments: selvedge.segments(), told: Reflect.get(window, 'told') };
      });
    expect((await read()).segments).toEqual([]);
    await expect.poll(async () => (await read()).told.toSorted()).toEqual(['event', 'queued']);
    await expect(heading(page)).toHaveAccessibleName('Original');
    await enter(page, `${site.origin}/other`);
    expect((await read()).segments).toEqual([]);
    expect(askedFor(site)).toEqual(['listen', 'listen']);
    expect((await readFile(page)) ?? '').toBe(file);
    await expectDatabases(page, 0);
  });

test('a visitor who refuses again needs nobody', async ({ page, site }) => {
  serveTwo(site, config);
  await putOnFile(page, site, BY_TOOL);
  await enter(page, site.origin);
  await page.evaluate(() => window.selvedge.optOut());
  expect(await readFile(page)).toBe(OWN);
  await page.evaluate(() => window.selvedge.consent('denied'));
  expect(askedFor(site)).toEqual(['listen']);
});

const CALLS: [call: string, end: string | null][] = [
  [`selvedge.consent('granted')`, 'granted'],
  [`selvedge.optIn()`, 'implied'],
  [`selvedge.q.push(['optIn'])`, 'implied'],
  [`selvedge.forget()`, null],
  [`selvedge.explain('all')`, 'denied'],
];
for (const [code, end] of CALLS)
  test(`${code} brings the rest, which does it`, async ({ page, site }) => {
    serveTwo(site, config);
    await putOnFile(page, site, OWN);
    await enter(page, site.origin);
    await page.mouse.click(300, 300);
    await page.evaluate(code);
    await expect.poll(() => askedFor(site)).toEqual(['listen', 'later']);
    await expect.poll(async () => JSON.parse((await readFile(page)) ?? '{}').consent ?? null).toBe(end);
    expect((await exported(page)).consent).toBe(end ?? 'implied');
  });

for (const [what, calls, files] of [
  ['nobody is needed for', `['consent', 'denied'], ['set', { a: 1 }]`, ['listen']],
  ['the rest is needed for', `['track', 'share'], ['optIn']`, ['later']],
  ['nobody can read', `['trak', 'share']`, ['later']],
] as const)
  test(`the queue before the tag holds what ${what}`, async ({ page, site }) => {
    serveTwo(site, config, { head: `selvedge = { q: [${calls}] }` });
    await putOnFile(page, site, OWN);
    await enter(page, site.origin);
    expect(askedFor(site)).toEqual(files);
  });

const WAYS: [way: string, path: string, open: (page: Page) => unknown][] = [
  ['a link', '/', (page) => page.getByRole('link').click()],
  ['the page', '/', (page) => page.evaluate(() => void window.selvedge.open())],
  ['its address', '/#selvedge-privacy', () => {}],
  ['its address, later', '/', (page) => page.evaluate(() => location.assign('#selvedge-privacy'))],
];
for (const [way, path, open] of WAYS)
  test(`the visitor’s own view is opened by ${way}`, async ({ page, site }) => {
    // a router of the page's takes all clicks
    const head = `addEventListener('click', (event) => event.preventDefault());
      addEventListener('DOMContentLoaded', () => document.body.insertAdjacentHTML('beforeend', '<a href="/other#selvedge-privacy">Privacy</a>'))`;
    serveTwo(site, config, { head });
    await putOnFile(page, site, OWN);
    await enter(page, site.origin + path);
    await open(page);
    await expect(mirror(page)).toBeVisible();
    expect(askedFor(site)).toEqual(['listen', 'later']);
    expect(new URL(page.url()).pathname).toBe('/');
  });

for (const [what, body] of [
  ['is missing', { status: 404, body: 'missing' }],
  ['is another file', 'export const heard = 1'],
  ['is broken', 'export const listen = () => { throw new Error("broken") }'],
] as const)
  test(`a listener that ${what}: the rest comes`, async ({ page, site }) => {
    serveTwo(site, config);
    site.serve('/selvedge-listen.js', body);
    await putOnFile(page, site, OWN);
    await enter(page, site.origin);
    expect(askedFor(site)).toEqual(['listen', 'later']);
    expect((await exported(page)).consent).toBe('denied');
  });

test('both are missing: calls end, and it is said once', async ({ page, site }) => {
  serveTwo(site, config);
  for (const name of ['later', 'listen'])
    site.serve(`/selvedge-${name}.js`, { status: 404, body: 'missing' });
  await putOnFile(page, site, OWN);
  const said: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && said.push(message.text()));
  await enter(page, site.origin);
  expect(await page.evaluate(() => window.selvedge.export())).toEqual({});
  await expect.poll(() => said.filter((text) => text.includes('beside the tag'))).toHaveLength(1);
});

test('the rest comes once to erase what was granted before the browser asked', async ({ page, site }) => {
  serveTwo(site, config);
  await enter(page, site.origin);
  await expect.poll(() => readFile(page)).toContain('"consent":"implied"');
  await signal(page);
  site.requests.length = 0;
  await enter(page, site.origin);
  await expect.poll(() => readFile(page)).toBeNull();
  await expectDatabases(page, 0);
  await enter(page, site.origin);
  expect(askedFor(site)).toEqual(['later', 'listen']);
});

test('a preview link is for the rest, on the page itself too', async ({ page, site }) => {
  serveTwo(site, config);
  site.serveFile('/selvedge-panel.js', 'dist/selvedge-panel.js');
  await putOnFile(page, site, OWN);
  await enter(page, `${site.origin}/#selvedge=all`);
  await expect(heading(page)).toHaveAccessibleName('Variant');
  expect(askedFor(site)).toEqual(['later']);
  await enter(page, `${site.origin}/other`);
  await page.evaluate(() => location.assign('#selvedge=all'));
  await expect(heading(page)).toHaveAccessibleName('Variant');
  expect(askedFor(site)).toEqual(['later', 'listen', 'later']);
  expect(await readFile(page)).toBe(OWN);
});

test('what a page clears away is put back as it is left, and what was left over is erased', async ({
  page,
  site,
}) => {
  serveTwo(site, config);
  await enter(page, site.origin);
  await expectDatabases(page, 1);
  await putOnFile(page, site, BY_TOOL);
  await page.evaluate(() => sessionStorage.setItem('selvedge:redirected', '1 x'));
  await enter(page, site.origin);
  await expectDatabases(page, 0);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.evaluate(() => localStorage.clear());
  await page.goto(`${site.origin}/plain`);
  expect(await readFile(page)).toBe(BY_TOOL);
});

test('another tab in which the visitor is in again brings the rest', async ({ page, site, context }) => {
  serveTwo(site, config);
  await putOnFile(page, site, OWN);
  await enter(page, site.origin);
  const other = await context.newPage();
  await enter(other, `${site.origin}/other`);
  expect(askedFor(site)).toEqual(['listen', 'listen']);
  await other.evaluate(() => window.selvedge.optIn());
  await expect.poll(() => askedFor(site)).toEqual(['listen', 'listen', 'later', 'later']);
  await page.evaluate(() => history.pushState(0, '', '/next'));
  await expect.poll(async () => (await exported(page)).consent).toBe('implied');
});

// Consent tools as real pages have them: late, replaced, in frames, two at once, repeating their file; over the built
// tag and a browser's real stores. The journeys through the table alone are test/unit/snippet/consent.
//
// All journeys of a test share one page and one origin: before each, the stores are emptied on a page without the tag.

import type { Frame, Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import { exported, ready } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith, tagWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { DENIAL, NOTHING, readStores } from './stores.ts';

/** `denial` has left its mark, `nothing` is a denial without one (GPC). */
type End = 'stored' | 'waiting' | 'denial' | 'nothing';
type Step = [act: string, end: End];
interface Journey {
  name: string;
  privacy?: Config['privacy'];
  gpc?: boolean;
  /** Script before the tag, at every load. */
  head?: string;
  /** Each act is script of the page, or `reload`, or the visitor's `touch`. */
  steps: Step[];
}

/** Tools to be had by every page: `cmp()` and `gpp()` make one, `tc()` and `us()` what they say. */
const TOOLS = `
  window.dataLayer = [];
  function gtag() { dataLayer.push(arguments); }
  const personal = (to, more) => ({ ad_storage: to, personalization_storage: to, ...more });
  const tc = (eventStatus, purposes = '', gdprApplies = true) => ({
    eventStatus, gdprApplies, listenerId: 1,
    purpose: { consents: Object.fromEntries([...purposes].map((one) => [one, true])) },
  });
  const us = (fields, more) => ({
    signalStatus: 'ready', cmpDisplayStatus: 'hidden', applicableSections: [8], parsedSections: { usca: fields }, ...more,
  });
  function tool(isGpp, now) {
    const told = [];
    const api = (command, ...given) => {
      const done = given.find((one) => typeof one === 'function');
      if (command === 'addEventListener') told.push(done);
      if (command === 'addEventListener' || command === 'ping') now && done(isGpp ? { eventName: 'x', pingData: now } : now, true);
    };
    api.say = (next) => {
      now = next;
      for (const done of told) done(isGpp ? { eventName: 'sectionChange', pingData: now } : now, true);
    };
    return api;
  }
  const cmp = (now) => tool(false, now);
  const gpp = (now) => tool(true, now);
  const later = (fn, ms = 200) => void addEventListener('load', () => setTimeout(fn, ms));
`;
const implied: Config['privacy'] = { consent: 'implied' };

const JOURNEYS: Journey[] = [
  // late, without a click
  {
    name: 'TCF comes late with a refusal',
    privacy: implied,
    head: `later(() => { __tcfapi = cmp(tc('tcloaded', '1')) })`,
    steps: [['', 'denial']],
  },
  {
    name: 'TCF comes late with a grant',
    head: `later(() => { __tcfapi = cmp(tc('tcloaded', '156')) })`,
    steps: [['', 'stored']],
  },
  {
    name: 'GPP comes late with an opt-out',
    privacy: implied,
    head: `later(() => { __gpp = gpp(us({ SaleOptOut: 1 })) })`,
    steps: [
      ['', 'nothing'],
      ['reload', 'nothing'],
    ],
  },
  {
    name: 'the data layer comes late with a refusal',
    privacy: implied,
    head: `delete window.dataLayer; later(() => { dataLayer = [['consent', 'update', personal('denied')]] })`,
    steps: [['', 'denial']],
  },
  {
    name: 'a default that denies comes late',
    privacy: implied,
    head: `later(() => gtag('consent', 'default', personal('denied', { region: ['DE'] })))`,
    steps: [
      ['', 'waiting'],
      [`gtag('consent', 'update', personal('granted'))`, 'stored'],
    ],
  },
  {
    name: 'it comes at the moment the page is left',
    privacy: implied,
    head: `addEventListener('pagehide', () => { __tcfapi = cmp(tc('tcloaded')) }, true)`,
    steps: [
      ['', 'stored'],
      ['reload!', 'denial'],
    ],
  },
  // replaced
  {
    name: 'a stub that never answers gives way to the tool',
    privacy: implied,
    head: `__tcfapi = () => {}; later(() => { __tcfapi = cmp(tc('tcloaded')) })`,
    steps: [['', 'denial']],
  },
  {
    name: 'a stub with a queue gives way to the tool',
    head: `__tcfapi = (...given) => void (__tcfapi.a = [...(__tcfapi.a ?? []), given]); later(() => { const { a = [] } = __tcfapi; __tcfapi = cmp(tc('tcloaded', '156')); a.forEach((given) => __tcfapi(...given)) })`,
    steps: [
      ['', 'stored'],
      [`__tcfapi.say(tc('useractioncomplete'))`, 'denial'],
    ],
  },
  {
    name: 'another tool in its place refuses',
    head: `__tcfapi = cmp(tc('tcloaded', '156'))`,
    steps: [
      ['', 'stored'],
      [`__tcfapi = cmp(tc('tcloaded'))`, 'denial'],
    ],
  },
  {
    name: 'another tool in its place grants',
    head: `__tcfapi = cmp(tc('tcloaded')); later(() => { __tcfapi = cmp(tc('tcloaded', '156')) })`,
    steps: [
      ['', 'denial'],
      [`dispatchEvent(new Event('focus'))`, 'denial'],
    ],
  },
  {
    name: 'GPP gives way to another',
    privacy: implied,
    head: `__gpp = gpp()`,
    steps: [
      ['', 'stored'],
      [`__gpp = gpp(us({ TargetedAdvertisingOptOut: 1 }))`, 'nothing'],
    ],
  },
  // odd tools
  {
    name: 'tools that throw',
    privacy: implied,
    head: `__tcfapi = () => { throw new Error('tcf') }; __gpp = () => { throw new Error('gpp') }`,
    steps: [
      ['', 'stored'],
      [`__tcfapi = cmp(tc('tcloaded'))`, 'denial'],
    ],
  },
  {
    name: 'tools that are no functions',
    privacy: implied,
    head: `__tcfapi = {}; __gpp = 'x'`,
    steps: [['', 'stored']],
  },
  {
    name: 'tools that call back with nothing, twice, without success',
    privacy: implied,
    head: `__tcfapi = (c, v, done) => { done(); done(null, true); done(tc('tcloaded'), false); done(5, true) }; __gpp = (c, done) => { done(); done(null, true); done({}, true) }`,
    steps: [['', 'stored']],
  },
  {
    name: 'a refusal said twice',
    privacy: implied,
    head: `__tcfapi = (c, v, done) => { done(tc('tcloaded'), true); setTimeout(() => done(tc('tcloaded'), true)) }`,
    steps: [
      ['', 'denial'],
      ['reload', 'denial'],
    ],
  },
  {
    name: 'consent entries that are odd',
    privacy: implied,
    head: `dataLayer.push(['consent'], ['consent', 'update'], ['consent', 'default', null], ['consent', 'update', 'denied'])`,
    steps: [['', 'stored']],
  },
  // repetition
  {
    name: 'TCF repeats its file at every load and click',
    head: `__tcfapi = cmp(tc('tcloaded', '156')); addEventListener('click', () => __tcfapi.say(tc('useractioncomplete', '156')))`,
    steps: [
      ['', 'stored'],
      ['selvedge.optOut(); document.body.click()', 'denial'],
      ['document.body.click()', 'denial'],
      ['reload', 'denial'],
      ['document.body.click()', 'denial'],
    ],
  },
  {
    name: 'Consent Mode repeats its file at every load and click',
    head: `gtag('consent', 'default', personal('denied')); const repeat = () => gtag('consent', 'update', personal('granted')); repeat(); addEventListener('click', repeat)`,
    steps: [
      ['', 'stored'],
      ['document.body.click(); selvedge.optOut()', 'denial'],
      ['document.body.click()', 'denial'],
      ['reload', 'denial'],
      ['document.body.click()', 'denial'],
    ],
  },
  {
    name: 'the event repeats its file at every load and click',
    head: `const repeat = () => document.dispatchEvent(new CustomEvent('selvedge:consent', { detail: 'granted' })); addEventListener('load', repeat); addEventListener('click', repeat)`,
    steps: [
      ['', 'stored'],
      ['selvedge.optOut(); document.body.click()', 'denial'],
      ['reload', 'denial'],
      ['document.body.click()', 'denial'],
    ],
  },
  {
    name: 'the site repeats its file at every load',
    head: `addEventListener('DOMContentLoaded', () => selvedge.consent('granted'))`,
    steps: [
      ['', 'stored'],
      ['selvedge.optOut()', 'denial'],
      ['reload', 'denial'],
      ['reload', 'denial'],
    ],
  },
  // take-backs and withdrawals
  {
    name: 'a refusal is taken back in the tool’s own dialog, a page later',
    head: `__tcfapi = cmp(tc('tcloaded', localStorage.getItem('cmp') ?? ''))`,
    steps: [
      ['', 'denial'],
      ['reload', 'denial'],
      [`__tcfapi.say(tc('cmpuishown'))`, 'denial'],
      [`__tcfapi.say(tc('useractioncomplete', '156'))`, 'stored'],
    ],
  },
  {
    name: 'Consent Mode changes its answer',
    steps: [
      ['touch', 'waiting'],
      [`gtag('consent', 'update', personal('denied'))`, 'denial'],
      [`gtag('consent', 'update', personal('granted'))`, 'stored'],
    ],
  },
  {
    name: 'withdrawn on the second page',
    head: `__tcfapi = cmp(tc('tcloaded', '156'))`,
    steps: [
      ['', 'stored'],
      ['reload', 'stored'],
      [`__tcfapi.say(tc('useractioncomplete', '15'))`, 'denial'],
    ],
  },
  {
    name: 'opted out, and in again',
    privacy: implied,
    steps: [
      ['selvedge.optOut()', 'denial'],
      ['reload', 'denial'],
      ['selvedge.optIn()', 'stored'],
    ],
  },
  {
    name: 'after an opt-out the site’s own word is not enough on that page',
    privacy: implied,
    steps: [
      ['selvedge.optOut()', 'denial'],
      [`selvedge.consent('granted')`, 'denial'],
      ['selvedge.optIn()', 'stored'],
    ],
  },
  {
    name: 'a logout clears localStorage',
    privacy: implied,
    steps: [
      ['selvedge.optOut()', 'denial'],
      ['localStorage.clear()', 'nothing'],
      ['reload', 'denial'],
    ],
  },
  // the law, regions, two tools
  {
    name: 'the tool does not know whether the law applies',
    head: `__tcfapi = cmp(tc('tcloaded', '', null))`,
    steps: [
      ['', 'waiting'],
      [`__tcfapi.say(tc('tcloaded', '', false))`, 'stored'],
    ],
  },
  {
    name: 'it does not apply, then it does',
    head: `__tcfapi = cmp(tc('tcloaded', '', false))`,
    steps: [
      ['', 'stored'],
      [`__tcfapi.say(tc('cmpuishown'))`, 'waiting'],
      [`__tcfapi.say(tc('useractioncomplete', '156'))`, 'stored'],
    ],
  },
  {
    name: 'a region is denied, then granted for all',
    head: `gtag('consent', 'default', personal('denied', { region: ['DE'] })); gtag('consent', 'default', personal('granted'))`,
    steps: [['', 'waiting']],
  },
  {
    name: 'granted for all, then a region is denied',
    privacy: implied,
    head: `gtag('consent', 'default', personal('granted')); gtag('consent', 'default', personal('denied', { region: ['US-CA'] }))`,
    steps: [['', 'waiting']],
  },
  {
    name: 'a default waits for its update',
    head: `gtag('consent', 'default', personal('granted', { wait_for_update: 300 })); later(() => gtag('consent', 'update', personal('denied')), 0)`,
    steps: [['', 'denial']],
  },
  {
    name: 'two tools disagree',
    head: `gtag('consent', 'update', personal('granted')); __tcfapi = cmp(tc('tcloaded', '1'))`,
    steps: [
      ['', 'denial'],
      [`gtag('consent', 'update', personal('granted'))`, 'denial'],
    ],
  },
  {
    name: 'two tools in one data layer disagree',
    privacy: implied,
    head: `gtag('consent', 'update', personal('denied')); gtag('consent', 'update', { personalization_storage: 'granted' })`,
    steps: [
      ['', 'denial'],
      [`gtag('consent', 'update', { personalization_storage: 'granted' })`, 'denial'],
    ],
  },
  // signals
  {
    name: 'GPC, honoured',
    privacy: implied,
    gpc: true,
    head: `__tcfapi = cmp(tc('tcloaded', '156'))`,
    steps: [
      ['', 'nothing'],
      [`selvedge.consent('granted')`, 'stored'],
      ['reload', 'stored'],
    ],
  },
  {
    name: 'GPC, local',
    privacy: { consent: 'implied', gpc: 'local' },
    gpc: true,
    steps: [
      ['', 'stored'],
      ['reload', 'stored'],
      ['selvedge.optOut()', 'denial'],
    ],
  },
  {
    name: 'GPC, ignored',
    privacy: { consent: 'implied', gpc: 'ignore' },
    gpc: true,
    head: `__gpp = gpp(us({ Gpc: true }))`,
    steps: [['', 'stored']],
  },
  {
    name: 'a US opt-out in its dialog',
    privacy: implied,
    head: `__gpp = gpp(us({ SaleOptOut: 2 }))`,
    steps: [
      ['', 'stored'],
      [`__gpp.say(us({}, { signalStatus: 'not ready', cmpDisplayStatus: 'visible' }))`, 'stored'],
      [`__gpp.say(us([{ SaleOptOut: 1 }, { Gpc: false }]))`, 'nothing'],
      [`selvedge.consent('granted')`, 'stored'],
    ],
  },
];

async function clear(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.origin}/empty`);
  // the last journey's database goes with its page
  await expect
    .poll(() =>
      page.evaluate(async () => {
        localStorage.clear();
        sessionStorage.clear();
        for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
        return (await indexedDB.databases()).length;
      }),
    )
    .toBe(0);
}

const config = (privacy: Config['privacy'] = {}) =>
  configOf({
    privacy,
    segments: [{ id: 'all', name: 'all', when: { kind: 'count', event: 'page_view', is: { $gte: 1 } } }],
    experiences: [experienceOf('all', [{ kind: 'text', target: { css: 'h1' }, value: 'Changed' }])],
    goals: [{ id: 'shared', name: 'shared', event: 'share' }],
  });

/** Where the visitor stands, by what is stored and what the tag says. */
const stand = async (page: Page | Frame): Promise<End | string> => {
  const stores = await readStores(page);
  const { consent, mode } = await page.evaluate(() => (window as any).selvedge.export());
  const left = JSON.stringify(stores);
  if (left === JSON.stringify(DENIAL)) return consent === 'denied' ? 'denial' : `a mark, and ${consent}`;
  if (left === JSON.stringify(NOTHING)) return consent === 'denied' ? 'nothing' : consent;
  return mode === 'stored' && stores.databases.selvedge ? 'stored' : `${consent}, ${mode}: ${left}`;
};

/**
 * Leaves as a link does. An address that is typed, or given by a driver, may end what runs in Firefox because the page
 * is left (docs/notes/page-facts.md, "Page lifecycle").
 */
async function followLink(page: Page, to: string): Promise<void> {
  await page.evaluate((to) => location.assign(to), to);
  await page.waitForURL(`**${to}`);
}

/** What a page does on its own accord, and whoever visits it; nothing of it may be written. */
const goOn = (page: Page) =>
  page.evaluate(async () => {
    const { selvedge } = window as any;
    await selvedge.track('share', { method: 'late' });
    await selvedge.set({ plan: 'late' });
    (window as any).dataLayer?.push({ event: 'purchase', ecommerce: { transaction_id: 'late' } });
    history.pushState(0, '', `?view=${performance.now()}`);
    for (const type of ['scroll', 'focus', 'blur', 'message']) dispatchEvent(new Event(type));
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });

for (const [index, half] of [JOURNEYS.slice(0, 16), JOURNEYS.slice(16)].entries())
  test(`${half.length} journeys with consent tools (${index + 1})`, async ({ page, site }) => {
    test.setTimeout(150_000);
    site.serve('/empty', '<!doctype html><title>Empty</title>');
    await page.addInitScript(() => {
      const journey = new URLSearchParams(location.search).get('gpc');
      if (journey)
        Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true });
    });
    for (const { name, privacy, gpc, head = '', steps } of half)
      await test.step(name, async () => {
        await clear(page, site);
        site.serve('/selvedge.js', tagWith(config(privacy)));
        site.serve(
          '/',
          pageWith('<h1>Home</h1>').replace('<script', `<script>${TOOLS}${head}</script><script`),
        );
        const address = `${site.origin}/${gpc ? '?gpc=1' : ''}`;
        await page.goto(address);
        await ready(page);
        for (const [act, end] of steps) {
          if (act.startsWith('reload')) {
            await followLink(page, '/empty');
            await page.goto(address);
            await ready(page);
          } else if (act === 'touch') await page.mouse.click(300, 300);
          else await page.evaluate(`${act};0`);
          await expect.poll(() => stand(page), `${name}: ${act || 'load'}`).toBe(end);
          // a denial stays one whatever happens next, but a cleared mark comes back
          if (end === 'denial') {
            await goOn(page);
            expect(await stand(page), `${name}: ${act || 'load'}, going on`).toBe(end);
            expect(
              await page.evaluate(() => document.querySelector('h1')!.shadowRoot?.textContent ?? ''),
              name,
            ).not.toContain('Changed');
          }
        }
      });
  });

test('a tag in a frame asks the consent tools of the page around it', async ({ page, site }) => {
  site.serve('/selvedge.js', tagWith(config(implied)));
  site.serve('/inner', pageWith('<h1>Inner</h1>'));
  site.serve('/empty', '<!doctype html><title>Empty</title>');
  const answer = (tool: string, asked: string) => `
    addEventListener('message', ({ data, source }) => {
      const call = data?.${tool}Call;
      if (call) (window.${tool})(call.command, ${asked} (returnValue, success) =>
        source.postMessage({ ${tool}Return: { returnValue, success, callId: call.callId } }, '*'));
    });`;
  for (const [name, head, act, first, end] of [
    [
      'TCF',
      `__tcfapi = cmp(tc('tcloaded', '156')); ${answer('__tcfapi', '2,')}`,
      `__tcfapi.say(tc('useractioncomplete'))`,
      'stored',
      'denial',
    ],
    [
      'GPP',
      `__gpp = gpp(us({ SaleOptOut: 2 })); ${answer('__gpp', '')}`,
      `__gpp.say(us({ SaleOptOut: 1 }))`,
      'stored',
      'nothing',
    ],
  ] as const) {
    await clear(page, site);
    const tool = name === 'TCF' ? '__tcfapi' : '__gpp';
    site.serve(
      '/',
      `<!doctype html><title>Outer</title><script>${TOOLS}${head}</script><iframe name="${tool}Locator" hidden></iframe><iframe id="inner" src="/inner"></iframe>`,
    );
    await page.goto(site.origin);
    const inner = () => page.frames().find((frame) => frame.url().endsWith('/inner')) as Frame;
    await expect.poll(() => inner()?.evaluate(() => !!(window as any).selvedge)).toBe(true);
    await expect.poll(() => stand(inner()), name).toBe(first);
    await page.evaluate(`${act};0`);
    await expect.poll(() => stand(inner()), name).toBe(end);
  }
});

test('a withdrawal in one tab is obeyed in all, and stays', async ({ context, site }) => {
  site.serve('/selvedge.js', tagWith(config()));
  site.serve(
    '/',
    pageWith('<h1>Home</h1>').replace(
      '<script',
      `<script>${TOOLS}__tcfapi = cmp(tc('tcloaded', '156'))</script><script`,
    ),
  );
  const tabs = [await context.newPage(), await context.newPage(), await context.newPage()] as const;
  for (const tab of tabs) {
    await tab.goto(site.origin);
    await ready(tab);
    await expect.poll(() => stand(tab)).toBe('stored');
  }
  await tabs[1].evaluate(`__tcfapi.say(tc('useractioncomplete', '1'));0`);
  for (const tab of tabs) await expect.poll(() => stand(tab)).toBe('denial');
  // the others' tools repeat what they had on file when they were loaded
  await tabs[0].evaluate(`__tcfapi.say(tc('useractioncomplete', '156'));0`);
  await tabs[2].evaluate(`__tcfapi = cmp(tc('tcloaded', '156'));0`);
  for (const tab of tabs) {
    await goOn(tab);
    expect(await stand(tab)).toBe('denial');
  }
});

test('with GPC local, what happens is remembered and shown, and nobody is told', async ({
  context,
  page,
  site,
}) => {
  await context.addInitScript(() =>
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true }),
  );
  site.serveFile('/selvedge-panel.js', 'dist/selvedge-panel.js');
  site.serve('/selvedge.js', tagWith(config({ consent: 'implied', gpc: 'local' })));
  site.serve(
    '/',
    pageWith('<h1>Home</h1>').replace(
      '<script',
      `<script>window.told = []; for (const type of ['exposure', 'goal']) document.addEventListener('selvedge:' + type, () => told.push(type)); window.selvedge = { q: ['exposure', 'goal'].map((type) => ['on', type, () => told.push('on ' + type)]) };</script><script`,
    ),
  );
  await page.goto(site.origin);
  await ready(page);
  await page.evaluate(() => (window as any).selvedge.track('share'));
  await expect
    .poll(() => page.evaluate(() => document.querySelector('h1')!.shadowRoot?.textContent))
    .toContain('Changed');
  const { events } = await exported(page);
  const names = events.map((event: any) => event.name);
  expect(names).toEqual(expect.arrayContaining(['page_view', 'exposure', 'share']));
  expect(await page.evaluate(() => (window as any).told)).toEqual([]);
  await page.evaluate(() => (window as any).selvedge.open());
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('nothing leaves it or is counted')).toBeVisible();
  await expect(dialog.getByRole('switch', { name: /Count what works/ })).toBeDisabled();
  await expect(dialog.getByRole('switch', { name: /Remember me/ })).toBeChecked();
});

test('the mirror takes back what a tool, the site and the visitor denied', async ({ page, site }) => {
  site.serveFile('/selvedge-panel.js', 'dist/selvedge-panel.js');
  site.serve('/selvedge.js', tagWith(config(implied)));
  site.serve('/', pageWith('<h1>Home</h1>').replace('<script', `<script>${TOOLS}</script><script`));
  await page.goto(site.origin);
  await ready(page);
  await page.evaluate(
    `selvedge.consent('denied'); gtag('consent', 'update', personal('denied')); selvedge.optOut();0`,
  );
  await expect.poll(() => stand(page)).toBe('denial');
  await page.evaluate(() => (window as any).selvedge.open());
  const remember = page.getByRole('switch', { name: /Remember me/ });
  await expect(remember).not.toBeChecked();
  await remember.click();
  await expect.poll(() => stand(page)).toBe('stored');
});

// Journeys through consent: who says what, in which order, in which tab, and what is stored in the end.
//
// A journey is a line of acts: `a grant` is the visitor's grant in tab a. After the last act, each tab tries
// to record, is left and loaded again, and nothing may have come back.

import type { Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import { call, enter, exported, ready } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, pageWith, serveTag } from '../../support/tag.ts';
import { chromiumOnly, expect, test } from '../../support/test.ts';
import { DENIAL, NOTHING, REFUSAL, readStores } from './stores.ts';

declare global {
  interface Window {
    /** the TCF tool of the page says this */
    tcf(eventStatus: string, consents: number[], gdprApplies?: boolean): void;
  }
}

type End = 'stored' | 'waiting' | 'denial' | 'refusal' | 'nothing';
interface Setting {
  privacy?: Config['privacy'];
  attributes?: string;
  /** Runs in the page before the tag, at every load. */
  head?: string;
  gpc?: boolean;
}

const TCF = `
  const told = [];
  let now;
  window.__tcfapi = (command, version, done) => { told.push(done); if (now) done(now, true); };
  window.tcf = (eventStatus, consents, gdprApplies = true) => {
    now = { eventStatus, gdprApplies, purpose: { consents: Object.fromEntries(consents.map((n) => [n, true])) } };
    for (const done of told) done(now, true);
  };`;
const MODE = `window.dataLayer = []; function gtag() { dataLayer.push(arguments); }`;
const state = (command: string, to: string, more = '') =>
  `gtag('consent', '${command}', { personalization_storage: '${to}'${more} });`;

const touch = (page: Page) => page.mouse.click(1, 1);

/** What each word of a journey does in its page. */
const ACTS: Record<string, (page: Page) => Promise<unknown>> = {
  // somebody is there: a grant that takes back a denial of this page counts only then
  grant: async (page) => {
    await touch(page);
    await call(page, 'consent', 'granted');
  },
  deny: (page) => call(page, 'consent', 'denied'),
  optOut: (page) => call(page, 'optOut'),
  optIn: (page) => call(page, 'optIn'),
  forget: (page) => call(page, 'forget'),
  track: (page) => call(page, 'track', 'share', { method: 'early' }),
  say: (page) =>
    page.evaluate(() => document.dispatchEvent(new CustomEvent('selvedge:consent', { detail: 'granted' }))),
  unsay: (page) =>
    page.evaluate(() => document.dispatchEvent(new CustomEvent('selvedge:consent', { detail: 'denied' }))),
  'mode+': async (page) => {
    await touch(page);
    await page.evaluate(state('update', 'granted'));
  },
  'mode-': (page) => page.evaluate(state('update', 'denied')),
  'tcf+': (page) => page.evaluate(() => window.tcf('useractioncomplete', [1, 5, 6])),
  'tcf=': (page) => page.evaluate(() => window.tcf('tcloaded', [1, 5, 6])),
  'tcf-': (page) => page.evaluate(() => window.tcf('useractioncomplete', [1])),
  tcf0: (page) => page.evaluate(() => window.tcf('tcloaded', [], false)),
  'tcf?': (page) => page.evaluate(() => window.tcf('cmpuishown', [1, 5, 6])),
  // in the same breath as the page is left: nobody waits for the answer. In a task of its own: leaving would end the test's
  'forget!': async (page) => {
    const loaded = page.waitForEvent('load');
    await page.evaluate(
      () =>
        void setTimeout(() => {
          void window.selvedge.forget();
          location.reload();
        }),
    );
    await loaded;
    await ready(page);
  },
  reload: async (page) => {
    await page.reload();
    await ready(page);
  },
  spa: (page) => page.evaluate(() => history.pushState(0, '', `/?view=${performance.now()}`)),
  flag: (page) => page.evaluate(() => sessionStorage.setItem('selvedge:redirected', 'x')),
};

const required: Setting = { privacy: {} };
const implied: Setting = { privacy: { consent: 'implied' } };
const gpc: Setting = { ...implied, gpc: true };
const tcf: Setting = { ...required, head: TCF };
const mode: Setting = { ...required, head: MODE };
const modeDefault = (to: string, more?: string): Setting => ({
  ...required,
  head: `${MODE}${state('default', to, more)}`,
});
/** A consent tool that repeats the answer it has on file at every load. */
const modeOnFile: Setting = {
  ...required,
  head: `${MODE}${state('default', 'denied')}${state('update', 'granted')}`,
};

type Journey = [name: string, setting: Setting, acts: string, end: End, essential?: true];
const JOURNEYS: Journey[] = [
  // nobody has said anything
  ['no word: nothing is stored', required, 'a track', 'waiting', true],
  ['no word, two tabs', required, 'a track, b track, a reload', 'waiting'],
  ['no word, a single-page visit', required, 'a track, a spa, a spa', 'waiting'],
  ['implied: stored', implied, 'a track', 'stored'],
  ['implied by the tag', { ...required, attributes: 'data-consent="implied"' }, '', 'stored'],
  ['granted by the tag', { ...required, attributes: 'data-consent="granted"' }, '', 'stored'],
  ['required by the tag', { ...implied, attributes: 'data-consent="required"' }, 'a track', 'waiting'],
  ['denied by the tag', { ...implied, attributes: 'data-consent="denied"' }, 'a track', 'nothing'],
  // the API
  ['granted', required, 'a track, a grant', 'stored', true],
  ['granted, then a reload', required, 'a grant, a reload', 'stored'],
  ['granted in one tab, both write', required, 'a track, b track, a grant', 'stored'],
  ['denied at once', required, 'a deny', 'denial'],
  ['denied while implied', implied, 'a track, a deny', 'denial', true],
  ['denied in the other tab', implied, 'a track, b track, b deny', 'denial', true],
  ['denied in the other tab, single-page', implied, 'b track, b deny, a spa, a track', 'denial'],
  ['granted, then withdrawn', required, 'a grant, a track, a deny', 'denial', true],
  ['granted, reloaded, withdrawn', required, 'a grant, a reload, a track, a deny, a reload', 'denial'],
  ['granted here, withdrawn there', required, 'a grant, b reload, b track, b deny', 'denial'],
  ['withdrawn while the other tab writes', implied, 'b track, a deny+b track', 'denial'],
  ['withdrawn, then granted', required, 'a grant, a track, a deny, a grant', 'stored', true],
  ['withdrawn, reloaded, granted', required, 'a grant, a track, a deny, a reload, a grant', 'stored'],
  ['withdrawn here, granted there', required, 'a grant, a track, a deny, b grant', 'stored'],
  // the visitor's opt-out
  ['opted out', implied, 'a track, a optOut', 'denial'],
  ['opted out, three tabs', implied, 'a track, b track, c track, a optOut', 'denial'],
  ['opted out twice', implied, 'a optOut, b optOut', 'denial'],
  ['opted out and in: implied again', implied, 'a track, a optOut, a optIn', 'stored', true],
  ['opted out and in: back to waiting', required, 'a grant, a track, a optOut, a optIn', 'waiting'],
  ['opted out, in from the other tab', implied, 'a track, a optOut, b optIn', 'stored'],
  ['opted in without having been out', required, 'a optIn', 'waiting'],
  // forgotten
  ['forgotten, consent required', required, 'a grant, a track, a forget', 'waiting', true],
  ['forgotten there, this tab goes on', required, 'a grant, b reload, b track, a forget, b track', 'waiting'],
  ['forgotten, consent implied', implied, 'a track, a forget, a reload', 'stored'],
  ['forgotten, and left at once', implied, 'a track, a forget!', 'stored', true],
  ['forgotten, then granted', required, 'a grant, a track, a forget, a grant', 'stored'],
  ['forgotten after a denial: the default again', implied, 'a deny, a forget, a reload', 'stored'],
  ['forgotten: flags of this tab go too', required, 'a grant, a flag, a forget', 'waiting'],
  ['withdrawn: flags of each tab go too', implied, 'a flag, b flag, a deny', 'denial'],
  // Global Privacy Control
  ['GPC: nothing is kept', gpc, 'a track', 'nothing', true],
  ['GPC ignored by the owner', { privacy: { consent: 'implied', gpc: 'ignore' }, gpc: true }, '', 'stored'],
  ['GPC and a tag that says granted', { ...gpc, attributes: 'data-consent="granted"' }, '', 'nothing'],
  ['GPC and the visitor grants', gpc, 'a grant', 'stored'],
  ['GPC, granted, reloaded', gpc, 'a grant, a reload', 'stored'],
  ['GPC, granted, withdrawn', gpc, 'a grant, a track, a deny', 'denial'],
  ['GPC, granted, forgotten', gpc, 'a grant, a track, a forget', 'nothing'],
  ['GPC and a consent tool with a grant on file', { ...modeOnFile, gpc: true }, '', 'nothing'],
  // Google Consent Mode
  ['Consent Mode: denied by default', modeDefault('denied'), 'a track', 'waiting'],
  [
    'Consent Mode: denied by default, implied',
    { ...implied, head: modeDefault('denied').head! },
    'a track',
    'waiting',
  ],
  ['Consent Mode: granted by default', modeDefault('granted'), '', 'stored'],
  ['Consent Mode: granted by default elsewhere', modeDefault('granted', ", region: ['US']"), '', 'waiting'],
  ['Consent Mode: on file', modeOnFile, 'a reload', 'stored'],
  ['Consent Mode: granted', mode, 'a track, a mode+', 'stored', true],
  ['Consent Mode: denied', { ...implied, head: MODE }, 'a track, a mode-', 'refusal'],
  ['Consent Mode: granted, withdrawn', mode, 'a mode+, a track, a mode-', 'refusal'],
  ['Consent Mode: denied, granted', mode, 'a mode-, a mode+', 'stored'],
  ['Consent Mode: an opt-out outlives the grant on file', modeOnFile, 'a track, a optOut', 'denial', true],
  // IAB TCF
  ['TCF: no answer yet', tcf, 'a track, a tcf?', 'waiting'],
  ['TCF: granted', tcf, 'a tcf+', 'stored', true],
  ['TCF: granted before', tcf, 'a tcf=', 'stored'],
  ['TCF: not all purposes', tcf, 'a track, a tcf-', 'refusal'],
  ['TCF: does not apply', tcf, 'a tcf0', 'stored'],
  ['TCF: granted, withdrawn', tcf, 'a tcf+, a track, a tcf-', 'refusal'],
  ['TCF: denied, granted', tcf, 'a tcf-, a tcf+', 'stored'],
  ['TCF: an opt-out outlives the answer on file', tcf, 'a tcf=, a optOut, a tcf=', 'denial'],
  // the DOM event
  ['event: granted', required, 'a say', 'stored', true],
  ['event: denied', implied, 'a track, a unsay', 'refusal'],
  ['event: granted, withdrawn elsewhere', required, 'a say, b reload, a track, b unsay', 'refusal'],
];

let words = 0;
/**
 * Waits until every other tab has heard what this one wrote, as somebody who goes there has: what one tab writes the others
 * hear in its order, but not at once.
 */
async function isHeard(from: Page): Promise<void> {
  const word = `${++words}`;
  const others = from
    .context()
    .pages()
    .filter((page) => page !== from);
  if (!others[0]) return;
  const heard = others.map((page) =>
    page.evaluate((word) => {
      const last = new Promise<void>((resolve) => {
        addEventListener('storage', ({ key, newValue, oldValue }) => {
          if (key === 'heard' && !newValue && oldValue === word) resolve();
        });
      });
      document.documentElement.dataset.hears = word;
      return last;
    }, word),
  );
  for (const page of others)
    await page.waitForFunction((word) => document.documentElement.dataset.hears === word, word);
  await from.evaluate((word) => {
    localStorage.setItem('heard', word);
    localStorage.removeItem('heard');
  }, word);
  await Promise.all(heard);
}

/** @param first the page of the first tab that is asked for */
async function begin(first: Page, site: Site, setting: Setting): Promise<(tab: string) => Promise<Page>> {
  const { privacy, attributes = '', head, gpc: isOn } = setting;
  serveTag(site, configOf({ privacy: privacy ?? {} }));
  site.serve(
    '/',
    pageWith('<h1>Home</h1>', attributes).replace('<script', `<script>${head ?? ''}</script><script`),
  );
  if (isOn)
    await first
      .context()
      .addInitScript(() =>
        Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true }),
      );
  const tabs = new Map<string, Page>();
  return async (name) => {
    const known = tabs.get(name);
    if (known) return known;
    const page = tabs.size ? await first.context().newPage() : first;
    tabs.set(name, page);
    await enter(page, site.origin);
    return page;
  };
}

const where = (isEssential = false) => (isEssential ? {} : chromiumOnly('the essentials in Firefox'));
for (const [name, setting, acts, end, essential] of JOURNEYS)
  test(`${name}: ${end}`, where(essential), async ({ context, page: first, site }) => {
    const tab = await begin(first, site, setting);
    const steps = acts ? acts.split(', ') : [];
    // every tab is open before the first act
    for (const each of ['a', ...steps.flatMap((step) => step.split('+').map((one) => one[0]!))])
      await tab(each);
    const a = await tab('a');
    for (const step of steps) {
      const acting = step.split(/\+(?=\w )/).map(async (one) => {
        const [who = '', what = ''] = one.split(' ');
        const page = await tab(who);
        await ACTS[what]!(page);
        return page;
      });
      for (const page of await Promise.all(acting)) await isHeard(page);
    }
    const wasErased = /deny|optOut|forget|unsay|mode-|tcf-/.test(acts);
    if (end === 'stored') {
      const stored = async () => {
        const { databases, localStorage } = await readStores(a);
        return { databases: Object.keys(databases), keys: Object.keys(localStorage) };
      };
      await expect.poll(stored).toEqual({ databases: ['selvedge'], keys: ['selvedge'] });
      const { events } = await (await tab(steps.at(-1)?.[0] ?? 'a')).evaluate(() => window.selvedge.export());
      expect(events.map((event) => event.name)).toContain('page_view');
      // nothing is written twice
      expect(new Set(events.map((event) => JSON.stringify(event))).size).toBe(events.length);
      if (wasErased) expect(JSON.stringify(events)).not.toContain('early');
      else if (/track/.test(acts)) expect(JSON.stringify(events)).toContain('early');
      return;
    }
    const left = end === 'denial' ? DENIAL : end === 'refusal' ? REFUSAL : NOTHING;
    for (const page of context.pages()) await expect.poll(() => readStores(page)).toEqual(left);
    const mayNotRemember = async () => {
      for (const page of context.pages()) {
        await page.evaluate(async () => {
          const { selvedge } = window;
          await selvedge.track('share', { method: 'late' });
          await selvedge.set({ plan: 'late' });
          dispatchEvent(new Event('scroll'));
          dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
          dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
          await selvedge.export();
        });
      }
      for (const page of context.pages()) expect(await readStores(page)).toEqual(left);
    };
    await mayNotRemember();
    for (const page of context.pages()) {
      await page.reload();
      await ready(page);
    }
    await mayNotRemember();
    expect(await context.cookies()).toEqual([]);
    if (wasErased) {
      expect(JSON.stringify(await exported(a))).not.toContain('early');
    }
  });

test('a grant in a tab that forgot takes back no more than a denial: who began anew elsewhere stays', async ({
  page: first,
  site,
}) => {
  const tab = await begin(first, site, implied);
  const [a, b] = [await tab('a'), await tab('b')];
  await ACTS.forget!(b);
  await isHeard(b);
  await ACTS.reload!(b);
  await ACTS.track!(b);
  await ACTS.grant!(a);
  await ACTS.track!(a);
  await ACTS.track!(b);
  for (const page of [a, b]) {
    const { events } = await exported(page);
    expect(events.filter(({ name }: { name: string }) => name === 'share')).toHaveLength(3);
  }
});

// Pages with consent tools, where a visitor stands on them, and what such a page does on its own accord.

import type { Frame, Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf } from '../../support/tag.ts';
import { expect } from '../../support/test.ts';
import { DENIAL, NOTHING, REFUSAL, readStores } from './stores.ts';

/**
 * `denial` is one of the visitor's or of this site, `refusal` one that a consent tool said; `nothing` is one without a
 * mark (GPC).
 */
export type End = 'stored' | 'waiting' | 'denial' | 'refusal' | 'nothing';
/** Tools to be had by every page: `cmp()` and `gpp()` make one, `tc()` and `us()` what they say. */
export const TOOLS = `
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
  const hear = (detail) => void document.dispatchEvent(new CustomEvent('selvedge:consent', { detail }));
  const onceHeard = (fn) => void addEventListener('load', () => selvedge.ready.then(fn));
  const later = (fn, ms = 200) => void addEventListener('load', () => setTimeout(fn, ms));
`;
export const implied: Config['privacy'] = { consent: 'implied' };

export const config = (privacy: Config['privacy'] = {}) =>
  configOf({
    privacy,
    segments: [{ id: 'all', name: 'all', when: { kind: 'count', event: 'page_view', is: { $gte: 1 } } }],
    experiences: [experienceOf('all', [{ kind: 'text', target: { css: 'h1' }, value: 'Changed' }])],
    goals: [{ id: 'shared', name: 'shared', event: 'share' }],
  });

export async function clear(page: Page, site: Site): Promise<void> {
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

/** Where the visitor stands, by what is stored and what the tag says. */
export const stand = async (page: Page | Frame): Promise<End | string> => {
  const stores = await readStores(page);
  const { consent, mode } = await page.evaluate(() => window.selvedge.export());
  const left = JSON.stringify(stores);
  for (const [end, mark] of Object.entries({ denial: DENIAL, refusal: REFUSAL }))
    if (left === JSON.stringify(mark)) return consent === 'denied' ? end : `a mark, and ${consent}`;
  if (left === JSON.stringify(NOTHING)) return consent === 'denied' ? 'nothing' : consent;
  return mode === 'stored' && stores.databases.selvedge ? 'stored' : `${consent}, ${mode}: ${left}`;
};

/** What a page does on its own accord, and whoever visits it; nothing of it may be written. */
export const goOn = (page: Page) =>
  page.evaluate(async () => {
    const { selvedge } = window;
    await selvedge.track('share', { method: 'late' });
    await selvedge.set({ plan: 'late' });
    window.dataLayer?.push({ event: 'purchase', ecommerce: { transaction_id: 'late' } });
    history.pushState(0, '', `?view=${performance.now()}`);
    for (const type of ['scroll', 'focus', 'blur', 'message']) dispatchEvent(new Event(type));
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });

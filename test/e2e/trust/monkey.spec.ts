// Visitors do things in no order: several tabs, leaving in the middle of a write, saying yes, no and forget. Whatever
// they do, what was acknowledged is remembered once, what was erased is gone, and every tab says what the ledger says.
//
//   SELVEDGE_LONG=1 npx playwright test trust/monkey      ten times as many; SEED=17 one of them again

import type { BrowserContext, Page } from '@playwright/test';
import { compile } from '../../../shared/engine/compile.ts';
import { segments } from '../../../shared/engine/decide.ts';
import { fold } from '../../../shared/engine/fold.ts';
import { createProfile } from '../../../shared/engine/profile.ts';
import { draws } from '../../support/draws.ts';
import { call, ready } from '../../support/page-api.ts';
import { random } from '../../support/random.ts';
import { configOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, halfInFirefox, test } from '../../support/test.ts';
import { DENIAL, NOTHING, readStores } from './stores.ts';

const STEPS = 24;
const first = Number(process.env.SEED ?? 1);
const monkeys = process.env.SEED ? 1 : draws(40);

/** Every other visitor is asked first. */
const configFor = (seed: number) =>
  configOf({ ...rules, privacy: { consent: seed % 2 ? 'implied' : 'required' } });

const rules = configOf({
  segments: [
    { id: 'pings', name: 'p', when: { kind: 'count', event: 'ping', is: { $gte: 3 } } },
    { id: 'even', name: 'e', when: { kind: 'count', event: 'ping', is: { $in: [2, 4, 6, 8, 10] } } },
    { id: 'worth', name: 'w', when: { kind: 'sum', event: 'purchase', of: 'value', is: { $gte: 20 } } },
    { id: 'pages', name: 'v', when: { kind: 'distinct', event: 'page_view', of: 'path', is: { $gte: 3 } } },
    {
      id: 'order',
      name: 'o',
      when: {
        kind: 'sequence',
        steps: [{ event: 'ping' }, { event: 'pong' }, { event: 'ping' }],
        within: '1d',
      },
    },
    { id: 'latest', name: 'l', when: { kind: 'last', event: 'ping', of: 'odd', is: true } },
    {
      id: 'bought',
      name: 'b',
      when: { kind: 'none', of: [{ kind: 'count', event: 'purchase', is: { $gte: 2 } }] },
    },
  ],
});
const program = compile(rules);

interface Tab {
  page: Page;
  /** remembers: not since something was erased, until its next page view or a grant */
  isLive: boolean;
  /** done on this page while consent was awaited: a grant keeps it */
  held: string[];
}

async function wander(seed: number, context: BrowserContext, origin: string, isChromium: boolean) {
  const { pick } = random(seed);
  const told: string[] = [];
  const tabs: Tab[] = [];
  let uid = 0;
  const isAsked = configFor(seed).privacy?.consent === 'required';
  let standing: 'waiting' | 'granted' | 'denied' = isAsked ? 'waiting' : 'granted';
  /** By the visitor: what the site says does not undo it. */
  let hasOptedOut = false;
  /** The traits said last, where nobody else can have said otherwise meanwhile. */
  let traits: object = {};
  /** Acknowledged since the last erasure, and before it. */
  let kept = new Set<string>();
  const gone = new Set<string>();
  const where = () => `${origin}/${pick(['', 'a', 'b', 'c'])}`;

  const entered = async (tab: Tab) => {
    await ready(tab.page);
    tab.isLive = standing === 'granted';
    tab.held = [];
  };
  const visit = async (tab: Tab) => {
    await tab.page.goto(where());
    await entered(tab);
  };
  const open = async () => {
    const tab = { page: await context.newPage(), isLive: false, held: [] };
    tabs.push(tab);
    await visit(tab);
  };
  const erased = () => {
    for (const id of kept) gone.add(id);
    kept = new Set();
    traits = {};
    for (const tab of tabs) {
      tab.isLive = false;
      tab.held = [];
    }
  };
  const happening = (): [string, object, string] => {
    const id = `u${++uid}`;
    const name = pick(['ping', 'ping', 'pong', 'purchase']);
    return [
      name,
      { mark: id, odd: uid % 2 === 1, value: 7, ...(name === 'purchase' && { transaction_id: id }) },
      id,
    ];
  };
  const track = async ({ page, isLive, held }: Tab) => {
    const [name, props, id] = happening();
    if (standing === 'waiting') {
      await page.evaluate(([name, props]) => void window.selvedge.track(name, props), [name, props] as const);
      held.push(id);
      return;
    }
    await call(page, 'track', name, props);
    if (isLive) kept.add(id);
  };

  const acts: [weight: number, name: string, act: (tab: Tab) => Promise<unknown>][] = [
    [6, 'track', track],
    [3, 'track in all tabs at once', () => Promise.all(tabs.map(track))],
    [
      2,
      'track twice and go',
      async (tab) => {
        await tab.page.evaluate(
          ([one, two]) => {
            for (const [name, props] of [one, two]) void window.selvedge.track(name, props);
          },
          [happening(), happening()] as const,
        );
        await visit(tab);
      },
    ],
    [4, 'visit', visit],
    [
      2,
      'reload',
      async (tab) => {
        await tab.page.reload();
        await entered(tab);
      },
    ],
    [
      1,
      'go back',
      async (tab) => {
        await tab.page.goBack();
        // before the first page there was none
        if (!tab.page.url().startsWith(origin)) return visit(tab);
        await ready(tab.page);
        // from the back/forward cache, anew or within the page: what was held may be there or not
        tab.isLive &&= standing === 'granted';
        tab.held = [];
      },
    ],
    [2, 'open a tab', async () => (tabs.length < 4 ? open() : undefined)],
    [
      1,
      'close a tab',
      async (tab) => {
        if (tabs.length < 2) return;
        tabs.splice(tabs.indexOf(tab), 1);
        await tab.page.close();
      },
    ],
    [
      1,
      'crash',
      async (tab) => {
        if (tabs.length < 2 || !isChromium) return;
        const gone = tab.page.waitForEvent('crash');
        const cdp = await context.newCDPSession(tab.page);
        cdp.send('Page.crash').catch(() => {});
        await gone;
        tabs.splice(tabs.indexOf(tab), 1);
        await tab.page.close();
      },
    ],
    [
      2,
      'state a trait',
      async ({ page, isLive }) => {
        const said = { n: ++uid, [`t${uid % 3}`]: true };
        if (!isLive) return;
        await call(page, 'set', said);
        traits = { ...traits, ...said };
      },
    ],
    [
      1,
      'navigate in the page',
      ({ page }) => page.evaluate((to) => history.pushState({}, '', to), `/?at=${uid}`),
    ],
    [
      1,
      'deny',
      async ({ page }) => {
        const isOptOut = pick(['optOut', 'consent']) === 'optOut';
        hasOptedOut ||= isOptOut;
        await (isOptOut ? call(page, 'optOut') : call(page, 'consent', 'denied'));
        standing = 'denied';
        erased();
      },
    ],
    [
      2,
      'grant',
      async (tab) => {
        // whoever grants is there: after a denial on this page a grant counts from somebody who has touched it
        await tab.page.bringToFront();
        await tab.page.mouse.click(5, 5);
        if (hasOptedOut) await call(tab.page, 'optIn');
        hasOptedOut = false;
        await call(tab.page, 'consent', 'granted');
        standing = 'granted';
        tab.isLive = true;
        for (const id of tab.held) kept.add(id);
        tab.held = [];
      },
    ],
    [
      1,
      'forget',
      async (tab) => {
        await call(tab.page, 'forget');
        hasOptedOut = false;
        standing = isAsked ? 'waiting' : 'granted';
        erased();
        await visit(tab);
      },
    ],
  ];
  const bag = acts.flatMap(([weight, name, act]) => Array.from({ length: weight }, () => ({ name, act })));

  const look = async () => {
    for (const { page } of tabs) await ready(page);
    const after = `seed ${seed}, after ${told.join(', ')}`;
    if (standing !== 'granted') {
      const left = standing === 'denied' ? DENIAL : NOTHING;
      await expect.poll(() => readStores((tabs[0] as Tab).page), after).toEqual(left);
      return;
    }
    const live = tabs.filter(({ isLive }) => isLive);
    for (const { page } of live) {
      const { events, traits: known } = await call(page, 'export');
      expect(known, `${after}: traits`).toEqual(traits);
      const ids = events.flatMap(({ props }) => (props.mark ? [String(props.mark)] : []));
      expect(ids.length, `${after}: stored twice: ${ids}`).toBe(new Set(ids).size);
      expect(
        [...kept].filter((id) => !ids.includes(id)),
        `${after}: lost of ${ids}`,
      ).toEqual([]);
      expect(
        ids.filter((id) => gone.has(id)),
        `${after}: back again`,
      ).toEqual([]);
    }
    for (const { page } of live)
      await expect
        .poll(async () => {
          const { events } = await call(page, 'export');
          const profile = createProfile(program);
          for (const event of events) fold(program, profile, event);
          const expected = segments({ program, profile, facts: {}, now: Date.now() });
          const found = await call(page, 'segments');
          return found.join() === expected.join() ? 'agree' : `${found} but the ledger says ${expected}`;
        }, after)
        .toBe('agree');
  };

  await open();
  for (let step = 1; step <= STEPS; step++) {
    const { name, act } = pick(bag);
    const tab = pick(tabs);
    told.push(`${name} (${tabs.indexOf(tab)})`);
    await act(tab);
    if (step % 6 === 0) await look();
  }
  await Promise.all(tabs.map(({ page }) => page.close()));
}

for (let seed = first; seed < first + monkeys; seed++)
  test(
    `visitor ${seed}: what was acknowledged is remembered once, what was erased is gone, all tabs agree`,
    halfInFirefox(seed),
    async ({ context, site, guard, browserName }) => {
      serveTag(site, configFor(seed));
      for (const path of ['/', '/a', '/b', '/c']) site.serve(path, pageWith('<h1>Original</h1>'));
      await wander(seed, context, site.origin, browserName === 'chromium');
      expect(guard.warnings).toEqual([]);
    },
  );

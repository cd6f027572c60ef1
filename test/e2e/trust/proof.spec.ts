// The owner's proof: every request and every byte in every store, before, during and after consent.

import type { LedgerEvent, State } from '../../../snippet/remember/ledger.ts';
import { call, exported, ready } from '../../support/page-api.ts';
import { configOf, isInTwo, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { DENIAL, NOTHING, readStores } from './stores.ts';

const STRICT =
  "default-src 'none'; script-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

test('before consent nothing, with it what the export says, after a denial nothing; and no request ever says a thing', async ({
  page,
  site,
  context,
}) => {
  serveTag(
    site,
    configOf({
      privacy: {},
      segments: [{ id: 'keen', name: 'keen', when: { kind: 'count', event: 'page_view', is: { $gte: 2 } } }],
    }),
  );
  for (const path of ['/', '/shoes', '/cart'])
    site.serve(path, { headers: { 'content-security-policy': STRICT }, body: pageWith('<h1>Shop</h1>') });
  const requests: string[] = [];
  context.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname === '/favicon.ico') return;
    const said = [request.postData(), request.headers().cookie].filter(Boolean);
    requests.push([request.method(), pathname + search, ...said].join(' '));
  });
  const walk = async () => {
    for (const path of ['/', '/shoes', '/cart']) {
      await page.goto(site.origin + path);
      await page.evaluate(async () => {
        await window.selvedge.ready;
        await window.selvedge.track('add_to_cart', { item_id: 'S1', value: 12.5 });
        await window.selvedge.set({ plan: 'gold' });
      });
    }
  };

  // before
  await walk();
  expect(await readStores(page)).toEqual(NOTHING);

  // with it
  await call(page, 'consent', 'granted');
  await walk();
  const life = await exported(page);
  const { databases, localStorage, ...rest } = await readStores(page);
  expect({ ...rest, databases: {}, localStorage: {} }).toEqual(NOTHING);
  expect(Object.keys(databases)).toEqual(['selvedge']);
  const { events, state, ...others } = databases.selvedge as { events: LedgerEvent[]; state: State[] };
  expect(others).toEqual({});
  expect(events.map(({ id: _, ...event }) => event)).toEqual(life.events);
  expect(life.events.length).toBeGreaterThan(6);
  // what is compiled from the events holds no fact that the export lacks
  expect(state).toHaveLength(1);
  const [{ profile, seed, consent, isOwn, rev, upTo, ...more }] = state as [State];
  expect(more).toEqual({});
  expect([seed, consent]).toEqual([life.seed, life.consent]);
  // said to the site itself, not to a tool
  expect(isOwn).toBe(true);
  expect([profile.traits, profile.firstSeenAt]).toEqual([life.traits, life.firstSeenAt]);
  expect([typeof rev, upTo]).toEqual(['number', events.at(-1)?.id]);
  const words = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : value && typeof value === 'object'
        ? Object.values(value).flatMap(words)
        : [];
  const known = JSON.stringify(life);
  const { rules: _, ...facts } = profile;
  expect(words(facts).filter((word) => !known.includes(JSON.stringify(word).slice(1, -1)))).toEqual([]);
  // the copy for the first paint
  expect(Object.keys(localStorage)).toEqual(['selvedge']);
  const snapshot = JSON.parse(localStorage.selvedge!);
  expect(Object.keys(snapshot).sort()).toEqual([
    'acts',
    'consent',
    'isOwn',
    // the answers, where there is a first paint to read them
    ...(isInTwo ? ['now'] : []),
    'profile',
    'rev',
    'seed',
    'upTo',
  ]);
  expect([snapshot.seed, snapshot.consent]).toEqual([life.seed, life.consent]);

  // after
  await call(page, 'consent', 'denied');
  expect(await readStores(page)).toEqual(DENIAL);
  await walk();
  expect(await readStores(page)).toEqual(DENIAL);

  // all that was ever asked for: the pages and the tag, the same for everybody
  const asked = [...new Set(requests)].map((line) => line.replace(/(-(later|listen|show)\.js)\?\w+$/, '$1'));
  const files = [
    ...(isInTwo ? ['GET /selvedge-later.js', 'GET /selvedge-listen.js'] : []),
    'GET /selvedge.js',
  ];
  expect(asked.sort()).toEqual(['GET /', 'GET /cart', ...files, 'GET /shoes']);
  expect(await context.cookies()).toEqual([]);
});

test('the demo shop says nothing to anybody under connect-src none', async ({ page, shop, guard }) => {
  for (const path of ['/', '/newsletter', '/cart', '/?q=boots', '/']) {
    const answer = await page.goto(shop.origin + path);
    expect(answer?.headers()['content-security-policy']).toContain("connect-src 'none'");
    await ready(page);
  }
  const asked = guard.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
  const own = isInTwo
    ? /^GET (\/|\/newsletter|\/cart|\/selvedge(-later)?\.js|\/assets\/.*)$/
    : /^GET (\/|\/newsletter|\/cart|\/selvedge\.js|\/assets\/.*)$/;
  expect(asked.filter((line) => !own.test(line))).toEqual([]);
});

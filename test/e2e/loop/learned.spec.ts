// What the owner's orders taught answers on the visitor's device: from the page after an order on, and says why.

import { serveHeld } from '../../support/held-rest.ts';
import { call, enter, filed } from '../../support/page-api.ts';
import { configOf, experienceOf, pageWith, serveBare, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { personas, value } from '../../unit/shared/engine/arbitraries.ts';
import { modelOf } from '../../unit/shared/engine/models.ts';

const config = configOf({
  learned: { at: '2026-03-01', from: '2025-03-01', until: '2026-02-28', buyers: 2357 },
  personas,
  value,
  segments: [
    { id: 'lately', name: 'Lately', when: { kind: 'persona', id: 'lately' } },
    { id: 'again', name: 'Again', when: { kind: 'expected', within: '90d', is: { $gte: 0.1 } } },
    { id: 'still', name: 'Still', when: { kind: 'alive', is: { $gte: 0 } } },
  ],
  experiences: [
    experienceOf('lately', [{ kind: 'text', target: { css: 'h1' }, value: 'Welcome back' }], { id: 'home' }),
  ],
});

for (const isBare of [false, true])
  test(`${isBare ? 'by data-config' : 'published'}: an order places a visitor among the buyers`, async ({
    page,
    site,
  }) => {
    const body = '<h1>Shop</h1>';
    if (isBare) {
      serveBare(site, { inTwo: true });
      site.serve('/selvedge.json', JSON.stringify(config));
      site.serve('/', pageWith(body, 'data-config="/selvedge.json"'));
    } else {
      serveTag(site, config);
      site.serve('/', pageWith(body));
    }
    await enter(page, site.origin);
    await expect(page.getByRole('heading')).toHaveAccessibleName('Shop');
    expect(await call(page, 'segments')).toEqual([]);
    await call(page, 'track', 'purchase', { value: 5 });
    // of one order day nobody knows whether it was the last
    expect(await call(page, 'segments')).toEqual(['lately', 'again']);
    const { of: [reason] = [] } = await call(page, 'explain', 'again');
    expect(reason?.text).toMatch(
      /^Purchased on 1 day, the first .+ ago, the last .+ ago\. Order days expected in the next 90 days, as 2,357 buyers showed until 28 February 2026: \d.*; needs at least 0\.1\. So until /,
    );
    expect(reason?.until).toBeGreaterThan(Date.now());
    await enter(page, site.origin);
    await expect(page.getByRole('heading')).toHaveAccessibleName('Welcome back');
  });

const likely = configOf({
  learned: { at: '2026-03-01', from: '2025-03-01', until: '2026-02-28', visits: 9000 },
  goals: [{ id: 'order', name: 'Order', event: 'purchase' }],
  models: [
    modelOf(
      'order',
      [
        { of: { kind: 'count', event: 'page_view', during: 'visit' }, as: 'log', weight: 1 },
        { when: { kind: 'count', event: 'add_to_cart', is: { $gte: 1 }, during: 'visit' }, weight: 3 },
      ],
      -4,
    ),
  ],
  segments: [{ id: 'likely', name: 'Likely', when: { kind: 'model', id: 'order', is: { $gte: 0.5 } } }],
  experiences: [
    experienceOf('likely', [{ kind: 'text', target: { css: 'h1' }, value: 'Nearly there' }], { id: 'home' }),
  ],
});

for (const isBare of [false, true])
  test(`${isBare ? 'by data-config' : 'published'}: a visit is told by how likely an order is`, async ({
    page,
    site,
  }) => {
    const body = '<h1>Shop</h1>';
    if (isBare) {
      serveBare(site, { inTwo: true });
      site.serve('/selvedge.json', JSON.stringify(likely));
      site.serve('/', pageWith(body, 'data-config="/selvedge.json"'));
    } else {
      serveTag(site, likely);
      site.serve('/', pageWith(body));
    }
    await enter(page, site.origin);
    await expect(page.getByRole('heading')).toHaveAccessibleName('Shop');
    // log 2 − 4
    const { of: [unlikely] = [] } = await call(page, 'explain', 'likely');
    expect(unlikely?.text).toBe(
      'Of 100 such visits about 3 ended in “Purchased” (2–5), as 4,000 visits showed until 28 February 2026; needs at least 50.',
    );
    expect(unlikely?.of?.map(({ text }) => text)).toEqual([
      'Viewed a page once in this visit.',
      expect.stringMatching(/^Added to cart: never in this visit; needs at least 1\./),
    ]);
    await call(page, 'track', 'add_to_cart', {});
    // of one page view: log 2 − 1; the next page is the second
    expect(await call(page, 'segments')).toEqual([]);
    await enter(page, site.origin);
    await expect(page.getByRole('heading')).toHaveAccessibleName('Nearly there');
    const { value, until } = await call(page, 'explain', 'likely');
    expect(value).toBe(true);
    expect(until).toBeGreaterThan(Date.now());
  });

const known = configOf({
  learned: { at: '2026-03-01', from: '2025-03-01', until: '2026-02-28', buyers: 2357 },
  personas,
  value,
  buyer: { orders: 'orders', spent: 'spent', first: 'first_order', last: 'last_order' },
  segments: [
    { id: 'often', name: 'Often', when: { kind: 'count', event: 'purchase', is: { $gte: 5 } } },
    { id: 'still', name: 'Still', when: { kind: 'alive', is: { $gte: 0 } } },
    {
      id: 'lately',
      name: 'Lately',
      when: { kind: 'count', event: 'purchase', is: { $gte: 1 }, within: '30d' },
    },
  ],
  experiences: [
    experienceOf('often', [{ kind: 'text', target: { css: 'h1' }, value: 'Welcome back' }], { id: 'home' }),
  ],
});

for (const isBare of [false, true])
  test(`${isBare ? 'by data-config' : 'published'}: what the site states of a buyer counts`, async ({
    page,
    site,
  }) => {
    const body = '<h1>Shop</h1>';
    if (isBare) {
      serveBare(site, { inTwo: true });
      site.serve('/selvedge.json', JSON.stringify(known));
      site.serve('/', pageWith(body, 'data-config="/selvedge.json"'));
    } else {
      serveTag(site, known);
      site.serve('/', pageWith(body));
    }
    await enter(page, site.origin);
    expect(await call(page, 'segments')).toEqual([]);
    await call(page, 'set', { orders: 7, first_order: '2024-03-01', last_order: '2026-01-20' });
    // not what has a window: these were not seen here
    expect(await call(page, 'segments')).toEqual(['often', 'still']);
    expect((await call(page, 'explain', 'often')).of?.[0]?.text).toMatch(
      /^As this site stated: Purchased 7 times; needs at least 5\./,
    );
    expect((await call(page, 'explain', 'still')).of?.[0]?.text).toMatch(
      /^As this site stated: Purchased on 7 days, the first .+ ago, the last .+ ago\. Chance that buying/,
    );
    await enter(page, site.origin);
    await expect(page.getByRole('heading')).toHaveAccessibleName('Welcome back');
    expect(await call(page, 'segments')).toEqual(['often', 'still']);
    await call(page, 'set', { orders: null, first_order: null, last_order: null });
    expect(await call(page, 'segments')).toEqual([]);
  });

test('what was stated is in the first paint of the next page', async ({ page, site }) => {
  const come = serveHeld(site, known);
  site.serve('/', pageWith('<h1>Shop</h1>'));
  await enter(page, site.origin);
  await call(page, 'set', { orders: 7 });
  await filed(page);
  come(false);
  await page.goto(site.origin);
  await expect(page.getByRole('heading')).toHaveAccessibleName('Welcome back');
  expect(await call(page, 'segments')).toEqual(['often']);
});

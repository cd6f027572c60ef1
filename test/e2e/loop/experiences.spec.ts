// Who gets what, when, and how often.

import type { Page } from '@playwright/test';
import type { Trigger } from '../../../shared/schema/experience.ts';
import { holdTimers } from '../../support/hold-timers.ts';
import { call, ready } from '../../support/page-api.ts';
import { experienceOf } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { exposures, heading, serve, text } from './serve.ts';

test('holdout is decided first: the original, counted', async ({ page, site }) => {
  serve(site, { experiences: [experienceOf('everyone', [text('Variant')], { holdout: 1 })] });
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Original');
  expect(await call(page, 'experiences')).toEqual([
    { id: 'for-everyone', outcome: 'holdout', reason: expect.any(String) },
  ]);
  await expect
    .poll(() => exposures(page))
    .toEqual([{ experience: 'for-everyone', outcome: 'holdout', segment: 'everyone' }]);
});

test('a holdout whose element is not on the page is not counted, as a variant would not be', async ({
  page,
  site,
}) => {
  serve(site, {
    experiences: [
      experienceOf('everyone', [text('Variant', '.absent')], { id: 'held', holdout: 1 }),
      experienceOf('everyone', [text('Variant', '.absent')], { id: 'shown' }),
      experienceOf('everyone', [text('Variant')], { id: 'real' }),
    ],
  });
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Variant');
  await expect
    .poll(() => exposures(page))
    .toEqual([{ experience: 'real', outcome: 'variant', variant: 'v', segment: 'everyone' }]);
});

test('weights split the visitors of one segment; the answer stays', async ({ page, site }) => {
  const arm = (id: string) => ({ id, name: id, segment: 'everyone', weight: 1, changes: [text(id)] });
  serve(site, { experiences: [experienceOf('everyone', [], { variants: [arm('a'), arm('b')] })] });
  await page.goto(site.origin);
  const variant = String((await call(page, 'experiences'))[0]?.variant);
  expect(['a', 'b']).toContain(variant);
  for (const _again of [1, 2]) {
    await page.goto(site.origin);
    await expect(heading(page)).toHaveAccessibleName(variant);
  }
});

test('frequency: twice a visit, then the original; a new visit begins anew', async ({
  page,
  site,
  travel,
}) => {
  serve(site, {
    experiences: [experienceOf('everyone', [text('Variant')], { frequency: { times: 2, per: 'visit' } })],
  });
  let times = 0;
  for (const shown of ['Variant', 'Variant', 'Original', 'Original']) {
    await page.goto(site.origin);
    await expect(heading(page)).toHaveAccessibleName(shown);
    await ready(page);
    // it counts as often as it is remembered
    if (shown === 'Variant') await expect.poll(() => exposures(page)).toHaveLength(++times);
  }
  await travel('31m');
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Variant');
});

test('schedule: before, within, after', async ({ page, site }) => {
  const day = (by: number) => new Date(Date.now() + by * 864e5).toISOString().replace('Z', '+00:00');
  serve(
    site,
    {
      experiences: [
        experienceOf('everyone', [text('Variant', '#before')], { id: 'a', schedule: { from: day(1) } }),
        experienceOf('everyone', [text('Variant', '#within')], {
          id: 'b',
          schedule: { from: day(-1), to: day(1) },
        }),
        experienceOf('everyone', [text('Variant', '#after')], { id: 'c', schedule: { to: day(-1) } }),
        experienceOf('everyone', [text('Variant', '#paused')], { id: 'd', status: 'paused' }),
      ],
    },
    '<h1 id="before">Original</h1><h1 id="within">Original</h1><h1 id="after">Original</h1><h1 id="paused">Original</h1>',
  );
  await page.goto(site.origin);
  for (const [id, shown] of [
    ['before', 'Original'],
    ['within', 'Variant'],
    ['after', 'Original'],
    ['paused', 'Original'],
  ])
    await expect(page.locator(`#${id}`)).toHaveAccessibleName(shown!);
});

const later = (_page: Page, pass: () => Promise<void>) => pass();
for (const [kind, trigger, act] of [
  ['event', { kind: 'event', event: 'share' }, (page: Page) => call(page, 'track', 'share')],
  ['scroll', { kind: 'scroll', share: 0.6 }, (page: Page) => page.mouse.wheel(0, 1e4)],
  ['time', { kind: 'time', after: '1m' }, later],
  ['idle', { kind: 'idle', after: '1m' }, later],
  [
    'exit',
    { kind: 'exit' },
    (page: Page) =>
      page.evaluate(
        () =>
          void document.documentElement.dispatchEvent(
            new MouseEvent('mouseout', { bubbles: true, clientY: -1 }),
          ),
      ),
  ],
] as [string, Trigger, (page: Page, pass: () => Promise<void>) => Promise<unknown>][])
  test(`trigger ${kind}: the original until it fires, then the variant`, async ({ page, site, travel }) => {
    const fire = await holdTimers(page);
    serve(
      site,
      { experiences: [experienceOf('everyone', [text('Variant')], { trigger })] },
      '<h1 style="position:fixed">Original</h1><div style="height:4000px"></div>',
    );
    await page.goto(site.origin);
    await ready(page);
    expect((await call(page, 'experiences'))[0]).toMatchObject({ outcome: 'original' });
    await expect(heading(page)).toHaveAccessibleName('Original');
    await page.mouse.move(100, 100);
    await act(page, async () => {
      await travel('1m');
      await fire();
    });
    await expect(heading(page)).toHaveAccessibleName('Variant');
    await expect.poll(() => exposures(page)).toHaveLength(1);
  });

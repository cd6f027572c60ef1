// What changes while a page is open: live experiences with frequency, schedule and window, and segments asked for
// before their timer came.

import type { Page } from '@playwright/test';
import { holdTimers } from '../../support/hold-timers.ts';
import { call, enter, ready } from '../../support/page-api.ts';
import { experienceOf } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { exposures, heading, serve, THREE, text } from './serve.ts';

const name = (page: Page, css: string) => expect(page.locator(css));

test('live with a frequency: shown once, told once, and not taken back by what happens then', async ({
  page,
  site,
  travel,
}) => {
  const once = { times: 1, per: 'visitor' as const };
  serve(
    site,
    {
      segments: [
        { id: 'calm', name: 'calm', when: { kind: 'count', event: 'share', is: 0, during: 'visit' } },
      ],
      experiences: [
        experienceOf('everyone', [text('Once')], { id: 'once', live: true, frequency: once }),
        experienceOf('calm', [text('Calm', 'h2')], {
          id: 'calm',
          live: true,
          frequency: { times: 1, per: 'visit' },
        }),
        experienceOf('everyone', [text('Held', 'h3')], {
          id: 'held',
          live: true,
          frequency: once,
          holdout: 1,
        }),
      ],
    },
    THREE,
  );
  await page.addInitScript(() => {
    window.told = [];
    document.addEventListener('selvedge:exposure', ({ detail }) => window.told.push(detail.experience));
  });
  await page.goto(site.origin);
  await name(page, 'h1').toHaveAccessibleName('Once');
  await name(page, 'h2').toHaveAccessibleName('Calm');
  for (let i = 0; i < 2; i++) await call(page, 'track', 'login');
  await name(page, 'h1').toHaveAccessibleName('Once');
  await name(page, 'h2').toHaveAccessibleName('Calm');
  // out of the segment, and in again on the next visit's first event: it has been seen in this one
  await call(page, 'track', 'share');
  await name(page, 'h2').toHaveAccessibleName('Two');
  await name(page, 'h1').toHaveAccessibleName('Once');
  const all = ['calm', 'held', 'once'];
  await expect.poll(async () => (await page.evaluate(() => window.told)).sort()).toEqual(all);
  await expect
    .poll(async () => (await exposures(page)).map(({ experience }) => experience).sort())
    .toEqual(all);
  await page.reload();
  await ready(page);
  await name(page, 'h1').toHaveAccessibleName('One');
  await name(page, 'h2').toHaveAccessibleName('Two');
  await travel('1h');
  await call(page, 'track', 'login');
  await name(page, 'h2').toHaveAccessibleName('Calm');
  await expect.poll(() => exposures(page)).toHaveLength(4);
});

test('a live experience begins and ends with its schedule on an open page, before anything happens', async ({
  page,
  site,
  travel,
}) => {
  const fire = await holdTimers(page);
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  serve(
    site,
    {
      experiences: [
        experienceOf('everyone', [text('Sale')], {
          id: 'sale',
          live: true,
          schedule: { from: at(30), to: at(60) },
        }),
        // longer than a timer of the browser's can be
        experienceOf('everyone', [text('Spring', 'h2')], {
          id: 'spring',
          live: true,
          schedule: { from: at(60 * 24 * 40) },
        }),
        experienceOf('everyone', [text('Still', 'h3')], { id: 'still', schedule: { to: at(30) } }),
      ],
    },
    THREE,
  );
  await enter(page, site.origin);
  const names = async () =>
    Promise.all(
      ['h1', 'h2', 'h3'].map(async (css) =>
        (await page.getByRole('heading', { level: +css[1]! }).ariaSnapshot()).replace(/^.*?"|".*/g, ''),
      ),
    );
  await expect.poll(names).toEqual(['One', 'Two', 'Still']);
  await travel('31m');
  await fire();
  await expect.poll(names).toEqual(['Sale', 'Two', 'Still']);
  await travel('30m');
  await fire();
  await expect.poll(names).toEqual(['One', 'Two', 'Still']);
  for (const days of ['26d', '14d']) {
    await travel(days);
    await fire();
    // the timer that was as long as one can be arms the next in a task of its own
    await call(page, 'track', 'share');
  }
  await fire();
  await expect.poll(names).toEqual(['One', 'Spring', 'Still']);
});

test('asked after a change that no timer has served yet: decided anew first', async ({
  page,
  site,
  travel,
}) => {
  await holdTimers(page); // and never fired: a tab that is throttled, a device that slept
  serve(
    site,
    {
      segments: [
        {
          id: 'fresh',
          name: 'fresh',
          when: { kind: 'count', event: 'page_view', is: { $gte: 1 }, within: '10m' },
        },
        { id: 'rested', name: 'rested', when: { kind: 'since', event: 'page_view', is: { $gte: '20m' } } },
      ],
      experiences: [experienceOf('fresh', [text('Fresh')], { id: 'fresh', live: true })],
    },
    THREE,
  );
  await enter(page, site.origin);
  const ask = () =>
    page.evaluate(() => {
      const { selvedge } = window;
      const told: unknown[] = [];
      const undo = selvedge.on('segments', (detail: unknown) => told.push(detail));
      const all = {
        outcome: selvedge.experiences()[0]?.outcome,
        segments: selvedge.segments(),
        values: ['fresh', 'rested'].map((id) => selvedge.explain(id).value),
        told,
      };
      undo();
      return all;
    });
  const both = (segments: string[], told: unknown[] = []) => ({
    outcome: segments.includes('fresh') ? 'variant' : 'original',
    segments,
    values: ['fresh', 'rested'].map((id) => segments.includes(id)),
    told,
  });
  expect(await ask()).toEqual(both(['fresh']));
  await travel('11m');
  expect(await ask()).toEqual(both([], [{ segments: [], entered: [], left: ['fresh'] }]));
  await name(page, 'h1').toHaveAccessibleName('One');
  await travel('10m');
  expect(await ask()).toEqual(both(['rested'], [{ segments: ['rested'], entered: ['rested'], left: [] }]));
});

test('live: re-decided when an event changes the answer; not live: at the next page view', async ({
  page,
  site,
}) => {
  serve(
    site,
    {
      segments: [{ id: 'sharer', name: 'sharer', when: { kind: 'count', event: 'share', is: { $gte: 1 } } }],
      experiences: [
        experienceOf('sharer', [text('Now')], { id: 'now', live: true }),
        experienceOf('sharer', [text('Later', 'h2')], { id: 'later' }),
      ],
    },
    '<h1>Original</h1><h2>Original</h2>',
  );
  await page.goto(site.origin);
  await call(page, 'track', 'share');
  await expect(heading(page)).toHaveAccessibleName('Now');
  await expect(page.locator('h2')).toHaveAccessibleName('Original');
  await page.goto(site.origin);
  await expect(page.locator('h2')).toHaveAccessibleName('Later');
});

test('a live experience ends at the very moment its window does, and says so', async ({
  page,
  site,
  travel,
}) => {
  const fire = await holdTimers(page);
  serve(site, {
    segments: [
      {
        id: 'fresh',
        name: 'fresh',
        when: { kind: 'count', event: 'page_view', is: { $gte: 1 }, within: '10m' },
      },
    ],
    experiences: [experienceOf('fresh', [text('Fresh')], { live: true })],
  });
  await enter(page, site.origin);
  await expect(heading(page)).toHaveAccessibleName('Fresh');
  await page.evaluate(() => {
    window.selvedge.on('segments', (detail: unknown) => {
      document.title = JSON.stringify(detail);
    });
  });
  await travel('9m');
  await fire();
  await expect(heading(page)).toHaveAccessibleName('Fresh');
  await travel('1m');
  await fire();
  await expect(heading(page)).toHaveAccessibleName('Original');
  // told after it is shown
  await expect(page).toHaveTitle(JSON.stringify({ segments: [], entered: [], left: ['fresh'] }));
});

test('segments are told when they change: not by a page view in the page, but by all that erases', async ({
  context,
  page,
  site,
}) => {
  serve(site, {
    segments: [
      { id: 'reader', name: 'reader', when: { kind: 'count', event: 'page_view', is: { $gte: 1 } } },
    ],
  });
  const told = (on: Page) => on.evaluate(() => window.told);
  const listen = () => {
    window.told = [];
    window.selvedge.on('segments', (detail: unknown) => window.told.push(detail));
  };
  const other = await context.newPage();
  for (const each of [page, other]) {
    await enter(each, site.origin);
    expect(await call(each, 'segments')).toEqual(['reader']);
    await each.evaluate(listen);
  }
  await page.evaluate(() => history.pushState({}, '', '/?next'));
  await page.waitForFunction(async () => {
    const { events } = await window.selvedge.export();
    return events.filter(({ name }: { name: string }) => name === 'page_view').length === 3;
  });
  expect(await told(page)).toEqual([]);
  const left = [{ segments: [], entered: [], left: ['reader'] }];
  await call(page, 'optOut');
  expect(await told(page)).toEqual(left);
  await expect.poll(() => told(other)).toEqual(left);
});

// What is left of a question once it is answered: its thanks, small in the corner and gone when nobody is at them; beside an
// element as high as the question was, so that nothing moves.

import type { Page } from '@playwright/test';
import { enter } from '../../support/page-api.ts';
import { expect, test } from '../../support/test.ts';
import { asked, asks, BODY, hasComeIn, labels, serve } from './asking.ts';

const TALL = '<div style="height:150vh">Tents</div><p id="end">End</p><div style="height:50vh">More</div>';
/** Where its frame lies, and the thanks in it. */
const boxes = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('selvedge-ask')!.shadowRoot!;
    const read = (css: string) => root.querySelector(css)!.getBoundingClientRect().toJSON() as DOMRect;
    return { frame: read('section'), thanks: read('[role=status]'), close: read('.x') };
  });

test('in the corner the thanks are as high as their words', async ({ page, site }) => {
  serve(site);
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(asked(page)).toBeVisible();
  await hasComeIn(page);
  const before = await boxes(page);
  await page.getByRole('button', { name: labels.price }).click();
  await expect(page.getByRole('status')).toHaveText('Thanks: price it is.');
  const { frame, close } = await boxes(page);
  expect(frame.height).toBeLessThan(before.frame.height / 2);
  expect(frame.height).toBeLessThan(80);
  // it stays where it is read, and the way out is whole in it
  expect(frame.bottom).toBeCloseTo(before.frame.bottom, 1);
  expect(close.height).toBeGreaterThanOrEqual(44);
  expect(close.top).toBeGreaterThanOrEqual(frame.top);
  expect(close.bottom).toBeLessThanOrEqual(frame.bottom);
});

test('they go once nobody is at them: not under the pointer, not with the focus', async ({
  clocked: page,
  site,
}) => {
  await page.clock.install();
  serve(site);
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(asked(page)).toBeVisible();
  await page.getByRole('button', { name: labels.price }).press('Enter');
  const close = page.getByRole('button', { name: 'Close' });
  await expect(close).toBeFocused();
  await page.clock.runFor(20_000);
  await expect(asked(page)).toBeVisible();
  await close.hover();
  await close.evaluate((one) => one.blur());
  await page.clock.runFor(20_000);
  await expect(asked(page)).toBeVisible();
  await page.getByRole('heading', { name: 'Shop' }).hover();
  await page.clock.runFor(20_000);
  await expect(asked(page)).toHaveCount(0);
});

test('beside an element they stand in the middle of where the question was, and stay', async ({
  clocked: page,
  site,
}) => {
  await page.clock.install();
  serve(
    site,
    { experiences: [asks({ target: { css: '#end' }, position: 'after' })] },
    `${BODY}<p id="top">Top</p>${TALL}`,
  );
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(asked(page)).toHaveCount(1);
  await asked(page).scrollIntoViewIfNeeded();
  const before = await boxes(page);
  await page.getByRole('button', { name: labels.price }).click();
  await expect(page.getByRole('status')).toHaveText('Thanks: price it is.');
  const { frame, thanks } = await boxes(page);
  expect(frame.height).toBeCloseTo(before.frame.height, 1);
  const middle = ({ top, bottom }: DOMRect) => (top + bottom) / 2;
  expect(Math.abs(middle(thanks) - middle(frame))).toBeLessThan(2);
  await page.getByRole('heading', { name: 'Shop' }).hover();
  await page.clock.runFor(20_000);
  await expect(asked(page)).toHaveCount(1);
});

// What a question looks like where it stands: beside an element as wide as what that holds, its numbers in even rows with
// their ends at them; in the corner small, and never over what has the focus. Whatever the page's own rules say.

import type { Page } from '@playwright/test';
import { findViolations } from '../../support/find-violations.ts';
import { enter } from '../../support/page-api.ts';
import { expect, test } from '../../support/test.ts';
import { asked, asks, BODY, hasComeIn, hosts, labels, question, rating, serve } from './asking.ts';

const SHELL = '<style>body{margin:0}.shell{max-width:700px;margin:0 auto;padding:0 18px}</style>';
const beside = { experiences: [asks({ target: { css: '#end' }, position: 'after' })] };
const tall = (end: string) =>
  `${SHELL}${BODY}<div style="height:150vh">Tents</div><section id="end">${end}</section><div style="height:50vh">More</div>`;
const seven = [
  'Nachhaltigkeitszertifizierung',
  'Lieferzeit',
  'Reparaturfreundlichkeit und Ersatzteilverfügbarkeit',
  'Preis',
  'Gewicht',
  'Farbe',
  'Donaudampfschifffahrtsgesellschaftskapitänsmütze',
].map((label, at) => ({ value: `v${at}`, label }));

/** Where its frame and each of its buttons and captions lie. */
const boxes = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('selvedge-ask')!.shadowRoot!;
    const read = (css: string) =>
      [...root.querySelectorAll(css)].map((one) => one.getBoundingClientRect().toJSON() as DOMRect);
    return {
      frame: read('section')[0]!,
      numbers: read('.n button'),
      ends: read('.e'),
      all: read('button,legend,p,span').filter(({ width }) => width > 0),
      sizes: read('button').map(({ width, height }) => Math.min(width, height)),
    };
  });
/** How many stand in each row. */
const rowsOf = (all: DOMRect[]) =>
  [...new Set(all.map(({ top }) => top))].map((row) => all.filter(({ top }) => top === row).length);

test('beside an element it is as wide as what that holds, at any width', async ({ page, site }) => {
  serve(site, beside, tall('<div class="shell"><p id="words">The figures</p></div>'));
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(asked(page)).toHaveCount(1);
  for (const width of [1280, 500, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const differs = () =>
      page.evaluate(() => {
        const words = document.getElementById('words')!.getBoundingClientRect();
        const { left, right } = document.querySelector('selvedge-ask')!.getBoundingClientRect();
        return Math.abs(left - words.left) + Math.abs(right - words.right);
      });
    await expect.poll(differs).toBeLessThan(1);
  }
});

test('beside a word, or what is too narrow to be read, it is as wide as its place', async ({
  page,
  site,
}) => {
  serve(site, beside, tall('').replace('<section id="end"></section>', '<span id="end">End</span>'));
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(asked(page)).toHaveCount(1);
  const { frame } = await boxes(page);
  expect(frame.width).toBe(await page.evaluate(() => document.documentElement.clientWidth));
});

test('a scale stands in even rows, and its ends are read at them', async ({ page, site }) => {
  serve(
    site,
    { ...beside, questions: [{ ...rating, id: 'need' }] },
    tall('<div class="shell"><p>The figures</p></div>'),
  );
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(hosts(page)).toBeVisible();
  for (const [width, rows] of [
    [1280, [11]],
    [400, [6, 5]],
    [320, [4, 4, 3]],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(async () => rowsOf((await boxes(page)).numbers)).toEqual(rows);
    const { numbers, ends, sizes } = await boxes(page);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    const [low, high] = ends;
    const [first, last] = [numbers[0]!, numbers.at(-1)!];
    expect(low!.left).toBeCloseTo(first.left, 0);
    // right below, and in no other column
    expect(high!.top - last.bottom).toBeLessThan(10);
    expect(high!.right - last.right).toBeLessThan(first.width + 10);
    if (rows.length === 1) expect(low!.top).toBe(high!.top);
    else expect(first.top - low!.bottom).toBeLessThan(10);
  }
});

test('in the corner it is small: a sheet at the bottom of a phone, under half of it, and in it one scrolls', async ({
  page,
  site,
}) => {
  serve(site, { questions: [{ ...question, answer: { kind: 'choice', options: seven } }] });
  await page.setViewportSize({ width: 320, height: 640 });
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(asked(page)).toBeVisible();
  await hasComeIn(page);
  const phone = await boxes(page);
  expect(phone.frame.height).toBeLessThanOrEqual(640 * 0.45 + 1);
  expect([phone.frame.left, phone.frame.right, phone.frame.bottom]).toEqual([0, 320, 640]);
  // the last answer is reached, and where it stays is said all the while
  const last = page.getByRole('button', { name: seven.at(-1)!.label });
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport({ ratio: 0.9 });
  await expect(page.getByText('Your answer stays in this browser.')).toBeInViewport({ ratio: 0.9 });
  await expect(page.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 0.9 });
  await page.setViewportSize({ width: 1280, height: 800 });
  const wide = await boxes(page);
  expect(wide.frame.width).toBeLessThan(400);
  expect(wide.frame.height).toBeLessThanOrEqual(800 * 0.6 + 1);
});

test('on a phone no key leads to what it covers', async ({ page, site }) => {
  const links = Array.from({ length: 30 }, (_, at) => `<p><a href="#${at}">Tent ${at}</a></p>`).join('');
  serve(site, {}, `${BODY}${links}`);
  await page.setViewportSize({ width: 320, height: 640 });
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(asked(page)).toBeVisible();
  const isCovered = () =>
    page.evaluate(() => {
      const { left, top, width, height } = document.activeElement!.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      return at?.localName === 'selvedge-ask' && at !== document.activeElement;
    });
  for (const [key, most] of [
    ['Tab', 30],
    ['Shift+Tab', 29],
  ] as const)
    for (let times = 0; times < most; times++) {
      await page.keyboard.press(key);
      await expect.poll(isCovered).toBe(false);
    }
  await expect(page.locator('#i')).toBeFocused();
  // left to itself it is there
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await expect(asked(page)).toBeVisible();
});

test('scrolled by the pointer it stays where it is, by keys it lets see what has the focus', async ({
  page,
  site,
}) => {
  serve(
    site,
    {},
    `${BODY}<div style="height:100vh"></div><button id="on">On</button><div style="height:200vh">`,
  );
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(asked(page)).toBeVisible();
  /** Its button is scrolled to where the question lies. */
  const scroll = () =>
    page.evaluate(async () => {
      const on = document.getElementById('on')!.getBoundingClientRect();
      const scrolled = new Promise((done) => addEventListener('scroll', done, { once: true }));
      scrollBy(0, on.top - innerHeight + 100);
      await scrolled;
      const host = document.querySelector('selvedge-ask')!.getBoundingClientRect();
      return host.top > innerHeight / 3;
    });
  await page.locator('#on').click();
  expect(await scroll()).toBe(true);
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('#i').focus();
  await page.locator('#b').press('Tab');
  await expect(page.locator('#on')).toBeFocused();
  await page.evaluate(() => scrollBy(0, -50));
  expect(await scroll()).toBe(false);
});

test('Escape gives the focus back to where it came from last', async ({ page, site }) => {
  serve(site);
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(asked(page)).toBeVisible();
  // by the pointer first: then it came from nowhere, and from one answer to the next is no way in
  await asked(page).click({ position: { x: 5, y: 5 } });
  await page.getByRole('button', { name: labels.price }).focus();
  await page.getByRole('button', { name: labels.quality }).focus();
  await page.locator('#i').focus();
  await page.getByRole('button', { name: labels.quality }).focus();
  await page.locator('#b').focus();
  await page.getByRole('button', { name: labels.quality }).focus();
  await page.keyboard.press('Escape');
  await expect(asked(page)).toHaveCount(0);
  await expect(page.locator('#b')).toBeFocused();
});

for (const [name, css] of Object.entries({
  'a page that resets all': '*{all:unset!important}button{width:100%!important;display:block!important}',
  'small roots': 'html{font-size:62.5%}body{font-size:1.6rem}',
  'large type': 'html{font-size:200%}',
}))
  test(`it is read in ${name}: sizes, contrast, nothing cut off`, async ({ page, site }) => {
    serve(
      site,
      { questions: [{ ...question, answer: { kind: 'choice', options: seven, many: true } }] },
      `<style>${css}</style>${BODY}`,
    );
    await enter(page, `${site.origin}/`);
    await enter(page, `${site.origin}/shop`);
    await expect(asked(page)).toBeVisible();
    await page.getByRole('button', { name: 'Preis' }).click();
    for (const look of [
      { width: 320, colorScheme: 'light' },
      { width: 420, colorScheme: 'dark' },
      { width: 1280, colorScheme: 'light' },
    ] as const) {
      const found = await findViolations(page, [look], 'selvedge-ask');
      // its own text may stand in one line
      expect(found.filter((line) => !line.includes('the page scrolls sideways'))).toEqual([]);
      const { frame, all, sizes } = await boxes(page);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
      expect(frame.left).toBeGreaterThanOrEqual(0);
      expect(frame.right).toBeLessThanOrEqual(look.width);
      for (const { left, right } of all) {
        expect(left).toBeGreaterThanOrEqual(frame.left);
        expect(right).toBeLessThanOrEqual(frame.right);
      }
      const font = await hosts(page).evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
      expect(font).toBeGreaterThanOrEqual(15);
    }
  });

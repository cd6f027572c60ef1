// Questions for everybody: by keyboard alone, as they are read out, right to left, in forced colours, without motion; and
// while somebody types nothing is taken from them.

import type { Page } from '@playwright/test';
import { enter } from '../../support/page-api.ts';
import { chromiumOnly, expect, test } from '../../support/test.ts';
import { asked, BODY, hosts, labels, letItAsk, question, rating, serve, traits } from './asking.ts';

/** Name, or words, of what has the focus, within our root too. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    const inside = activeElement?.shadowRoot?.activeElement ?? activeElement;
    return inside?.getAttribute('aria-label') ?? inside?.id ?? inside?.textContent;
  });
const focusedText = (page: Page) =>
  page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);
const within = (page: Page, css: string) =>
  page.evaluate((wanted) => {
    const host = document.querySelector('selvedge-ask');
    const { left, right, width } = (
      wanted ? host?.shadowRoot?.querySelector(wanted) : host
    )!.getBoundingClientRect();
    return { left, right, width, all: document.documentElement.clientWidth };
  }, css);
const styleOf = (page: Page, css: string) =>
  page.evaluate((wanted) => {
    const one = document.querySelector('selvedge-ask')!.shadowRoot!.querySelector(wanted)!;
    const { animationName, backgroundColor, color, borderTopStyle } = getComputedStyle(one);
    return { animationName, backgroundColor, color, borderTopStyle };
  }, css);

test('by keyboard alone: reached, answered, the way out has the focus, and it is left as it was found', async ({
  page,
  site,
}) => {
  serve(site);
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(asked(page)).toBeVisible();
  // it stands after all else in the order of keys
  await page.locator('#b').focus();
  await page.keyboard.press('Tab');
  expect(await focusedText(page)).toBe(labels.price);
  await page.keyboard.press('Tab');
  expect(await focusedText(page)).toBe(labels.quality);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await traits(page)).need).toBe('price');
  // the way out has the focus, and is read with the thanks
  await expect.poll(() => focused(page)).toBe('Close');
  await expect(page.getByRole('button', { name: 'Close' })).toHaveAccessibleDescription(
    'Thanks: price it is.',
  );
  await page.keyboard.press('Enter');
  await expect(asked(page)).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe('b');
});

test('who types goes on typing: it comes after, and what came before takes nothing', async ({
  page,
  site,
}) => {
  // the field has the focus before anything could be asked
  serve(site, {}, `${BODY}<script>document.getElementById('i').focus()</script>`);
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(hosts(page)).toHaveCount(1);
  await page.keyboard.type('tents for two');
  await letItAsk(page);
  await expect(asked(page)).toHaveCount(0);
  expect(await focused(page)).toBe('i');
  await page.locator('#b').click();
  await expect(asked(page)).toBeVisible();
  await page.locator('#i').click();
  await page.keyboard.type(', light');
  await expect(page.locator('#i')).toHaveValue('tents for two, light');
  await expect(asked(page)).toBeVisible();
  expect(await focused(page)).toBe('i');
});

test('what a screen reader says of it', async ({ page, site }) => {
  serve(site, { questions: [{ ...rating, id: 'need', purpose: 'So that we know.' }] });
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  const region = page.getByRole('region', { name: 'How likely would you tell a friend of us?' });
  await expect(region).toMatchAriaSnapshot(`
    - region "How likely would you tell a friend of us?":
      - group "How likely would you tell a friend of us?":
        - paragraph: So that we know.
        - button "0, Not at all"
        - button "1"
        - button "2"
        - button "3"
        - button "4"
        - button "5"
        - button "6"
        - button "7"
        - button "8"
        - button "9"
        - button "10, Surely"
        - text: 0 Not at all 10 Surely
      - paragraph:
        - text: Your answer stays in this browser.
        - link "See and change it"
      - button "Close"
  `);
  // said with the question, before any answer
  await expect(page.locator('selvedge-ask fieldset')).toHaveAccessibleDescription('So that we know.');
});

test('right to left: it stands in the other corner and is read from the other side, in its words', async ({
  page,
  site,
}) => {
  serve(site);
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await expect(asked(page)).toBeVisible();
  const before = await within(page, '');
  expect(before.left).toBeLessThan(20);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    document.documentElement.lang = 'ar';
  });
  await expect(page.getByRole('button', { name: 'إغلاق' })).toBeVisible();
  const [host, first, close] = await Promise.all(['', '.o button', '.x'].map((css) => within(page, css)));
  expect(host!.all - host!.right).toBeLessThan(20);
  expect(host!.right - first!.right).toBeLessThan(30);
  expect(close!.left - host!.left).toBeLessThan(20);
});

test(
  'who wants no motion gets none',
  chromiumOnly('motion is emulated in Chromium only'),
  async ({ page, site }) => {
    serve(site);
    await enter(page, `${site.origin}/`);
    await enter(page, `${site.origin}/shop`);
    await expect(asked(page)).toBeVisible();
    expect((await styleOf(page, 'section')).animationName).not.toBe('none');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect((await styleOf(page, 'section')).animationName).toBe('none');
  },
);

test(
  'in forced colours its frame is seen, and what is chosen is told from what is not',
  chromiumOnly('forced colours are emulated in Chromium only'),
  async ({ page, site }) => {
    const { answer } = question;
    if (answer.kind !== 'choice') throw new Error('no choice');
    // colours of the page's own are what the browser takes away
    const dress = '<style>html{--selvedge-ink:#123456;--selvedge-paper:#ffffff}</style>';
    serve(site, { questions: [{ ...question, answer: { ...answer, many: true } }] }, BODY + dress);
    await page.emulateMedia({ forcedColors: 'active' });
    await enter(page, `${site.origin}/`);
    await enter(page, `${site.origin}/shop`);
    const price = page.getByRole('button', { name: labels.price });
    await price.click();
    await expect(price).toHaveAttribute('aria-pressed', 'true');
    expect((await styleOf(page, 'section')).borderTopStyle).toBe('solid');
    const chosen = await styleOf(page, '[aria-pressed=true]');
    const other = await styleOf(page, '[aria-pressed=false]');
    expect(chosen.backgroundColor).not.toBe(other.backgroundColor);
    expect(chosen.color).not.toBe(chosen.backgroundColor);
  },
);

test('under Global Privacy Control that is kept local it is asked, and the answer goes nowhere', async ({
  page,
  site,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  serve(site, { privacy: { consent: 'implied', gpc: 'local' } });
  await enter(page, `${site.origin}/`);
  await enter(page, `${site.origin}/shop`);
  await page.getByRole('button', { name: labels.price }).click();
  await expect.poll(async () => (await traits(page)).need).toBe('price');
  await enter(page, `${site.origin}/shop/2`);
  await expect(page.getByRole('heading', { name: 'Cheap tents' })).toBeVisible();
  await expect(hosts(page)).toHaveCount(0);
  expect(site.requests.filter((line) => !/^GET \/(shop|selvedge|favicon|$)/.test(line))).toEqual([]);
  expect(site.requests.join()).not.toContain('price');
});

// Blocks: what each shape shows, that it is accessible, that it closes, ends and copies, and that nothing of it is left.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { placeBlock } from '../../../shared/page/placements.ts';
import type { ChangeOf } from '../../../shared/schema/change.ts';
import { expect, test } from '../../support/test.ts';
import { labHead, labPage, readHtml } from './lab.ts';

type Block = ChangeOf<'block'>;

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const BODY =
  '<header><h1>Shop</h1></header><main><p id="p">Tents</p><input aria-label="Search"><button id="b">Go</button></main>';
const at = { target: { css: '#p' }, position: 'after' as const };
const block = (shape: Block['shape'], place: Block['place'], fields: Block['fields'], more: object = {}) =>
  placeBlock({ kind: 'block', shape, place, fields, ...more });

const hosts = 'selvedge-block';
const dress = { colour: '#1d2b26', ground: '#f6f3ea', accent: '#0b5d3b', font: 'serif', radius: '8px' };
const button = { label: 'See tents', href: '/tents/' };
const until = '2036-01-01T00:00:00Z';
const picture = { src: '/a.svg', alt: 'A tent' };

/** A page with these, once they are drawn. */
async function open(page: Page, site: Parameters<typeof labHead>[0], ...blocks: object[]): Promise<void> {
  site.serve('/a.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"/>');
  site.serve('/', labPage(labHead(site, blocks), BODY));
  await page.goto(site.origin);
  await expect(page.locator(hosts)).toHaveCount(blocks.length);
}

test('every shape is drawn, named, and axe finds nothing', async ({ page, site }) => {
  const words = { text: 'Tents for wind and rain.', button };
  await open(
    page,
    site,
    block('banner', at, { ...words, title: 'Dry nights', image: picture }, { dress }),
    block('note', at, { text: 'Back for 60 days.' }),
    block('card', at, { ...words, title: 'Night hike' }, { dress, close: true }),
    block('coupon', at, { title: 'Yours', code: 'TENT10' }),
    block('countdown', at, { title: 'Ends in', until }),
    block('bar', 'top', { text: 'Free delivery', button }),
    block('slide', 'corner', { ...words, title: 'Come along' }),
  );
  for (const name of ['Dry nights', 'Free delivery', 'Yours', 'Ends in', 'Night hike', 'Come along'])
    await expect(page.getByRole('region', { name })).toBeVisible();
  await expect(page.getByRole('note', { name: 'Back for 60 days.' })).toBeVisible();
  await expect(page.getByRole('timer')).toContainText(/\d/);
  await expect(page.getByRole('link', { name: 'See tents' }).first()).toHaveAttribute('href', '/tents/');
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = window as never as {
      axe: { run(what: object): Promise<{ violations: { id: string }[] }> };
    };
    const { violations } = await axe.run({ include: ['selvedge-block'] });
    return violations.map(({ id }) => id);
  });
  expect(found).toEqual([]);
  expect(await page.evaluate(() => lab.problems)).toEqual([]);
  await page.evaluate(() => lab.stop());
  await expect(page.locator(hosts)).toHaveCount(0);
  expect(await readHtml(page)).toContain(BODY);
});

test('a pop-up is a dialog: Escape closes it, the focus goes back, and it stays closed', async ({
  page,
  site,
}) => {
  const popup = block('popup', 'centre', { title: 'Before you go', text: 'Tents', button });
  site.serve('/', labPage(labHead(site, []), BODY));
  await page.goto(site.origin);
  await page.locator('#b').focus();
  await page.evaluate((one) => lab.show([one]), popup);
  const dialog = page.getByRole('dialog', { name: 'Before you go' });
  await expect(dialog).toBeVisible();
  // no button is pressed by whoever was about to press another
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.localName))
    .toBe('div');
  // nor does a ring stand round what is only read
  expect(
    await dialog.evaluate((at) => getComputedStyle(at.querySelector('[tabindex]') ?? at).outlineStyle),
  ).toBe('none');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('#b')).toBeFocused();
  await expect.poll(() => page.evaluate(() => lab.told)).toEqual(['block_shown e0', 'block_closed e0']);
  // what is shown anew of it stays closed
  await page.evaluate((one) => lab.show([one, one]), popup);
  await page.evaluate((one) => lab.show([one]), popup);
  await expect(dialog).toBeHidden();
});

test('a pop-up waits while somebody types, and of two only one comes', async ({ page, site }) => {
  const fields = { title: 'Before you go' };
  site.serve('/', labPage(labHead(site, []), BODY));
  await page.goto(site.origin);
  await page.getByRole('textbox').focus();
  await page.evaluate(
    (all) => lab.show(all),
    [block('popup', 'centre', fields), block('slide', 'corner', { title: 'Another' })],
  );
  await expect(page.locator(hosts)).toHaveCount(1);
  await page.keyboard.type('abc');
  await expect(page.getByRole('textbox')).toHaveValue('abc');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('textbox').blur();
  await expect(page.getByRole('dialog', { name: 'Before you go' })).toBeVisible();
  await expect(page.getByText('Another')).toHaveCount(0);
});

test('a bar closes by its button, and by Escape from within', async ({ page, site }) => {
  await open(page, site, block('bar', 'top', { text: 'One' }), block('bar', 'bottom', { text: 'Two' }));
  await page.getByRole('region', { name: 'One' }).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('region', { name: 'One' })).toBeHidden();
  await page.getByRole('region', { name: 'Two' }).getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Two' })).toBeHidden();
  await expect
    .poll(() => page.evaluate(() => lab.told.filter((told) => told.startsWith('block_closed'))))
    .toEqual(['block_closed e0', 'block_closed e1']);
});

test('a countdown counts by the clock of the device, and ends without moving the page', async ({
  clocked: page,
  site,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'the clock of stock Firefox cannot be set');
  await page.clock.install({ time: new Date('2026-11-27T09:00:00Z') });
  await open(page, site, block('countdown', at, { title: 'Ends in', until: '2026-11-27T12:00:03Z' }));
  // from here on it stands still: a slow machine has its time before
  await page.clock.pauseAt(new Date('2026-11-27T10:00:00Z'));
  await expect(page.getByRole('timer')).toHaveText(/2hr0min3sec/);
  await page.clock.runFor(2000);
  await expect(page.getByRole('timer')).toHaveText(/2hr0min1sec/);
  const height = () => page.locator('main').evaluate(({ clientHeight }) => clientHeight);
  const before = await height();
  await page.clock.runFor('02:00:02');
  await expect(page.getByRole('timer')).toBeHidden();
  expect(await height()).toBe(before);
});

test('a page that changes its language gets the words of the new one, or none', async ({ page, site }) => {
  const speak = (lang: string) =>
    page.evaluate((tag) => document.documentElement.setAttribute('lang', tag), lang);
  site.serve('/', labPage(labHead(site, []), BODY));
  await page.goto(site.origin);
  await page.evaluate(
    (all) => lab.show(all),
    [
      block('note', at, { text: { de: 'Zelte', '*': 'Tents for all' } }),
      block('note', at, { text: { de: 'Nur deutsch' } }),
      block('popup', 'centre', { title: { de: 'Moment noch', '*': 'Before you go' } }),
    ],
  );
  await expect(page.getByRole('dialog', { name: 'Before you go' })).toBeVisible();
  await expect(page.locator('[role=note]')).toHaveText(['Tents for all']);
  await speak('de');
  await expect(page.getByRole('dialog', { name: 'Moment noch' })).toBeVisible();
  await expect(page.locator('[role=note]')).toHaveText(['Zelte', 'Nur deutsch']);
  await speak('fr');
  await expect(page.locator('[role=note]')).toHaveText(['Tents for all']);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // closed is closed, in whatever language
  await speak('de');
  await expect(page.locator('[role=note]')).toHaveText(['Zelte', 'Nur deutsch']);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(() => lab.told.filter((told) => told.endsWith('e2'))))
    .toEqual(['block_shown e2', 'block_closed e2']);
  await page.evaluate(() => lab.stop());
  await expect(page.locator(hosts)).toHaveCount(0);
});

for (const position of ['before', 'after', 'first', 'last'] as const)
  test(`several blocks at one place stand in the order of the config: ${position}`, async ({
    page,
    site,
  }) => {
    const place = { target: { css: 'main' }, position };
    const notes = ['one', 'two', 'three'].map((text) => block('note', place, { text }));
    const read = () => page.getByRole('note').evaluateAll((all) => all.map((at) => at.textContent));
    await open(page, site, ...notes);
    await expect.poll(read).toEqual(['one', 'two', 'three']);
    // what is written anew is drawn anew, in its place
    const [one = {}, , three = {}] = notes;
    await page.evaluate((all) => lab.show(all as never), [one, block('note', place, { text: 'TWO' }), three]);
    await expect.poll(read).toEqual(['one', 'TWO', 'three']);
    expect(await page.evaluate(() => lab.problems)).toEqual([]);
    await page.evaluate(() => lab.stop());
    expect(await readHtml(page)).toContain(BODY);
  });

test('nothing comes of what has ended, is closed, or says nothing here; texts stay texts', async ({
  page,
  site,
}) => {
  const own = { code: 'X', title: 'Once <b>' };
  await open(
    page,
    site,
    // tokens are filled in every text, as text
    block('note', at, { text: 'Hi {{trait.name}} <img src=x onerror=alert(1)>' }),
  );
  await expect(page.getByRole('note')).toContainText('Hi <b>Ada</b> <img');
  await page.evaluate(
    (all) => lab.show(all),
    [
      block('coupon', at, own),
      block('bar', 'top', { text: 'Gone', until: '2020-01-01T00:00:00Z' }),
      block('bar', 'top', { text: { de: 'Deutsch' } }),
      block('banner', at, { text: 'Led', button: { label: 'x', href: 'javascript:alert(1)' } }),
    ],
  );
  await expect(page.locator(hosts)).toHaveCount(2);
  await expect(page.getByText('Once <b>')).toBeVisible();
  await expect(page.getByText('Led')).toBeVisible();
  await expect(page.getByRole('link')).toHaveCount(0);
});

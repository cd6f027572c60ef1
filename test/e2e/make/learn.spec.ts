// Learn: an export of orders is looked at, read aside, and what was learned is taken over into the draft as one step.

import type { Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import type { Extension } from '../../support/extension-shape.ts';
import { findViolations } from '../../support/find-violations.ts';
import type { Panel } from '../../support/panel.ts';
import type { Site } from '../../support/site.ts';
import { serveBare } from '../../support/tag.ts';
import { csvOf, makeOrders } from '../../unit/cli/orders.ts';
import { PAGE, config as three } from './desk-site.ts';

test.use({ isEmptied: true });

const same = longInFirefox(
  'the same panel over the same reader; Firefox reads an export, ends that, and takes over',
);

const config: Config = { ...three, privacy: { consent: 'implied', retention: '400d' } };
/** Its columns are called as no shop calls them. */
const OWN = csvOf(makeOrders())
  .replace('Email,Order date,Total', 'Who,When,Sum,Status')
  .replace(/(?<=\d)$/gm, ',paid');

interface Given {
  extension: Extension;
  page: Page;
  site: Site;
}

async function openLearn({ extension, page, site }: Given) {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', { body: JSON.stringify(config) });
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.press('Learn');
  await expect(panel.says('Learn from your own orders')).toBeVisible();
  const give = (name: string, content: string | Uint8Array) =>
    panel.page
      .locator('main input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  return { panel, give, card: (name: string) => panel.page.getByRole('region', { name, exact: true }) };
}

/** The draft's config, as it is kept; undefined without one. */
const readDraft = (panel: Panel): Promise<Config | undefined> =>
  panel.page.evaluate(async () => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    const all: Record<string, unknown> = await browser.storage.local.get(null);
    const [, kept] = Object.entries(all).find(([key]) => key.startsWith('draft:')) ?? [];
    return (kept as { value: { config: Config } } | undefined)?.value.config;
  });
/** Words that begin on one line and end on another. */
const findBroken = (elements: Element[]): string[] =>
  elements.flatMap((element) => {
    const { firstChild: text } = element;
    return [...(text?.nodeValue ?? '').matchAll(/\S+/g)]
      .filter(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(text!, index);
        range.setEnd(text!, index + word.length);
        return range.getClientRects().length > 1;
      })
      .map(([word]) => word);
  });
/** All that the extension keeps, as text. */
const readKept = (panel: Panel): Promise<string> =>
  panel.page.evaluate(async () => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    const { local, session } = browser.storage;
    return JSON.stringify([await local.get(null), await session.get(null), { ...localStorage }]);
  });

/** Of ten orders one says the last word. */
const withStatus = (words: string[]) =>
  csvOf(makeOrders())
    .trimEnd()
    .split('\n')
    .map((line, i) => (i === 0 ? `${line},Order status` : `${line},${words[i % words.length]}`))
    .join('\n');

test(
  'orders that came to nothing are left out, and that is said before anything is learned',
  same,
  async ({ extension, page, site }) => {
    const { panel, give, card } = await openLearn({ extension, page, site });
    const shop = ['Completed', 'Processing', 'On hold', 'Completed', 'Completed'];
    await give('shop.csv', withStatus([...shop, ...shop.slice(1), 'Cancelled']));
    const file = card('shop.csv');
    await expect(file.getByLabel('Cancelled').locator('option:checked')).toHaveText('Order status');
    await expect(file).toContainText(
      'By “Order status” orders that came to nothing are left out. Of its first 500 rows these are 50 (cancelled: 50). If they count, choose no column as “Cancelled”.',
    );
    expect(await findViolations(panel.page)).toEqual([]);
    // as the author says it
    await file.getByLabel('Cancelled').selectOption('no column');
    await expect(file).not.toContainText('left out');
    await file.getByLabel('Cancelled').selectOption('Order status');
    await panel.press('Learn from it');
    await expect(card('What was read')).toContainText(
      'shop.csv: orders that “Order status” leaves out: 242 (cancelled: 242)',
    );

    await panel.press('Begin anew');
    await give('own.csv', withStatus(['closed', 'sent back']));
    await expect(card('own.csv')).toContainText(
      '“Order status” is not read, as its words are not known: every row counts as an order.',
    );
    await expect(card('own.csv')).not.toContainText('left out');
  },
);

test('columns are shown and asked for, and what was learned is one step of the draft', async ({
  extension,
  page,
  site,
}) => {
  const { panel, give, card } = await openLearn({ extension, page, site });
  // without a draft, too
  await expect(panel.says('Learn from your own orders')).toBeVisible();
  await expect(panel.says('nothing of why')).toBeVisible();
  expect(await findViolations(panel.page)).toEqual([]);

  await give('own.csv', OWN);
  const file = card('own.csv');
  await expect(file).toContainText('Not found by itself: Buyer, Date of the order, Total.');
  const go = panel.button('Learn from it');
  await expect(go).toBeDisabled();
  await file.getByLabel('Buyer', { exact: true }).selectOption('Who');
  await expect(file).toContainText(/mark-\d+@secret\.example · mark-\d+@secret\.example · mark-/);
  await expect(file).toContainText('Not found by itself: Date of the order, Total.');
  await file.getByLabel('Date of the order').selectOption('Who');
  await file.getByLabel('Total', { exact: true }).selectOption('Sum');
  await expect(file).toContainText('What stands in “Who” is not read as dates. Choose another column.');
  await file.getByLabel('Date of the order').selectOption('When');
  await expect(go).toBeEnabled();
  expect(await findViolations(panel.page)).toEqual([]);

  await go.click();
  await expect(card('What was read')).toContainText('Buyers900');
  await expect(card('What was read')).not.toContainText('left out');
  // what nothing was read for is one line, and no card
  await expect(card('What was read')).toContainText('Nothing that was read names an item.');
  await expect(card('What was read')).toContainText('Nothing that was read tells what comes before a goal.');
  await expect(card('What was read')).not.toContainText('no orders');
  for (const name of ['Chance of a goal', 'What goes together']) await expect(card(name)).toHaveCount(0);
  const rfm = card('Classes (RFM)');
  await expect(rfm.locator('.lead')).toHaveText(/^Where each of 900 buyers stands/);
  await expect(rfm).toContainText(
    /Tested on the 91 days after .* in (6|7|8|9)\d of 100 pairs \(50 is chance\)/,
  );
  await expect(rfm.getByRole('img')).toHaveCount(3);
  await rfm.getByText('Where the edges lie').click();
  await expect(rfm.getByRole('table')).toHaveCount(3);
  expect(await findViolations(panel.page)).toEqual([]);
  const value = card('What to expect');
  await expect(value.locator('.lead')).toHaveText(
    /^In the 91 days after .+ order days were expected, \d+ came\.$/,
  );
  await expect(value.getByRole('row')).toHaveCount(6);
  // nothing is kept of it, and nothing in the draft yet
  expect(await readDraft(panel)).toBeUndefined();

  await panel.press('Take over: Classes (RFM)');
  await expect(rfm).toContainText('In your draft');
  const taken = await readDraft(panel);
  expect(taken?.rfm).toMatchObject({
    per: 'day',
    frequency: [expect.any(Number), 2, 3, 4].map(() => expect.any(Number)),
  });
  expect(taken?.learned).toMatchObject({ buyers: 900 });
  expect(taken?.experiences).toHaveLength(config.experiences.length);
  await panel.undo('Classes \\(RFM\\)');
  await expect(panel.button('Take over: Classes (RFM)')).toBeVisible();
  expect((await readDraft(panel))?.rfm).toBeUndefined();
  expect(await readKept(panel)).not.toMatch(/mark-|secret/);

  // it is there as long as the panel is
  await panel.back();
  await panel.press('Learn');
  await expect(card('Classes (RFM)')).toBeVisible();
});

test('what cannot be read is said, and what was there stays', same, async ({ extension, page, site }) => {
  const { panel, give, card } = await openLearn({ extension, page, site });
  const kept = 'buyer,date,total\na,03/04/2026,1\n';
  await give('kept.csv', kept);
  await expect(card('kept.csv').getByLabel('Total', { exact: true })).toHaveValue('2');
  const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
  const row = (total: string) => `a,2026-01-02,${total}\n`;
  const tenth = `buyer,date,total\n${row('1').repeat(600)}${row('much').repeat(200)}`;
  for (const [name, content, says] of [
    ['empty.csv', '\n', /^empty\.csv was not read\. There is nothing in it\.$/],
    ['logo.png', picture, /^logo\.png was not read\. It is no text but a picture/],
    ['selvedge.json', JSON.stringify(config), /^selvedge\.json was not read\. It is a config/],
    ['learned.json', '{"learned": {"at": "x"}}', /^learned\.json was not read\. .*learned/],
  ] as const) {
    await give(name, content);
    await expect(panel.alert).toHaveText(says);
    await expect(card('kept.csv')).toBeVisible();
  }

  // found out only once all of it is read
  await panel.press('Learn from it');
  await expect(panel.alert).toHaveText(
    /^kept\.csv was not read\. Nothing in it tells whether the day or the month/,
  );
  await card('kept.csv').getByLabel('What stands first in its dates').selectOption('DD/MM/YYYY');
  await expect(panel.alert).toHaveCount(0);
  await panel.press('Learn from it');
  await expect(card('Classes (RFM)')).toContainText(
    'Not learned: Buyers whom browsers remember: 1, and 300 are needed.',
  );
  await expect(panel.button(/^Take /)).toHaveCount(0);
  await panel.press('Begin anew');
  await expect(panel.says('Learn from your own orders')).toBeVisible();

  for (const [name, content, says] of [
    ['header.csv', 'buyer,date,total\n', /^There is no order in it: only a header/],
    [
      'tenth.csv',
      tenth,
      /^tenth\.csv was not read\. 200 of 800 rows .* no readable total: 200 \(tenth\.csv:602, /,
    ],
  ] as const) {
    await give(name, content);
    await expect(card(name)).toBeVisible();
    await panel.press('Learn from it');
    await expect(panel.alert).toHaveText(says);
    await expect(card(name)).toBeVisible();
  }
  expect(await readDraft(panel)).toBeUndefined();
});

test('learning is ended at once, and the panel hears its author meanwhile', async ({
  extension,
  page,
  site,
}) => {
  const { panel, give, card } = await openLearn({ extension, page, site });
  // as no machine reads in the moment that a click takes
  const rows = makeOrders(3000).map(({ buyer, day, total }) => `${buyer},${day},${total}`);
  await panel.page.evaluate(
    ([text]) => {
      const file = new File(
        ['buyer,date,total\n', ...Array.from({ length: 60 }, () => text ?? '')],
        'long.csv',
      );
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      document
        .querySelector('.learn')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [`${rows.map((row) => row.replace(/,\d{5},/, ',2026-01-02,')).join('\n')}\n`],
  );
  await expect(card('long.csv')).toBeVisible();
  // a driver may take longer for a press than the learner for all of it
  await panel.page.evaluate(() => {
    const watch = new MutationObserver(() => {
      const cancel = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Cancel',
      );
      if (!cancel) return;
      watch.disconnect();
      cancel.click();
      Object.assign(document, { isCancelled: true });
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  await panel.press('Learn from it');
  await expect.poll(() => panel.page.evaluate(() => 'isCancelled' in document)).toBe(true);
  await expect(panel.button('Learn from it')).toBeEnabled();
  await expect(panel.page.getByRole('progressbar')).toHaveCount(0);
  // what is given next is read as ever
  await give('next.csv', csvOf(makeOrders()));
  await expect(card('next.csv')).toBeVisible();
  await expect(card('long.csv')).toHaveCount(0);
});

test('what the terminal wrote is taken over, too', same, async ({ extension, page, site }) => {
  const { panel, give, card } = await openLearn({ extension, page, site });
  const learned = {
    learned: { at: '2026-11-28', from: '2025-01-01', until: '2026-10-31', buyers: 900 },
    rfm: {
      per: 'day',
      recency: ['9d', '20d', '50d', '120d'],
      frequency: [2, 3, 4, 5],
      monetary: [20, 50, 90, 200],
    },
    items: { pages: true },
  };
  // what else stands in it is none of what is learned
  await give('learned.json', JSON.stringify({ ...learned, experiences: [], site: 'other.example' }));
  await expect(card('All of it')).toContainText('By learned.json, which the terminal wrote');
  const rfm = card('Classes (RFM)');
  await rfm.getByText('Where the edges lie').click();
  await expect(rfm.getByRole('row', { name: 'Class 3 from 50 to below 90' })).toBeVisible();
  await expect(rfm.getByRole('row', { name: 'Class 1 longer ago' })).toBeVisible();
  await expect(card('What goes together')).toContainText(
    'Have your site’s template print it into the page of that item, as <script type="application/json" id="selvedge-item">',
  );
  await expect(card('What goes together')).toContainText('There is no file to publish.');
  await expect(card('What goes together')).not.toContainText('was not chosen');
  await panel.press('Take all of it over');
  await expect(rfm).toContainText('In your draft');
  // and what one does with it
  await expect(card('All of it')).toContainText('Nothing changes on a page by itself.');
  await expect(panel.button('Take all of it over')).toHaveCount(0);
  const { site: of, experiences, ...now } = (await readDraft(panel))!;
  expect([of, experiences.length]).toEqual([config.site, config.experiences.length]);
  expect(now).toMatchObject(learned);
  await panel.press('New segment');
  await expect(panel.page.getByRole('heading', { name: 'New segment' })).toBeVisible();
});

test('groups of buyers stand side by side, and get names of the author’s', async ({
  extension,
  page,
  site,
}) => {
  const { panel, give, card } = await openLearn({ extension, page, site });
  // two kinds of histories that nobody could mistake
  const orders = Array.from({ length: 400 }, (_, buyer) =>
    buyer % 2
      ? [{ buyer, day: 20_300 + (buyer % 10), total: '10.00' }]
      : Array.from({ length: 12 }, (_, i) => ({ buyer, day: 20_210 + 13 * i + (buyer % 9), total: '90.00' })),
  ).flat();
  await give('orders.csv', csvOf(orders));
  await panel.press('Learn from it');
  const groups = card('Groups of buyers');
  await expect(groups.locator('.lead')).toHaveText(/^3 groups of buyers with alike histories/);
  await expect(groups.getByRole('listitem')).toHaveCount(3);
  await groups.getByText('How many groups there are').click();
  await expect(groups.getByRole('row')).toHaveCount(6);
  // from what was read, without the file
  await panel.press('Make 2 groups');
  await expect(groups.getByRole('listitem')).toHaveCount(2);
  expect(await findViolations(panel.page)).toEqual([]);
  await panel.press('Take over: Groups of buyers');
  // as narrow as the panel gets: labels break between words, and a long name is shown whole
  await panel.page.setViewportSize({ width: 320, height: 640 });
  const name = groups.getByLabel('Name').first();
  await name.fill('Bought about twelve times, about four weeks ago,\nspent about one thousand');
  await expect(name).toHaveValue('Bought about twelve times, about four weeks ago, spent about one thousand');
  expect(await name.evaluate((field) => field.scrollWidth - field.clientWidth)).toBe(0);
  expect(await name.evaluate((field) => field.scrollHeight - field.clientHeight)).toBe(0);
  expect(await groups.locator('dt').evaluateAll(findBroken)).toEqual([]);
  await name.fill('Every two weeks');
  await expect.poll(async () => (await readDraft(panel))?.personas?.groups[0]?.name).toBe('Every two weeks');
  await expect(groups).toContainText('In your draft');
  const { segments = [], personas } = (await readDraft(panel))!;
  expect(personas?.groups).toHaveLength(2);
  expect(segments.find(({ id }) => id === 'persona-1')?.name).toBe('Every two weeks');
});

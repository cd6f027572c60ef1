// Results: a report opened, dropped and pasted, said in sentences; and what an author does about it.

import type { Page } from '@playwright/test';
import { makeReport } from '../../../shared/measure/make-report.ts';
import type { Report } from '../../../shared/measure/report.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import type { Extension } from '../../support/extension-shape.ts';
import { findViolations } from '../../support/find-violations.ts';
import type { Site } from '../../support/site.ts';
import { serveBare } from '../../support/tag.ts';
import { countedOf, daily } from '../../unit/shared/measure/counted.ts';
import { PAGE, config as three } from './desk-site.ts';

test.use({ isEmptied: true });

const same = longInFirefox(
  'the same panel; Firefox opens a report, reads one from an address and acts on one',
);

const [pattern] = three.experiences;
const experience = (id: string, name: string): Config['experiences'][0] => ({
  ...pattern!,
  id,
  name,
  goal: 'order',
  holdout: 0.5,
  variants: [{ ...pattern!.variants[0]!, segment: 'everyone' }],
});
const config: Config = {
  ...three,
  goals: [{ id: 'order', name: 'Order', event: 'purchase' }],
  measure: { ping: {} },
  experiences: [
    experience('tents', 'Tents'),
    experience('boots', 'Boots'),
    experience('maps', 'Maps'),
    experience('ropes', 'Ropes'),
    experience('stoves', 'Stoves'),
  ],
};

/** One of each verdict. */
const report: Report = makeReport(
  countedOf([
    ...daily(14, { holdout: [2400, 72], on: [2400, 103] }, { e: 'tents' }),
    ...daily(14, { holdout: [2400, 103], on: [2400, 72] }, { e: 'boots' }),
    ...daily(14, { holdout: [2400, 72], on: [2400, 73] }, { e: 'maps' }),
    ...daily(4, { holdout: [2400, 2], on: [2400, 4] }, { e: 'ropes' }),
    ...daily(14, { holdout: [2000, 60], on: [2400, 90] }, { e: 'stoves' }),
  ]),
  { config, alpha: 0.05, made: '2026-11-28T09:00:00.000Z' },
);
const SAID: [name: string, says: RegExp][] = [
  [
    'Tents',
    /^Tents: better\. 4\.3\s% of visitors reached “Order” with it, 3\.0\s% without: \+43\s% \(between /,
  ],
  ['Boots', /^Boots: worse\./],
  ['Maps', /^Maps: no difference seen so far\. A lift of 10\s% would show after about /],
  [
    'Ropes',
    /^Ropes: too early to say: 8 of 25 who reached “Order” in the holdout\. At this pace: 9 more days\./,
  ],
  ['Stoves', /^Stoves: stop: the split is not what it should be \(28,000 of 61,600 in the holdout, 30,800 /],
];

interface Given {
  extension: Extension;
  page: Page;
  site: Site;
}

/** @param draft whether there is one */
async function openResults({ extension, page, site }: Given, draft = false, live = config) {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', { body: JSON.stringify(live) });
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  if (draft) await panel.begin('live');
  await panel.press('Results');
  const file = panel.page.getByLabel('Open a report');
  const give = (name: string, text: string) =>
    file.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const card = (name: string) => panel.page.getByRole('region', { name, exact: true });
  return { panel, give, card };
}

test('a report is opened, and what is none leaves it', async ({ extension, page, site }) => {
  const { panel, give, card } = await openResults({ extension, page, site });
  // without a draft, too
  await expect(panel.says('No report yet')).toBeVisible();
  expect(await findViolations(panel.page)).toEqual([]);
  await give('access.log', '1.2.3.4 - - [28/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1');
  await expect(panel.alert).toContainText('access.log was not opened. It is an access log');
  await expect(panel.says('No report yet')).toBeVisible();

  await give('report.json', JSON.stringify(report));
  for (const [name, says] of SAID) await expect(card(name).locator('.lead')).toHaveText(says);
  await expect(panel.alert).toHaveCount(0);
  for (const text of await panel.page.locator('.result > :not(details)').allInnerTexts())
    expect(text).not.toMatch(/significan|confiden|\bp\b|NaN|undefined|null|Infinity/i);

  // each is drawn, and said to who sees no drawing
  const chart = card('Tents').getByRole('img');
  await expect(chart).toHaveAccessibleName(
    /^Lift over 14 days until .+: at the end \+43 %, between \+24 % … \+65 %$/,
  );
  await expect(chart.locator('canvas')).toHaveCount(1);
  await card('Tents').locator('summary', { hasText: 'Day by day' }).click();
  const table = card('Tents').getByRole('table', { name: /day by day$/ });
  await expect(table.getByRole('row')).toHaveCount(15);
  await expect(card('Tents').locator('canvas')).toHaveCount(2);

  // another site's, dropped: the last one stays
  const theirs = JSON.stringify({ ...report, site: 'other.example' });
  await panel.page.locator('.results').evaluate((view, text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'theirs.json'));
    view.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, theirs);
  await expect(panel.alert).toContainText('theirs.json was not opened. It is a report of other.example');
  await expect(card('Tents')).toBeVisible();

  // kept, and another takes its place
  await panel.back();
  await panel.press('Results');
  await expect(card('Tents')).toBeVisible();
  await panel.page.getByText('Open a newer one').click();
  const fewer = JSON.stringify({ ...report, experiences: report.experiences.slice(0, 2) });
  await panel.field('Or paste it here').evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    // Firefox takes what is pasted by older names
    const init = { clipboardData, data: text, dataType: 'text/plain', bubbles: true, cancelable: true };
    field.dispatchEvent(new ClipboardEvent('paste', init));
  }, fewer);
  await expect(card('Maps')).toHaveCount(0);
  await expect(card('Boots')).toBeVisible();

  // with the keyboard alone
  const more = card('Tents').locator('summary', { hasText: 'More figures' });
  await more.focus();
  await panel.page.keyboard.press('Enter');
  await expect(card('Tents').getByText(/^p of the split/)).toBeVisible();
  expect(await findViolations(panel.page)).toEqual([]);
});

test('at 250 px the side of millions of visitors is one word', async ({ extension, page, site }) => {
  const { panel, give, card } = await openResults({ extension, page, site });
  await panel.page.setViewportSize({ width: 250, height: 800 });
  const rows = daily(14, { holdout: [240_000, 7200], on: [240_000, 7300] }, { e: 'tents' }).map((row) =>
    row.g ? { ...row, value: row.pings * 40, squares: row.pings * 2000 } : row,
  );
  const goals = [{ id: 'order', name: 'Order', event: 'purchase', value: 'value', cap: 5000 }];
  const of = { config: { ...config, goals }, alpha: 0.05, made: '2026-11-28T09:00:00.000Z' };
  await give('report.json', JSON.stringify(makeReport(countedOf(rows), of)));
  const sides = card('Tents')
    .getByRole('rowheader')
    .filter({ hasText: /^With( it|out)$/ });
  await expect(sides.first()).toBeVisible();
  const countLines = () =>
    sides.evaluateAll((all) =>
      all.map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return one.checkVisibility() ? range.getClientRects().length : 1;
      }),
    );
  await expect.poll(async () => new Set(await countLines())).toEqual(new Set([1]));
  const isWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
  expect(await panel.page.evaluate(isWide)).toBe(false);
});

test('what is done about it is an edit, counted anew and undone', async ({ extension, page, site }) => {
  const { panel, give, card } = await openResults({ extension, page, site }, true);
  await give('report.json', JSON.stringify(report));
  const press = (name: string, what: string) => card(name).getByRole('button', { name: what }).click();
  const offers = (name: string) => card(name).locator('.row').getByRole('button');
  await expect(offers('Tents')).toHaveText([/Give it to everyone/, /Stop it/, /Count anew/]);
  // what did worse, and what nobody knows of, is given to nobody
  for (const name of ['Boots', 'Maps', 'Ropes', 'Stoves'])
    await expect(offers(name)).toHaveText([/Stop it/, /Count anew/]);

  await press('Tents', 'Give it to everyone');
  await expect(card('Tents')).toContainText('In your draft: counted anew, as round 2.');
  await press('Boots', 'Stop it');
  await expect(card('Boots')).toContainText('In your draft: stopped.');
  await press('Maps', 'Count anew');
  await expect(card('Maps')).toContainText('In your draft: counted anew, as round 2.');
  expect(await findViolations(panel.page)).toEqual([]);
  await panel.undo('Maps counted anew');
  await expect(card('Maps').getByRole('button', { name: 'Count anew' })).toBeVisible();
  await expect(card('Maps')).not.toContainText('In your draft');

  await press('Tents', 'Check and publish');
  await expect(panel.differences).toContainText('Tents: holdout changed from 0.5 to 0.05.');
  await expect(panel.differences).toContainText(
    'Tents: counted anew from now on, round 2, as these changed: its holdout.',
  );
  await expect(panel.differences).toContainText('Boots: paused; before: live.');
  await expect(panel.differences).not.toContainText('Maps');
});

test('all of it together is counted anew by itself', same, async ({ extension, page, site }) => {
  const held: Config = { ...config, measure: { ping: {}, holdout: 0.1 } };
  const { panel, give, card } = await openResults({ extension, page, site }, true, held);
  const rows = daily(14, { holdout: [300, 9], on: [2700, 110] }, { e: '*' });
  const of = { config: held, alpha: 0.05, made: '2026-11-28T09:00:00.000Z' };
  await give('report.json', JSON.stringify(makeReport(countedOf(rows), of)));
  const all = card('All of it');
  await expect(all.locator('.row').getByRole('button')).toHaveText([/Count anew/]);
  await all.getByRole('button', { name: 'Count anew' }).click();
  await expect(all).toContainText('In your draft: counted anew, as round 2.');
  await all.getByRole('button', { name: 'Check and publish' }).click();
  await expect(panel.differences).toContainText('All of it: counted anew from now on, round 2');
  await expect(panel.differences).not.toContainText('Tents');
  await expect(panel.differences).not.toContainText('Site');
});

test('a report is read from an address when asked for, and the author’s own browser is left out and back', async ({
  extension,
  page,
  site,
}) => {
  let isThere = false;
  const asked: string[] = [];
  site.serve('/report.json', ({ headers }) => {
    asked.push(`${headers.cookie ?? ''}`);
    return isThere ? { body: JSON.stringify(report) } : { status: 404, body: 'missing' };
  });
  const { panel, card } = await openResults({ extension, page, site });
  await expect(panel.says('No report yet')).toBeVisible();
  expect(asked).toEqual([]);
  const address = `${site.origin}/report.json`;
  await panel.field('Or read it from an address of yours').fill(address);
  await panel.press('Read it');
  await expect(panel.alert).toContainText(`${address} was not read. The server answered 404`);
  isThere = true;
  await panel.press('Read it');
  await expect(card('Tents')).toBeVisible();
  await panel.press('Read it again');
  await expect.poll(() => asked).toEqual(['', '', '']);

  const own = panel.page.getByRole('region', { name: 'Your own visits' });
  await own.getByRole('button', { name: 'Leave this browser out' }).click();
  await expect(own).toContainText('This browser is left out');
  const off = () => page.evaluate(async () => (await window.selvedge?.export())?.traits.selvedge_off);
  await expect.poll(off).toEqual(['measure']);
  expect(await findViolations(panel.page)).toEqual([]);
  await own.getByRole('button', { name: 'Count this browser again' }).click();
  await expect(own.getByRole('button', { name: 'Leave this browser out' })).toBeVisible();
  await expect.poll(off).toBeUndefined();
});

test(
  'before publishing it is said how long it takes, from what is known',
  same,
  async ({ extension, page, site }) => {
    const { panel, give, card } = await openResults({ extension, page, site }, true);
    const plan = (name: string) => panel.page.getByRole('region', { name: `How long for ${name}` });
    await give('report.json', JSON.stringify({ ...report, experiences: report.experiences.slice(0, 1) }));
    await expect(card('Tents')).toBeVisible();
    await panel.press('Count anew');
    await panel.press('Check and publish');
    // by the report, and of another nothing is made up
    await expect(plan('Tents')).toContainText(/Tents: about \d+ days, 2\d\d,000 visitors\./);
    await expect(plan('Boots')).toContainText('Boots: that depends on how many visitors it has.');
    await plan('Boots').getByText('Say what you know').click();
    await plan('Boots').getByLabel('Visitors of these pages, a day').fill('1,000');
    await plan('Boots').getByLabel('Of 100 of them so many reach “Order” now').fill('3');
    await panel.page.keyboard.press('Tab');
    await expect(plan('Boots')).toContainText(/Boots: about 2\d\d days/);
    await expect(plan('Boots')).toContainText('That is more than 90 days.');
    await expect(plan('Boots').getByRole('row')).toHaveCount(4);
    expect(await findViolations(panel.page)).toEqual([]);
  },
);

// Blocks by forms: one is added in the page's own colours, written as the page shows it, mended, undone, and what is still
// to be written is said before publishing.

import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';

test.use({ isEmptied: true });

const PAGE = `<!doctype html><html lang="en"><head><title>Theatre</title><style>
  body{color:#1d2b26;background:#fffdf7} .btn{background:#0b5d3b;color:#fff;border-radius:8px}</style></head>
  <body><main><h1>Welcome to the theatre</h1><p>Plays every night but one.</p><a class="btn" href="/tickets">Tickets</a></main></body></html>`;

test('a card and a slide-in are added, dressed like the page, written, mended and listed before publishing', async ({
  extension,
  page,
  site,
  browserName,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', { body: PAGE });
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page);
  const write = (label: string) => panel.page.getByLabel(label, { exact: true });
  await panel.press('Change something for some visitors');
  await expect(panel.button('Use the page')).toBeVisible();
  await panel.press('Add a block');
  await panel.press(/^Card/);
  const card = page.getByRole('region', { name: '[Your headline …]' });
  await expect(card).toBeVisible();
  await expect(page.locator('h1 + selvedge-block')).toHaveCount(1);
  await expect(card.getByRole('link')).toHaveCSS('background-color', 'rgb(11, 93, 59)');

  // each letter is on the page; a pause is one step
  await expect(write('Headline')).toHaveValue('[Your headline …]');
  await expect(panel.main).toContainText('Still to be written.');
  await write('Headline').fill('Tonight');
  await expect(page.getByRole('region', { name: 'Tonight' })).toBeVisible();
  await write('What the button says').fill('See what is on');
  const link = page.getByRole('region', { name: 'Tonight' }).getByRole('link', { name: 'See what is on' });
  await expect(link).toHaveAttribute('href', '/tickets');
  await write('Where it leads').fill('/tonight');
  await expect(link).toHaveAttribute('href', '/tonight');
  await panel.undo('Link of the card');
  await expect(link).toHaveAttribute('href', '/tickets');
  await expect(write('Where it leads')).toHaveValue('/tickets');
  await expect(write('Headline')).toHaveValue('Tonight');

  // what nobody could read is said, and mended by a click
  await panel.page.getByText('Colours and corners').click();
  await write('Text: choose a colour').fill('#f0e0d0');
  await expect(panel.main).toContainText('Hard to read');
  await panel.press('Make the text readable');
  await expect(panel.says('Hard to read')).toHaveCount(0);
  await panel.press('Text: button of the page');
  await expect(page.getByRole('region', { name: 'Tonight' })).toHaveCSS('color', 'rgb(11, 93, 59)');
  await panel.page.getByText('Languages and end').click();
  await panel.field('Say it otherwise in a language').selectOption('de');
  await expect(write('Headline in German')).toHaveValue('Tonight');
  await page.evaluate(() => (document.documentElement.lang = 'de'));
  await write('Headline in German').fill('Heute');
  await expect(page.getByRole('region', { name: 'Heute' })).toBeVisible();
  expect(await findViolations(panel.page)).toEqual([]);

  // another, over the page: its form is the one that is open
  await panel.press('Add a block');
  await panel.press(/^Slide-in/);
  await expect(panel.changes).toHaveCount(2);
  await expect(panel.changes.nth(1).getByRole('textbox', { name: 'Headline', exact: true })).toBeInViewport();
  await expect(panel.changes.first().getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('region', { name: '[Your headline …]' })).toHaveCSS(
    'background-color',
    'rgb(255, 253, 247)',
  );
  await panel.back();
  await panel.back();
  await panel.openPublishing();
  await expect(panel.main).toContainText('visitors would read "[What you want to say …]"');
  // nothing goes out with it, unless the author says so
  const save = panel.button(/^Save selvedge\.js as a file/);
  const anyway = panel.field(/^Publish with \d+ placeholders all the same/);
  await expect(save).toBeDisabled();
  await anyway.check();
  await expect(save).toBeEnabled();
  await anyway.uncheck();
  await expect(save).toBeDisabled();
  expect(await findViolations(panel.page)).toEqual([]);
  await panel.press('Change on the home page');
  await expect(panel.changes).toHaveCount(2);

  // once they are out, nothing is asked of what goes out
  if (browserName !== 'chromium') return;
  await panel.back();
  await panel.back();
  await panel.openPublishing();
  await anyway.check();
  await panel.page.evaluate(() =>
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() }),
  );
  await panel.press('Choose a folder on this computer');
  await panel.button(/into the folder/).click();
  await expect(panel.outcome).toHaveAttribute('data-outcome', 'published');
  await expect(panel.says('Nothing differs from what is live.')).toBeVisible();
  await expect(panel.says(/^Visitors would read/)).toHaveCount(0);
});

/** Its only button of a class is none: the browser dresses the one in the form, the page the link. */
const LIST = `<!doctype html><html lang="en"><head><title>Theatre</title></head><body>
  <main><h1>Plays</h1><p><a href="/tickets" style="background: #732; color: #fff; padding: 8px 14px">Buy a ticket</a></p>
  <ul><li id="first">Tuesday: The Ferry</li><li>Friday: Small Hours</li></ul>
  <form><label>E-mail <input type="email"></label> <button>Write to me</button></form></main></body></html>`;

test('a block wears the button that the page has dressed, and stands beside a list, not in it', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', { body: LIST });
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page);
  await panel.press('Change something for some visitors');
  await expect(panel.button('Use the page')).toBeVisible();
  await panel.pick('#first');
  const around = panel.page.getByRole('navigation', { name: 'Around it' });
  await expect(around.getByRole('button')).toHaveText([
    'page',
    'main part',
    'list “Tuesday: The Ferry · Friday:…”',
    'list item “Tuesday: The Ferry”',
  ]);
  await panel.press('Add a block');
  await panel.press(/^Card/);
  await expect(page.locator('ul + selvedge-block')).toHaveCount(1);
  const link = page.getByRole('region', { name: '[Your headline …]' }).getByRole('link');
  await expect(link).toHaveCSS('background-color', 'rgb(119, 51, 34)');
  await expect(link).toHaveAttribute('href', '/tickets');
});

/** The menu stays as one scrolls, and a narrow button that leaves room. What only looks like it goes along, or with its section. */
const HELD = `<!doctype html><html lang="en"><head><title>Theatre</title><style>
  nav{position:sticky;top:0;background:#eee} .help{position:fixed;bottom:8px;right:8px} aside{position:relative;top:0} h2{position:sticky;bottom:0}</style></head>
  <body><aside>Closed on Mondays.</aside><nav><a href="/">Home</a> <a href="/plays">Plays</a></nav><main><h1>Welcome to the theatre</h1>
  <p style="height: 2000px">Plays every night but one.</p><section><h2>Tickets</h2><p>At the door.</p></section></main><button class="help">Help</button></body></html>`;

test('a bar begins where nothing of the page’s own stays, and says so where something does', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', { body: HELD });
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page);
  await panel.press('Change something for some visitors');
  await expect(panel.button('Use the page')).toBeVisible();
  await panel.press('Add a block');
  await panel.press(/^Bar/);
  const where = panel.page.getByRole('combobox', { name: 'Where', exact: true });
  const over = panel.says(/stays there, such as its menu, and the block lies over it/);
  await expect(where).toHaveValue('bottom');
  await expect(over).toHaveCount(0);
  await where.selectOption('top');
  await expect(over).toBeVisible();
  await panel.undo('Place of the bar');
  await expect(where).toHaveValue('bottom');
  await expect(over).toHaveCount(0);
});

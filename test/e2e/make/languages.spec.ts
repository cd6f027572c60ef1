// Words by language in the editor: a language is added, written and taken away, and the page shows the words of its own.

import { readOver, readShown } from '../../support/element.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';

test.use({ isEmptied: true });

const PAGE = `<!doctype html><html lang="en"><head><title>Theatre</title>
  <link rel="alternate" hreflang="de" href="/de"><link rel="alternate" hreflang="x-default" href="/"></head>
  <body><main><h1>Welcome to the theatre</h1><p>Plays every night.</p></main></body></html>`;

test('a text gets words in German; the page shows those of its language, and one is warned where they lack', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', { body: PAGE });
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page);
  await panel.press('Change something for some visitors');
  await expect(panel.button('Use the page')).toBeVisible();
  for (const [css, before, words] of [
    ['h1', 'Welcome to the theatre', 'The theatre is open'],
    ['p', 'Plays every night.', 'Tonight, too'],
  ] as const) {
    await panel.writeAt(css, before, words);
    await expect.poll(() => readOver(page, css)).toBe(words);
  }
  await expect(panel.changes).toHaveCount(2);
  const heading = panel.changes.first();
  const text = heading.getByLabel('Text in German', { exact: true });
  const add = heading.getByLabel('Add a language');
  const speak = (language: string) => page.evaluate((tag) => (document.documentElement.lang = tag), language);

  await heading.getByRole('button', { name: /^More about/ }).click();
  const first = heading.getByLabel('Say it otherwise in a language');
  // what the page leads to, and no more
  await expect(first.locator('optgroup[label="Of this site"] option')).toHaveText(['English', 'German']);
  await first.selectOption('de');
  await expect(text).toHaveValue('The theatre is open');
  await text.fill('Das Theater ist offen');
  // what the panel shows anew meanwhile takes no letter away
  await page.evaluate(() => {
    document.head.insertAdjacentHTML('beforeend', '<link rel="alternate" hreflang="it" href="/it">');
    history.pushState({}, '', '?more');
  });
  await expect(add.locator('optgroup[label="Of this site"] option')).toHaveText(['English', 'Italian']);
  await expect(text).toHaveValue('Das Theater ist offen');
  await text.press('Tab');
  await expect(panel.changes.first()).toContainText('becomes “Das Theater ist offen” in German');
  await expect.poll(() => readOver(page, 'h1')).toBe('The theatre is open');
  await speak('de');
  await expect.poll(() => readOver(page, 'h1')).toBe('Das Theater ist offen');
  await speak('fr');
  await expect.poll(() => readOver(page, 'h1')).toBe('The theatre is open');

  // any other, by its tag
  await add.selectOption('another');
  await heading.getByLabel(/^Its tag/).fill('de_at');
  await heading.getByRole('button', { name: 'Add Austrian German' }).click();
  await expect(heading.getByLabel('Text in Austrian German', { exact: true })).toHaveValue(
    'Das Theater ist offen',
  );
  await heading.getByRole('button', { name: 'Take away: Text in Austrian German' }).click();
  await expect(heading.getByLabel('Text in Austrian German', { exact: true })).toHaveCount(0);

  // the other change says the same in all languages
  const line = panel.changes.last();
  await line.getByRole('button', { name: /^More about/ }).click();
  await expect(line).toContainText(
    'The same words in all languages, while other changes have words in German.',
  );
  expect(await findViolations(panel.page)).toEqual([]);

  await heading.getByRole('button', { name: 'Take away: Text in all other languages' }).click();
  await expect(heading).toContainText('No words in English and Italian: pages in these keep their own.');
  await expect.poll(() => readShown(page, 'h1')).toBe('Welcome to the theatre');
  await panel.undo('Text in all other languages taken away');
  await expect.poll(() => readOver(page, 'h1')).toBe('The theatre is open');
  await heading.getByRole('button', { name: 'Take away: Text in German' }).click();
  await expect(heading.getByLabel('Text', { exact: true })).toHaveValue('The theatre is open');
});

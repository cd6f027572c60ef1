// The panel in a browser that speaks German: all that it says is German, also what the worker says that reads files.

import { readCatalog } from '../../../extension/gather-words.mjs';
import { chromiumOnly, expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { enter } from '../../support/page-api.ts';

test.use({ isEmptied: true, language: 'de' });

const chromium = chromiumOnly('Firefox speaks another language only with a pack of it installed');

/** Sentences that nobody could take for German, and that hold nothing put in. */
const english = Object.values(readCatalog('en')).flatMap((one) =>
  one && one.message.length > 24 && !one.message.includes('{') ? [one.message] : [],
);

test('each view is German', chromium, async ({ extension, page, shop }) => {
  await enter(page, `${shop.origin}/`);
  const panel = await openPanelFor(extension, page, 'here');
  await expect(panel.page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(panel.main).toContainText('Selvedge läuft auf dieser Seite');
  for (const name of ['Hier', 'Besucher', 'Vorschau', 'Personen', 'Bogen', 'Prüfen', 'Machen']) {
    await panel.page.getByRole('tab', { name, exact: true }).click();
    await expect(panel.main).toHaveAttribute('aria-busy', 'false');
    const text = await panel.page.locator('body').innerText();
    expect(english.filter((sentence) => text.includes(sentence))).toEqual([]);
  }
});

test('what is wrong with a file is said in German', chromium, async ({ extension, page, shop }) => {
  await enter(page, `${shop.origin}/`);
  const panel = await openPanelFor(extension, page, 'here');
  await panel.page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{"version": 1,') });
  await expect(panel.main).toContainText('a.json ist keine Konfiguration, die funktioniert.');
  await expect(panel.main).toContainText('die Datei endet zu früh: 1 Klammer ist noch offen');
});

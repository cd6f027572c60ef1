// Words by language before the rest of the tag is there: what a first paint makes of a page whose language becomes another.

import type { Page } from '@playwright/test';
import type { Change } from '../../../shared/schema/change.ts';
import { readShown } from '../../support/element.ts';
import { serveHeld } from '../../support/held-rest.ts';
import { configOf, experienceOf, pageWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { seen } from '../dom/lab.ts';

const changes: Change[] = [
  { kind: 'text', target: { css: 'h1' }, value: { de: 'Neu', '*': 'New' } },
  { kind: 'text', target: { css: 'button' }, value: { de: 'Kaufen', '*': 'Buy' } },
  { kind: 'html', target: { css: 'p' }, value: { de: '<b>Satz</b>', '*': '<u>Phrase</u>' } },
  { kind: 'attribute', target: { css: 'a' }, name: 'title', value: { de: 'Hin' } },
];
const body = '<h1>Old</h1><button>Old</button><p>Old</p><a title="Old">Link</a>';

const readAll = async (page: Page) => [
  await readShown(page, 'h1'),
  await readShown(page, 'button'),
  await seen(page, 'p'),
  await page.getAttribute('a', 'title'),
];
const turn = (page: Page, lang: string) =>
  page.evaluate((to) => {
    document.documentElement.lang = to;
  }, lang);

test('it follows the page’s language, leaves what has no words, and all goes back', async ({
  page,
  site,
}) => {
  serveHeld(site, configOf({ experiences: [experienceOf('everyone', changes)] }), false);
  site.serve('/', pageWith(body));
  await page.goto(site.origin);
  expect(await readAll(page)).toEqual(['New', 'Buy', 'Phrase', 'Old']);
  await turn(page, 'de-AT');
  expect(await readAll(page)).toEqual(['Neu', 'Kaufen', 'Satz', 'Hin']);
  // what comes now is shown in it too
  await page.evaluate(() => {
    document.body.append(
      Object.assign(document.createElement('h1'), { className: 'late', textContent: 'Old' }),
    );
  });
  expect(await readShown(page, '.late')).toBe('Neu');
  await turn(page, 'fr');
  expect(await readAll(page)).toEqual(['New', 'Buy', 'Phrase', 'Old']);
  await page.evaluate(() => document.dispatchEvent(new CustomEvent('selvedge:standby')));
  await turn(page, 'de');
  expect(await readAll(page)).toEqual(['Old', 'Old', 'Old', 'Old']);
});

test('a page that takes its root out as it says its language hears no error, and is followed on', async ({
  page,
  site,
}) => {
  serveHeld(site, configOf({ experiences: [experienceOf('everyone', changes)] }), false);
  site.serve('/', pageWith(body));
  await page.goto(site.origin);
  await page.evaluate(async () => {
    const root = document.documentElement;
    root.lang = 'fr';
    root.remove();
    await new Promise((resolve) => setTimeout(resolve));
    document.append(root);
  });
  await turn(page, 'de');
  expect(await readShown(page, 'h1')).toBe('Neu');
});

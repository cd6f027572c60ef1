// A touch before the rest of a tag in two files is there: what the site says then of the visitor's answer is new.

import type { Page } from '@playwright/test';
import { enter } from '../../support/page-api.ts';
import { configOf, pageWith, twoFilesWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { stand } from '../trust/tool-pages.ts';

const SAID = `void selvedge.consent('granted')`;
const QUEUED = `void selvedge.q.push(['consent', 'granted'])`;
const touch = (page: Page) => page.mouse.click(300, 300);

const WAYS: [
  what: string,
  say: string,
  how: (page: Page, say: () => Promise<void>) => Promise<void>,
  end: string,
][] = [
  ['after a touch ends', SAID, (page, say) => touch(page).then(say), 'stored'],
  ['without a touch does not end', SAID, (_page, say) => say(), 'denial'],
  ['before a touch does not end', SAID, (page, say) => say().then(() => touch(page)), 'denial'],
  [
    'in a queue, before a touch, does not end',
    QUEUED,
    (page, say) => say().then(() => touch(page)),
    'denial',
  ],
  ['in a queue, after a touch, ends', QUEUED, (page, say) => touch(page).then(say), 'stored'],
];

for (const [what, code, how, end] of WAYS)
  test(`a grant before the rest is there, ${what} a denial of before`, async ({ page, site }) => {
    const files = twoFilesWith(configOf({}));
    let come = () => {};
    const asked = new Promise<void>((resolve) => {
      come = resolve;
    });
    for (const [name, text] of Object.entries(files)) site.serve(`/${name}`, text);
    site.serve('/', pageWith('<h1>Home</h1>'));
    await enter(page, site.origin);
    await page.evaluate(() => window.selvedge.consent('denied'));
    expect(await stand(page)).toBe('denial');
    site.serve('/selvedge-later.js', async () => {
      await asked;
      return files['selvedge-later.js'];
    });
    await page.goto(site.origin);
    await how(page, () => page.evaluate(code));
    come();
    await page.evaluate(() => window.selvedge.ready);
    await expect.poll(() => stand(page)).toBe(end);
  });

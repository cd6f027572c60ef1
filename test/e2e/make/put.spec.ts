// Publishing a tag by HTTP PUT: all that it asks for goes with it, the tag last; where one file does not get there, pages go on
// with what was live.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIBLINGS } from '../../../shared/publish/siblings.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { servePut } from './put-server.ts';

test.use({ isEmptied: true });

const config: Config = {
  version: 1,
  site: 'shop.example',
  revision: 1,
  privacy: { consent: 'implied' },
  segments: [],
  experiences: [
    {
      id: 'e-1',
      name: 'Hero',
      status: 'live',
      pages: ['/'],
      goal: null,
      variants: [
        {
          id: 'v-1',
          name: 'Summer',
          segment: 'everyone',
          changes: [
            {
              kind: 'block',
              shape: 'card',
              place: { target: { css: 'h1' }, position: 'after' },
              fields: { title: 'Tonight', text: 'A play.' },
            },
          ],
        },
      ],
    },
  ],
};
const PAGE = `<!doctype html><html lang="en"><head><title>Shop</title><script src="/js/selvedge.js"></script></head>
<body><main><h1>Shop</h1></main></body></html>`;

test('an empty folder gets all that the tag asks for, and keeps what was live where a file does not get there', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  const server = servePut(site, '/js/');
  site.serve('/', PAGE.replace(/<script.*<\/script>/, ''));
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.page
    .locator('label', { hasText: 'Open a config file' })
    .locator('input')
    .setInputFiles({
      name: 'shop.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(config)),
    });
  await panel.openPublishing();
  await panel.field(/^Which file/).selectOption('js');
  await panel.address.fill(`${site.origin}/js/selvedge.js`);
  await panel.token.fill('secret');

  // one that is not taken is named, and there is no tag yet that would ask for the others
  server.refuses.set('selvedge-later.js', 507);
  await panel.press(/^Publish/);
  await expect(panel.outcome).toHaveAttribute('data-outcome', 'half');
  await expect(panel.outcome).toContainText('selvedge-later.js did not get there, so nothing is published');
  await expect(panel.outcome).toContainText('It has no space left. Your draft is kept.');
  expect(server.files.has('selvedge.js')).toBe(false);
  expect(await findViolations(panel.page)).toEqual([]);

  server.refuses.clear();
  const before = [...server.taken];
  await panel.press(/^Publish/);
  await expect(panel.outcome).toHaveAttribute('data-outcome', 'published');
  // those that were there already are not sent again
  expect(server.taken.slice(before.length)).toEqual(['selvedge-later.js', 'selvedge.js']);
  for (const { name } of SIBLINGS)
    expect(server.files.get(name), name).toBe(
      readFileSync(join(import.meta.dirname, '../../../dist', name), 'utf8'),
    );

  // and a page that has the tag gets all that it asks for
  site.serve('/', PAGE);
  const from = site.requests.length;
  await page.goto(site.origin);
  await expect(page.getByRole('region', { name: 'Tonight' })).toBeVisible();
  const asked = site.requests.slice(from).map((one) => one.replace(/\?.*/, ''));
  expect(asked).toContain('GET /js/selvedge-block.js');

  // the next publish is cut off at the tag: what was written over is as it was, and pages go on
  const live = new Map(server.files);
  await panel.back();
  await panel.openExperience('Hero');
  await panel.holdOut('10');
  await panel.back();
  await panel.openPublishing();
  server.refuses.set('selvedge.js', 500);
  await panel.press(/^Publish/);
  await expect(panel.outcome).toHaveAttribute('data-outcome', 'half');
  await expect(panel.outcome).toContainText('Pages go on with what was live before');
  expect(server.files).toEqual(live);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Tonight' })).toBeVisible();

  server.refuses.clear();
  await panel.press(/^Publish/);
  await expect(panel.outcome).toHaveAttribute('data-outcome', 'published');
  expect(server.files.get('selvedge-later.js')).toContain('holdout');
});

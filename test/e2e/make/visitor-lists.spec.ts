// Visitor, where lists show items that suit: which this browser gets, where each comes from, what was left out; and where the
// file of items is missing, that.

import { packItems, packRows } from '../../../shared/items/pack-items.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { call, enter } from '../../support/page-api.ts';
import { serveBare } from '../../support/tag.ts';
import { PAGE, config as three } from './desk-site.ts';

test.use({ isEmptied: true });

const FILE = 'selvedge-items-0123abcd.js';
const ids = ['tent', 'mat', 'lamp'];
const TEXT = packItems({
  version: 1,
  made: '2026-11-28',
  ids,
  rows: packRows([[1, 2], [], []]),
  trending: [2],
  facts: { name: ['Tent', 'Mat', 'Lamp'], url: ids.map((id) => `/p/${id}`) },
});
const config: Config = {
  ...three,
  items: { file: FILE },
  experiences: [
    {
      id: 'lists',
      name: 'Goes well with',
      status: 'live',
      pages: ['/shop'],
      variants: [
        {
          id: 'a',
          name: 'A',
          segment: 'everyone',
          changes: [
            {
              kind: 'recommend',
              target: { css: 'ul' },
              card: { item: 'li' },
              from: ['similar', 'trending'],
              count: 2,
              least: 1,
            },
          ],
        },
      ],
    },
  ],
};

test('the lists that this browser gets are told, with why; without the file that is said', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', { body: JSON.stringify(config) });
  serveBare(site);
  site.serve(`/${FILE}`, { status: 404, body: '' });
  await enter(page, site.origin);
  const panel = await openPanelFor(extension, page, 'visitor');
  const lists = panel.page.getByRole('region', { name: 'Lists for this visitor' });
  // nothing is loaded before it is asked for
  expect(site.requests.filter((line) => line.includes(FILE))).toEqual([]);
  await panel.press('Show which items');
  await expect(lists).toContainText(`${FILE} is neither in the draft nor beside the tag`);

  site.serve(`/${FILE}`, { body: TEXT, headers: { 'content-type': 'text/javascript' } });
  await call(page, 'track', 'view_item', { item_id: 'tent' });
  await call(page, 'track', 'add_to_cart', { item_id: 'mat' });
  await panel.press('Look at the page again');
  await expect(lists).toContainText('Goes well with');
  await expect(lists.locator('ol').getByRole('listitem')).toHaveText([
    'Lamp · Looked at with what they looked at',
  ]);
  await expect(lists).toContainText('Left out: Mat (what is in their basket).');
  expect(await findViolations(panel.page)).toEqual([]);

  await call(page, 'set', { selvedge_off: ['suggestions'] });
  await panel.press('Look at the page again');
  await expect(lists).toContainText('Suggestions are switched off in this browser');
  await expect(lists.locator('ol')).toHaveCount(0);
});

test('two lists of one name are told apart', async ({ extension, page, site }) => {
  const [first] = config.experiences;
  if (!first) throw new Error('the config has no list');
  const twice = { ...config, experiences: [first, { ...first, id: 'more', pages: ['/other'] }] };
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', { body: JSON.stringify(twice) });
  serveBare(site);
  site.serve(`/${FILE}`, { body: TEXT, headers: { 'content-type': 'text/javascript' } });
  await enter(page, site.origin);
  await call(page, 'track', 'view_item', { item_id: 'tent' });
  const panel = await openPanelFor(extension, page, 'visitor');
  await panel.press('Show which items');
  const lists = panel.page.getByRole('region', { name: 'Lists for this visitor' });
  await expect(lists.locator('b')).toHaveText(['Goes well with (1)', 'Goes well with (2)']);
});

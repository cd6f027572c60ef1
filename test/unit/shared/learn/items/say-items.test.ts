// What is said of a file of items: what is not in it, and why.

import { expect, test } from 'vitest';
import type { ItemsReport } from '../../../../../shared/learn/items/items-report.ts';
import { sayItems } from '../../../../../shared/learn/items/say-items.ts';

const REPORT: ItemsReport = {
  visits: 100,
  orders: 0,
  items: 10,
  named: 10,
  left: { few: 0, beyond: 0, sensitive: 0, unlisted: 0 },
  missing: { prices: 0, addresses: 0, shared: 0 },
  similar: { items: 10, test: null },
  together: { items: 0, test: null },
  trending: 10,
  again: 0,
  least: 3,
  each: 20,
  bytes: 1000,
  curve: [],
};
const CATALOG = { entries: 10, unmet: 0, ids: [], noted: {} };

const say = (more: Partial<ItemsReport>) =>
  sayItems({
    status: 'learned',
    value: { file: 'selvedge-items-00000000.js' },
    report: { ...REPORT, ...more },
  });

test('nothing is said where nothing is missing', () => {
  expect(say({})).not.toMatch(/left out|catalog/);
});

test('what was known and is not in the file is said, with what helps', () => {
  const { missing } = REPORT;
  const prices = { missing: { ...missing, prices: 4 } };
  expect(say(prices)).toContain(
    '  Prices are left out, as they are of several currencies. --catalog FILE says them in one.\n',
  );
  expect(say({ ...prices, catalog: CATALOG })).toContain(
    'several currencies. Give a catalog of one currency.\n',
  );
  expect(say({ missing: { ...missing, addresses: 1 } })).toContain(
    '  One address is left out, as it is longer than 1,000 characters.\n',
  );
  expect(say({ missing: { ...missing, addresses: 1200 } })).toContain(
    '  1,200 addresses are left out, as they are longer than 1,000 characters.\n',
  );
  expect(say({ missing: { ...missing, shared: 12 } })).toContain(
    '  Items without an address, as others have the same but for what stands behind its “?”: 12. --catalog FILE says whole ones.\n',
  );
});

test('items that a file has no room for are not said to be met by too few', () => {
  const { left } = REPORT;
  const said = say({ left: { ...left, beyond: 1600 } });
  expect(said).toContain('  Items left out: 1,600 rarer than the 6,400 that a file holds.\n');
  expect(said).not.toContain('too few');
  expect(say({ left: { ...left, few: 3, beyond: 1 } })).toContain(
    'Items left out: 3 met by too few, 1 rarer than the 6,400 that a file holds.',
  );
});

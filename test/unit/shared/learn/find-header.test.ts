// The row that names the columns: the first, or one below a title; where nobody knows, what to delete is said.
import { describe, expect, test } from 'vitest';
import { isCatalog, lookAtCatalog } from '../../../../shared/catalog/look-at-catalog.ts';
import { createCatalogReader } from '../../../../shared/catalog/read-catalog.ts';
import { findHeader } from '../../../../shared/learn/find-header.ts';
import { lookAtExport } from '../../../../shared/learn/look-at-export.ts';

const look = (text: string, map = {}) => lookAtExport(text, map, 'orders.csv');
const ROWS = 'a@x.example;02.01.2026;3,50;A1\nb@x.example;03.01.2026;4,50;A2\n';
const TABLE = `Email;Bestelldatum;Summe;Bestellnummer\n${ROWS}`;
const AT = { buyer: 0, date: 1, total: 2, order: 3 };

describe('what stands above the names of columns is left out', () => {
  test.each([
    ['a title', `Bestellungen 2026\n${TABLE}`, 2],
    ['a title and an empty line', `Bestellungen 2026\n\n${TABLE}`, 3],
    ['a title with a comma', `Orders, all of 2026\r\n\r\n${TABLE.replaceAll('\n', '\r\n')}`, 3],
    ['a title in a row of cells', `Bestellungen 2026;;;\n;;;\n${TABLE}`, 3],
    ['a title of two cells', `Shop;Laden\nVon;01.01.2026\n${TABLE}`, 3],
    ['what separates', `sep=;\nBestellungen\n${TABLE}`, 3],
  ])('%s', (_name, text, header) => {
    expect(look(text)).toMatchObject({ kind: 'orders', at: AT, header });
    expect(look(text)).not.toHaveProperty('fault');
  });

  test('with columns that were said', () => {
    const text = `Orders\n\nWho,When,Sum\na,2026-01-02,3\n`;
    const map = { buyer: 'Who', date: 'When', total: 'Sum' };
    expect(look(text, map)).toMatchObject({ header: 3, at: { buyer: 0, date: 1, total: 2 } });
  });

  test('a column that is said to be none takes no name away', () =>
    expect(look('Orders\nbuyer,date,paid\na,2026-01-02,3\n', { date: '' })).toMatchObject({ header: 2 }));
});

test.each([
  ['a first row of names', TABLE],
  ['empty lines alone above it', `\n\n${TABLE}`],
])('nothing is left out with %s', (_name, text) => {
  expect(look(text)).toMatchObject({ at: AT });
  expect(look(text)).not.toHaveProperty('header');
});

test('names that nobody knows below a title: what to delete is said, and where the names may be', () => {
  const found = look('Orders of 2026\n\nWho;When;Paid\nann;2026-01-02;3\nbob;2026-01-03;4\n');
  expect(found).toMatchObject({ fault: { kind: 'title', line: 3 }, columns: [] });
});

test.each([
  ['other names', 'Who;When;Paid\nann;2026-01-02;3,50\n', 'missing'],
  [
    'names and sums with commas',
    'Who;When;Paid;Tax\nann;2026-01-02;3,50;1,20\nb;2026-01-02;3,50;1,20\n',
    'missing',
  ],
  ['no names', 'ann;2026-01-02;3\nbob;2026-01-03;4\n', 'no names'],
  // a row of a buyer is none of names
  ['one name far down', `buyer\n${'ann,2026-01-02,3\n'.repeat(12)}buyer,date,total\n`, 'title'],
])('no title is seen in %s', (_name, text, kind) => expect(look(text)).toMatchObject({ fault: { kind } }));

test('a catalog, too', () => {
  const text = 'Artikel\n\nsku;title;link;price\nA1;Ember;/p/1;3 EUR\n';
  expect(isCatalog(text)).toBe(true);
  expect(lookAtCatalog(text, {})).toMatchObject({ header: 3, at: { id: 0, name: 1, url: 2, price: 3 } });
  const reader = createCatalogReader('catalog.csv');
  reader.push(text);
  expect(reader.end().entries).toMatchObject([{ id: 'A1' }]);
});

test('however much of a file comes at once, the same beginning of it is looked at', () => {
  const row = `${'a'.repeat(300)};2026-01-02;3,50\n`;
  const text = `Who;When;Sum\n${row.repeat(2000)}`;
  const beginning = findHeader(text.slice(0, 1 << 16), () => 0);
  expect(findHeader(text, () => 0)).toEqual(beginning);
  expect(beginning.rows.length).toBeLessThan(500);
});

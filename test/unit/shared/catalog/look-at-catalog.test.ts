// A catalog is told from an export by its columns: it knows of items, and of nobody who did something.

import { expect, test } from 'vitest';
import { isCatalog, lookAtCatalog } from '../../../../shared/catalog/look-at-catalog.ts';

test.each<[what: string, text: string]>([
  ['a table', 'sku,title,link,price\ntent,Tent,/p/tent,200\n'],
  ['a table of names, which are no numbers of orders', 'ID,Name\n1,Tent\n'],
  [
    'the products of Shopify',
    'Handle,Title,Vendor,Type,Variant SKU,Variant Price,Image Src\ntent,Tent,A,B,1,2,3\n',
  ],
  [
    'the products of WooCommerce',
    'ID,Type,SKU,Name,Published,"In stock?",Regular price,Images\n1,simple,a,Tent,1,1,2,/a\n',
  ],
  ['a table with days on which its items were made', 'id,title,link,date created\n1,Tent,/t,2026-01-02\n'],
  ['a feed', '<?xml version="1.0"?>\n<rss version="2.0"><channel>'],
  ['an Atom feed, behind a mark of its encoding', '\ufeff<feed xmlns="http://www.w3.org/2005/Atom"><entry>'],
])('%s is one', (_, text) => {
  expect(isCatalog(text)).toBe(true);
});

test.each<[what: string, text: string]>([
  ['orders', 'Email,Order date,Total\na@shop.example,2026-01-02,10\n'],
  [
    'orders of Shopify',
    'Name,Email,Financial Status,Paid at,Total,Created at,Lineitem name,Lineitem price,Lineitem sku\n',
  ],
  ['visits', 'Session,Item,Item name,Date\na,tent,Tent,2026-01-02\n'],
  ['visits without a day', 'Session,SKU,Product name\na,tent,Tent\n'],
  ['what was sold on which day', 'SKU,Product name,Date\ntent,Tent,2026-01-02\n'],
  ['what is in orders', 'Order id,SKU,Product name,Price\n1,tent,Tent,2\n'],
  ['orders of columns that nobody knows', 'Who,When,Sum\na,b,c\n'],
  ['ids alone', 'id,colour\n1,red\n'],
  ['events', '{"visitor":"a","name":"page_view","at":1,"props":{}}\n'],
  ['a web page', '<!doctype html><html><body><item>no</item>'],
  ['another XML', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
  ['nothing', '\n'],
])('%s: no catalog', (_, text) => {
  expect(isCatalog(text)).toBe(false);
});

test('it says which column is what, and what is asked for', () => {
  const text = 'sku;Titel;link\ntent;Tent;/p/tent\nmat;Mat;/p/mat\n';
  expect(lookAtCatalog(text, {})).toEqual({
    kind: 'catalog',
    columns: [
      { name: 'sku', values: ['tent', 'mat'] },
      { name: 'Titel', values: ['Tent', 'Mat'] },
      { name: 'link', values: ['/p/tent', '/p/mat'] },
    ],
    at: { id: 0, url: 2 },
  });
  expect(lookAtCatalog(text, { name: 'Titel', url: '' })).toMatchObject({ at: { id: 0, name: 1 } });
  expect(lookAtCatalog(text, { id: '' })).toMatchObject({ fault: { kind: 'no catalog', lacks: 'ids' } });
  expect(lookAtCatalog(text, { url: '' })).toMatchObject({ fault: { kind: 'no catalog', lacks: 'facts' } });
  expect(lookAtCatalog('<rss><channel>', {})).toEqual({ kind: 'catalog', columns: [], at: {} });
});

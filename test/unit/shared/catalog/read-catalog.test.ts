// What a catalog says of each item, however its fields are written and wherever its pieces end.

import { expect, test } from 'vitest';
import { createCatalogReader } from '../../../../shared/catalog/read-catalog.ts';

const read = (text: string) => {
  const reader = createCatalogReader('feed');
  reader.push(text);
  return reader.end();
};
const atomOf = (fields: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0"><entry>${fields}</entry></feed>`;

test('of Atom’s own id and that of the shop, which both are there, the shop’s is the item’s', () => {
  const fields = ['<id>tag:shop.example,2026:tent</id>', '<g:id>tent</g:id>', '<g:title>Tent</g:title>'];
  for (const all of [fields, fields.toReversed()])
    expect(read(atomOf(all.join(''))).entries.map(({ id }) => id)).toEqual(['tent']);
});

test('of several fields that say the same of an item counts the one that a table would give', () => {
  const fields = ['<category>All</category>', '<g:product_type>Tents</g:product_type>'];
  for (const all of [fields, fields.toReversed()])
    expect(read(atomOf(`<g:id>a</g:id>${all.join('')}`)).find('a')).toEqual({ group: 'Tents' });
});

test('what is said again is more of the same, and the first counts', () => {
  const fields =
    '<g:id>a</g:id><g:product_type></g:product_type><g:product_type>Tents</g:product_type><g:product_type>Sale</g:product_type>';
  expect(read(atomOf(fields)).find('a')).toEqual({ group: 'Tents' });
});

test('words in elements of their own within a field are its words', () => {
  const fields = '<g:id>a</g:id><title type="xhtml"><div>Big <b>red</b> tent</div></title>';
  const shipping = '<g:shipping><g:price>4.90 EUR</g:price></g:shipping>';
  expect(read(atomOf(`${fields}${shipping}<g:price>9 EUR</g:price>`)).find('a')).toEqual({
    name: 'Big red tent',
    price: 9,
    currency: 'EUR',
  });
});

test('one in ten without an id is odd, more are another file', () => {
  const table = (without: number) =>
    `id,title\n${Array.from({ length: 10 }, (_, i) => `${i < without ? '' : i},Tent ${i}\n`).join('')}`;
  expect(read(table(1)).noted).toEqual({ 'without an id': 1 });
  expect(() => read(table(2))).toThrow(
    'feed: 2 of its 10 entries have no id, or one that could name a person, which is more than one in ten.',
  );
});

test('an id may be the name of what every object has', () => {
  for (const id of ['__proto__', 'constructor', 'toString']) {
    const catalog = read(`id,title\n${id},Tent\n`);
    expect(catalog.entries).toHaveLength(1);
    expect(catalog.find(id)).toEqual({ name: 'Tent' });
    expect(catalog.find('hasOwnProperty')).toBeUndefined();
    expect(read(atomOf(`<g:id>${id}</g:id><${id}>x</${id}><g:title>Tent</g:title>`)).find(id)).toEqual({
      name: 'Tent',
    });
  }
});

test('a piece may end anywhere, and what is longer than its reader holds at once is whole', () => {
  const text = `\ufeff<?xml version="1.0"?>${atomOf(`<g:id>a</g:id><g:title>${'Te&amp;nt '.repeat(4000)}</g:title>`)}`;
  const reader = createCatalogReader('feed');
  for (const sign of text) reader.push(sign);
  expect(reader.end().find('a')?.name).toBe('Te&nt '.repeat(4000).trim());
  const long = read(atomOf(`<g:id>a</g:id><g:title>${'Te&amp;nt '.repeat(40_000)}</g:title>`));
  expect(long.find('a')?.name).toBe('Te&nt '.repeat(40_000).trim());
});

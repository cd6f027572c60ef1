// What a catalog says of items, and what of it is told to everybody.

import { describe, expect, test } from 'vitest';
import { createCatalog, findUnmet } from '../../../../../shared/learn/items/catalog.ts';
import { placeFields, type Written } from '../../../../../shared/learn/items/catalog-fields.ts';
import { packFacts } from '../../../../../shared/learn/items/known-facts.ts';
import { readAddress, readEntry } from '../../../../../shared/learn/items/read-entry.ts';

const factOf = (written: Written) => readEntry({ id: 'a', ...written }, '.')?.fact;

describe('an address', () => {
  test.each([
    ['https://shop.example/p/coat', 'https://shop.example/p/coat'],
    ['/p/coat', '/p/coat'],
    // what the catalog itself says stays: without it some shops have one page alone
    [
      'https://shop.example/product.php?id=41234567&color=red',
      'https://shop.example/product.php?id=41234567&color=red',
    ],
    ['https://shop.example/#/p/coat', 'https://shop.example/#/p/coat'],
    // marks of ads and of visitors go
    ['https://shop.example/p?utm_source=feed&id=4&gclid=x&srsltid=y', 'https://shop.example/p?id=4'],
    ['/p/coat?utm_medium=feed', '/p/coat'],
    ['/p/coat?PHPSESSID=4af9&sid=1&visitor_id=7', '/p/coat'],
    ['/p/coat?for=anna@post.example', '/p/coat'],
    ['/p/coat#anna@post.example', '/p/coat'],
    // what leads nowhere on the web
    ['javascript:alert(1)', ''],
    ['coat', ''],
    ['data:text/html,x', ''],
    ['/of/anna@post.example', ''],
    ['', ''],
  ])('%s', (written, told) => expect(readAddress(written)).toBe(told));
});

describe('a price', () => {
  test.each<[Written, number | undefined, string | undefined]>([
    [{ price: '15.00 EUR' }, 15, 'EUR'],
    [{ price: '1,250.50 USD' }, 1250.5, 'USD'],
    [{ price: '£12.50' }, 12.5, 'GBP'],
    [{ price: '12.5', currency: 'eur' }, 12.5, 'EUR'],
    [{ price: '$9' }, 9, undefined],
    [{ price: '9', currency: '€' }, 9, 'EUR'],
    [{ price: '15.00 EUR', sale: '12.00 EUR' }, 12, 'EUR'],
    // the file may outlive a sale that ends
    [{ price: '15.00 EUR', sale: '12.00 EUR', saleDates: '2026-11-01T00:00/2026-11-30T00:00' }, 15, 'EUR'],
    [{ price: 'on request' }, undefined, undefined],
    [{ price: '-4.00 EUR' }, undefined, undefined],
    [{}, undefined, undefined],
  ])('%j', (written, price, currency) =>
    expect([factOf(written)?.price, factOf(written)?.currency]).toEqual([price, currency]),
  );

  test('is read with the comma that most prices of the file have', () => {
    const prices = ['12,50 €', '9,90 €', '1.234,50 €', '8.000 €'];
    const { find } = createCatalog(prices.map((price, i) => ({ id: `${i}`, price })));
    expect(prices.map((_, i) => find(`${i}`)?.price)).toEqual([12.5, 9.9, 1234.5, 8000]);
    const mixed = createCatalog(['12,50', '9,90', '1.50'].map((price, i) => ({ id: `${i}`, price })));
    expect([0, 1, 2].map((i) => mixed.find(`${i}`)?.price)).toEqual([12.5, 9.9, undefined]);
  });
});

test.each([
  ['in_stock', undefined],
  ['in stock', undefined],
  ['out_of_stock', true],
  ['Out of stock', true],
  ['preorder', undefined],
  ['backorder', undefined],
  ['0', true],
  ['-1', true],
  ['0.00', true],
  ['0,000', true],
  ['0.5', undefined],
  ['1.000', undefined],
  ['12', undefined],
  ['', undefined],
  ['ausverkauft', true],
  ['Nicht vorrätig', true],
  ['Rupture de stock', true],
  ['épuisé', true],
  ['Agotado', true],
  ['Esaurito', true],
  ['Uitverkocht', true],
  ['Esgotado', true],
  ['en stock', undefined],
  ['vorrätig', undefined],
])('of stock %j', (stock, isSoldOut) => expect(factOf({ stock })?.isSoldOut).toBe(isSoldOut));

test('a group is what stands last in the shop’s own way, and none where there is a number alone', () => {
  expect(factOf({ group: 'Home > Women > Dresses', taxonomy: 'Apparel' })?.group).toBe('Dresses');
  expect(factOf({ taxonomy: 'Apparel & Accessories > Clothing' })?.group).toBe('Clothing');
  expect(factOf({ group: '', taxonomy: '2271' })?.group).toBeUndefined();
});

test('sensitive is what any part of its way, its name or its id says, and what is for adults', () => {
  for (const written of [
    { group: 'Health Care > Plasters' },
    { taxonomy: 'Religious & Ceremonial > Religious Items', group: 'Candles' },
    { name: 'Diabetes cookbook' },
    { id: 'cancer-guide' },
    { adult: 'yes' },
  ])
    expect(factOf(written)?.isSensitive).toBe(true);
  expect(factOf({ group: 'Tents', adult: 'no' })?.isSensitive).toBeUndefined();
});

test('of several pictures in one field the first counts, and a comma may be of one', () => {
  const image = (written: string) => factOf({ image: written })?.image;
  expect(image('https://cdn.example/1.jpg, https://cdn.example/2.jpg')).toBe('https://cdn.example/1.jpg');
  expect(image('https://cdn.example/1,2.jpg')).toBe('https://cdn.example/1,2.jpg');
});

describe('variants', () => {
  const catalog = createCatalog([
    {
      id: 'coat-s',
      parent: 'coat',
      name: 'Coat, S',
      price: '30.00 EUR',
      stock: 'out of stock',
      url: '/coat?size=s',
    },
    {
      id: 'coat-m',
      parent: 'coat',
      name: 'Coat, M',
      price: '28.00 EUR',
      stock: 'in stock',
      url: '/coat?size=m',
    },
    { id: 'hat', name: 'Hat', stock: '0', url: 'https://shop.example/h%C3%A4t' },
  ]);

  test('are known by what they are variants of, too: there while one is, from the lowest price on', () => {
    expect(catalog.find('coat')).toMatchObject({ name: 'Coat, S', price: 28 });
    expect(catalog.find('coat')?.isSoldOut).toBeUndefined();
    expect(catalog.find('coat-s')).toMatchObject({ price: 30, isSoldOut: true });
    expect(catalog.find('hat')?.isSoldOut).toBe(true);
    expect(catalog.find('boot')).toBeUndefined();
  });

  test('of a page the item is found by its path, as browsers compare it', () =>
    expect(['/coat', '/hät', '/boot'].map(catalog.idAt)).toEqual(['coat', 'hat', undefined]));

  test('are sensitive where one of them is, and two that share a page are the first of them', () => {
    const { find, idAt } = createCatalog([
      { id: 'book-a', parent: 'book', name: 'Cookbook', url: '/book?of=a' },
      { id: 'book-b', parent: 'book', name: 'Diabetes cookbook', url: '/book?of=b' },
      { id: 'pen', name: 'Pen', url: '/book?of=pen' },
    ]);
    expect(find('book')?.isSensitive).toBe(true);
    expect(find('book-a')?.isSensitive).toBeUndefined();
    expect(idAt('/book')).toBe('book');
  });

  test('are met by either id', () => {
    expect(findUnmet(catalog, ['coat'])).toEqual(['hat']);
    expect(findUnmet(catalog, ['coat-m', 'hat'])).toEqual(['coat-s']);
  });
});

test('the lowest price of variants is of one currency', () => {
  const priceOf = (...prices: string[]) =>
    createCatalog(prices.map((price, i) => ({ id: `coat-${i}`, parent: 'coat', price }))).find('coat');
  expect(priceOf('20.00 EUR', '15.00 CHF', '18.00 EUR')).toEqual({ price: 18, currency: 'EUR' });
  expect(priceOf('', '15.00 CHF')).toEqual({ price: 15, currency: 'CHF' });
});

test('what is odd in it is counted, and the first of two alike counts', () => {
  const { find, noted, entries } = createCatalog([
    { id: 'a', name: 'First', price: 'soon' },
    { id: ' a ', name: 'Second' },
    { id: ' ', name: 'None' },
    { id: 'b', url: 'javascript:alert(1)' },
    { id: 'c', name: 'Gift for ann@x.example' },
    { id: 'd', name: 'Drill 06012A4001, 850 W (230 V) @ home +2' },
  ]);
  expect(entries).toHaveLength(4);
  expect([find('c')?.name, find('d')?.name]).toEqual([
    undefined,
    'Drill 06012A4001, 850 W (230 V) @ home +2',
  ]);
  expect(find('a')?.name).toBe('First');
  expect(noted).toEqual({
    'with a price that is none': 1,
    'with an id that another has': 1,
    'without an id': 1,
    'with an address that is none': 1,
    'with a name that reaches a person': 1,
  });
});

test('an id that could name a person is none, and is told nowhere', () => {
  const mail = 'anna.berg@post.example';
  const catalog = createCatalog([
    { id: mail, name: 'Anna' },
    { id: 'set-1', parent: mail, name: 'Set' },
    { id: '4006381333931', name: 'Pen' },
  ]);
  expect(catalog.noted).toEqual({ 'without an id': 1 });
  expect([catalog.find(mail), catalog.find('4006381333931')?.name]).toEqual([undefined, 'Pen']);
  expect(findUnmet(catalog, [])).toEqual(['set-1', '4006381333931']);
  expect(JSON.stringify(catalog.entries)).not.toContain('@');
});

test.each([
  [
    ['id', 'title', 'link', 'image_link', 'price', 'availability', 'product_type'],
    ['id', 'name', 'url', 'image', 'price', 'group', 'stock'],
  ],
  [
    ['g:id', 'g:title'],
    ['id', 'name'],
  ],
  [
    ['ID', 'Type', 'SKU', 'Name', 'In stock?', 'Stock', 'Regular price', 'Categories', 'Images'],
    ['id', 'name', 'image', 'price', 'group', 'stock'],
  ],
  [
    ['Handle', 'Title', 'Variant SKU', 'Variant Price', 'Image Src', 'Type'],
    ['id', 'name', 'image', 'price', 'group'],
  ],
])('of the columns %j', (names, fields) => expect(Object.keys(placeFields(names))).toEqual(fields));

test('an address without a host stays one, wherever most others lead', () => {
  const facts = [1, 2, 3].map((i) => ({ url: `/p/${i}`, image: `https://cdn.example/${i}.jpg` }));
  expect(packFacts(facts).facts).toEqual({
    url: ['/p/1', '/p/2', '/p/3'],
    image: facts.map(({ image }) => image),
  });
  expect(packFacts(facts.map(({ image }) => ({ image }))).facts).toEqual({
    base: 'https://cdn.example',
    image: ['/1.jpg', '/2.jpg', '/3.jpg'],
  });
});

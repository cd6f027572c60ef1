// The shop's file of items is what its made-up year gives, and the one that its config names.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { products } from '../../shop/data/products.mjs';
import { makeShopItems } from '../../shop/year/shop-items.ts';

test('the shop’s items are those of its year: `node test/shop/make-items.mjs` makes them anew', () => {
  const { name, text } = makeShopItems(products);
  expect(readdirSync('test/shop').filter((file) => file.startsWith('selvedge-items-'))).toEqual([name]);
  expect(readFileSync(`test/shop/${name}`, 'utf8')).toBe(text);
  expect(JSON.parse(readFileSync('test/shop/selvedge.json', 'utf8')).items).toEqual({ file: name });
});

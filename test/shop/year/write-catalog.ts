// What the shop sells, as a table such as a shop gives to Google Merchant.

import type { Product } from '../data/products.mjs';

const HEADER = ['id', 'title', 'link', 'image_link', 'price', 'product_type', 'availability'].join('\t');

export const writeCatalog = (products: readonly Product[]): string =>
  [
    HEADER,
    ...products.map(({ id, name, category, price }) =>
      [
        id,
        name,
        `/${category}/${id}`,
        `/assets/images/${id}.svg`,
        `${price.toFixed(2)} GBP`,
        category,
        'in_stock',
      ].join('\t'),
    ),
    '',
  ].join('\n');

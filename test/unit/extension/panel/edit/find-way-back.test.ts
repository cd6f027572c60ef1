// From a page that an experience is not for, back to one that it is for.

import { expect, test } from 'vitest';
import { findWayBack } from '../../../../../extension/panel/edit/find-way-back.ts';

const HERE = 'https://shop.example/cart?x=1';

test.each<[what: string, pages: string[], last: string | undefined, back: string | undefined]>([
  ['a page named whole', ['/tents'], undefined, 'https://shop.example/tents'],
  ['where it was edited last', ['/tents/*'], 'https://shop.example/tents/a', 'https://shop.example/tents/a'],
  ['only patterns', ['/tents/*', '!/tents/old'], undefined, undefined],
  ['the first that is whole', ['!/x', '/a/*', '/b'], undefined, 'https://shop.example/b'],
  ['another site is no way back', ['https://other.example/a'], 'https://other.example/', undefined],
  ['a site of its own', ['https://shop.example/a'], undefined, 'https://shop.example/a'],
  ['no pages', [], undefined, undefined],
])('%s', (_what, pages, last, back) => {
  expect(findWayBack(pages, HERE, last)).toBe(back);
});

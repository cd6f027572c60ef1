// The addresses of a srcset, as the HTML standard reads them.
import { expect, test } from 'vitest';
import { readSrcset } from '../../../../shared/grammar/srcset.ts';

test.each([
  ['', []],
  [' , ,', []],
  ['a.png', ['a.png']],
  ['a.png 1x, b.png 2x', ['a.png', 'b.png']],
  ['a.png 1x,b.png 2x', ['a.png', 'b.png']],
  ['a.png, b.png 2x', ['a.png', 'b.png']],
  ['a.png,b.png', ['a.png,b.png']],
  ['a.png,b.png 1x', ['a.png,b.png']],
  [',,a.png,, b.png', ['a.png', 'b.png']],
  ['/ok.png 9x, //shop.localhost,.evil.invalid/x 1x', ['/ok.png', '//shop.localhost,.evil.invalid/x']],
  ['a (b, c) 1x, d', ['a', 'd']],
  ['a (b, c', ['a']],
  ['a 1x (, //evil.example/x 2x', ['a']],
  ['a\t1x,\n b\f2x', ['a', 'b']],
  ['a\u00a01x, b', ['a\u00a01x', 'b']],
  ['data:image/png;base64,AA== 1x, b', ['data:image/png;base64,AA==', 'b']],
])('%j', (srcset, addresses) => expect(readSrcset(srcset)).toEqual(addresses));

test('is read in time that grows with its length', () => {
  const many = `${',a'.repeat(50_000)} 1x, ${', '.repeat(50_000)}`;
  expect(readSrcset(many)).toHaveLength(1);
});

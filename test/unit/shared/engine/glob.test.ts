// A pattern that was read beforehand names the pages that it names as it is written.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fitsPages,
  type Glob,
  readGlob,
  readPageAddress,
  readPageQuery,
} from '../../../../shared/engine/glob.ts';
import { matchesPages } from '../../../../shared/engine/pattern.ts';
import { draws } from '../../../support/draws.ts';

test.each<[pattern: string, glob: Glob]>([
  ['/tents/*', '/tents/*'],
  ['/tents/', '/tents'],
  ['/caf%C3%A9', '/café'],
  ['!/tents', ['/tents', 4]],
  ['/find?q=*', ['/find?q=*', 2]],
  ['HTTPS://Shop.example:443', ['https://shop.example/', 1]],
  ['!https://shop.example/x?y', ['https://shop.example/x?y', 7]],
])('%s', (pattern, glob) => expect(readGlob(pattern)).toEqual(glob));

const piece = fc.constantFrom(
  ...['a', 'b', '/', '/', '/', 'é', '%C3%A9', '%2f', ';v=1', '%3B', '*', '*', '?', '?q=*', '#/a', '#x', '+'],
);
const path = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''));
const start = fc.constantFrom(
  '',
  '',
  '/',
  '!',
  '!/',
  '!!',
  'https://a.example',
  'https://*',
  '!https://A.example:443/',
);
const pattern = fc.tuple(start, path).map(([start, rest]) => start + rest);

test('names the same pages as it is written', () => {
  const counted = { fit: 0, others: 0 };
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 3 }), path, (patterns, address) => {
      for (const written of [address, ...patterns.map((one) => one.replaceAll('*', 'a'))]) {
        if (!URL.canParse(written, 'https://a.example/')) continue;
        const url = new URL(written, 'https://a.example/');
        const expected = matchesPages(patterns, url);
        counted[expected ? 'fit' : 'others']++;
        expect(
          fitsPages(patterns.map(readGlob), readPageAddress(url, readPageQuery)),
          `${patterns} ${url}`,
        ).toBe(expected);
      }
    }),
    { numRuns: draws(30_000) },
  );
  expect(Math.min(counted.fit, counted.others)).toBeGreaterThan(300);
});

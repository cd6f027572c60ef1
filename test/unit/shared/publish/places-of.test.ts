// Where in the table of lines something stands: never where a page that it is for does not look.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPath } from '../../../../shared/engine/address.ts';
import { folderOf } from '../../../../shared/engine/lines/table.ts';
import { matchesPages } from '../../../../shared/engine/pattern.ts';
import { placesOf } from '../../../../shared/publish/places-of.ts';
import { draws } from '../../../support/draws.ts';

test.each<[pages: string[], place: string]>([
  [['/tents/*'], '/tents'],
  [['/tents', '/tents/*', '!/tents/old/*'], '/tents'],
  [['/tents/', '/tents?sort=*'], '/tents'],
  [['https://shop.example/tents/*'], '/tents'],
  [['/'], '/'],
  [['https://shop.example'], '/'],
  [['/caf%C3%A9/*'], '/café'],
  [['/tents;v=1/x'], '/tents'],
  [['/tents/*', '/boots/*'], '/tents /boots'],
  [['/a', '/b', '/c', '/d', '/e'], '*'],
  [['/tents/*', '/boots*'], '*'],
  [['/tents*'], '*'],
  [['/*/winter'], '*'],
  [['https://*/tents/*'], '*'],
  [['*'], '*'],
  [['!/tents/*'], '*'],
  [[], '*'],
])('%j stands under %s', (pages, place) => expect(placesOf(pages)).toEqual(place.split(' ')));

const piece = fc.constantFrom(
  ...['a', 'b', 'é', '%C3%A9', '%2f', ';v=1', '.', '%3B', '*', '', '?', '?q=*', '#/a', '#x', ' ', '+'],
);
const path = fc
  .array(piece, { maxLength: 5 })
  .chain((pieces) =>
    fc
      .array(fc.constantFrom('/', '/', '', '//'), { minLength: 6, maxLength: 6 })
      .map((slashes) => pieces.map((one, i) => (slashes[i] ?? '') + one).join('')),
  );
const pattern = fc
  .tuple(fc.constantFrom('', '', '', '!', 'https://a.example', 'https://*', '*'), path)
  .map(([start, rest]) => start + rest);

test('a page that fits looks there', () => {
  let fitting = 0;
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 3 }), path, (pages, address) => {
      for (const written of [
        address,
        ...pages.map((one) => one.replace(/^!|^https:..[^/]*/, '').replaceAll('*', 'a')),
      ]) {
        const url = URL.canParse(written, 'https://a.example') && new URL(written, 'https://a.example');
        if (!url || !matchesPages(pages, url)) continue;
        fitting++;
        expect(['*', folderOf(readPath(url))], `${pages} ${url}`).toSatisfy((keys: string[]) =>
          placesOf(pages).some((place) => keys.includes(place)),
        );
      }
    }),
    { numRuns: draws(30_000) },
  );
  expect(fitting).toBeGreaterThan(300);
});

// Errors of a rule written as JSON are shown where they stand.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPlace, placeJson } from '../../../../../extension/panel/rules/place-json.ts';

const TEXT = '{ "kind": "all",\n  "of": [ { "a.b": [1, -2e3] }, [] , "x\\"}" ] }';

test.each([
  ['', '{'],
  ['kind', '"kind": "all"'],
  ['of', '"of"'],
  ['of[0]', '{'],
  ['of[0]["a.b"]', '"a.b"'],
  ['of[0]["a.b"][1]', '-2e3'],
  ['of[1]', '['],
  ['of[2]', '"x\\"}"'],
  // not there: what is around it
  ['of[0].is.$gte', '{'],
  ['kinds', '{'],
  ['of[20]', '"of"'],
])('%s is marked at %s', (path, expected) => {
  const place = findPlace(placeJson(TEXT), path)!;
  expect(TEXT.slice(place.from, place.to)).toBe(expected);
});

test('every JSON text is walked to its end, with a place for each of its values', () => {
  fc.assert(
    fc.property(fc.jsonValue({ depthSize: 'small' }), fc.boolean(), (value, isPretty) => {
      const count = (one: unknown): number =>
        1 +
        (typeof one === 'object' && one !== null
          ? Object.values(one).reduce((sum: number, each) => sum + count(each), 0)
          : 0);
      expect(placeJson(JSON.stringify(value, null, isPretty ? 2 : 0)).size).toBe(count(value));
    }),
  );
});

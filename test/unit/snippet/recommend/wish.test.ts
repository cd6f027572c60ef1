// What a page asks for in words that cannot be followed: it would get other items than it asked for.
import { expect, test } from 'vitest';
import { findFault } from '../../../../snippet/recommend/find-fault.ts';
import type { Wish } from '../../../../snippet/recommend/suggestion.ts';

const faultOf = (wish: unknown) => findFault(wish as Wish);

test.each([
  [{}],
  [{ from: 'similar', count: 3 }],
  [{ from: ['similar'] }],
  [{ from: ['similar'], count: '3' }],
  [{ from: ['similar'], count: 2.5 }],
  [{ from: ['similar'], count: 0 }],
  [{ from: ['similar'], count: -1 }],
  [{ from: ['similar'], count: 25 }],
])('%j is no wish', (wish) => {
  expect(faultOf(wish)).toBe('recommend(options) wants { from: [ … ], count: 1 to 24 }');
});

test.each(['90', 'soon', '', 90, null, '-1d', {}])('boughtWithin %j is no duration', (boughtWithin) => {
  expect(faultOf({ from: ['similar'], count: 3, boughtWithin })).toBe(
    'recommend: "boughtWithin" is a duration such as 90d',
  );
});

test.each([undefined, '90d', '12h'])('boughtWithin %j is understood', (boughtWithin) => {
  for (const count of [1, 24]) expect(faultOf({ from: ['similar'], count, boughtWithin })).toBeUndefined();
});

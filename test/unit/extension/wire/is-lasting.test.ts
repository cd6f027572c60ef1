// “Found by something lasting” is said of what outlives the next redesign, and of nothing else.

import { expect, test } from 'vitest';
import { isLasting } from '../../../../extension/wire/is-lasting.ts';

test.each<[css: string, text: string | undefined, stability: number, lasts: boolean]>([
  ['#hero-title', undefined, 1, true],
  ['a[href="/tents"]', undefined, 0.8, true],
  ['.teaser h3', undefined, 0.6, true],
  ['h1', undefined, 0.74, true],
  ['main', undefined, 0.74, true],
  ['header', undefined, 0.74, true],
  // the only one today
  ['p', undefined, 0.56, false],
  ['h3', undefined, 0.74, false],
  ['canvas', undefined, 0.56, false],
  ['main > h3', undefined, 0.6, false],
  ['main p', undefined, 0.6, false],
  ['h3', 'Moor', 0.6, true],
  ['li:nth-of-type(2)', undefined, 0.5, false],
  // its words help only where it stands
  ['li:nth-of-type(1)', 'Tuesday', 0.6, false],
])('%s saying %s', (css, text, stability, lasts) => {
  expect(isLasting({ target: { css, ...(text !== undefined && { text }) }, stability })).toBe(lasts);
});

// Who keeps the original, as people count.

import { expect, test } from 'vitest';
import { sayShare } from '../../../../../extension/panel/experience/say-share.ts';

test.each<[holdout: number, says: string]>([
  [0.1, '1 visitor in 10 keeps the original, to compare with.'],
  [0.5, '1 visitor in 2 keeps the original, to compare with.'],
  [0.33, '1 visitor in 3 keeps the original, to compare with.'],
  [0.01, '1 visitor in 100 keeps the original, to compare with.'],
  [0.3, '3 visitors in 10 keep the original, to compare with.'],
  [0.07, '7 visitors in 100 keep the original, to compare with.'],
  [0.001, 'Fewer than 1 visitor in 100 keep the original, to compare with.'],
  [0, 'Nobody keeps the original, so nothing can be compared with it.'],
  [1, 'All visitors keep the original: nobody is shown this.'],
])('%d', (holdout, says) => expect(sayShare(holdout, true)).toBe(says));

test('where nothing is counted nothing is compared', () => {
  expect(sayShare(0.1, false)).toBe('1 visitor in 10 keeps the original.');
  expect(sayShare(0, false)).toBe('Nobody keeps the original.');
});

// Tests of a rule in plain words.

import { expect, test } from 'vitest';
import { sayTest, sayWhere } from '../../../../../extension/panel/kit/say-test.ts';

test('a range is said as one says it, and another pair by its operators', () => {
  expect(sayTest({ $gte: 4, $lte: 6 })).toBe('4 to 6');
  expect(sayTest({ $lte: 6, $gte: 4 })).toBe('4 to 6');
  expect(sayTest({ $gte: '55d', $lte: '89d' })).toBe('55 days to 89 days');
  expect(sayWhere({ price: { $gte: 40, $lte: 60 } })).toBe(' where price is 40 to 60');
  expect(sayTest({ $gte: '55d', $lt: '90d' })).toBe('at least 55 days and less than 90 days');
  expect(sayTest({ $gt: 4, $lt: 6 })).toBe('more than 4 and less than 6');
  expect(sayTest({ $gte: 4, $lte: 6, $ne: 5 })).toBe('at least 4, at most 6 and not 5');
  expect(sayTest({ $gte: 4 })).toBe('at least 4');
});

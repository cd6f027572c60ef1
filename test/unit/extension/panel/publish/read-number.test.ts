// Numbers as people type them before publishing.
import { expect, test } from 'vitest';
import { readNumber } from '../../../../../extension/panel/publish/read-number.ts';

test('thousands of whole things are thousands in every language', () => {
  const typed = ['1,000', '1.000', '1 000', '1\u202f000', '12’000', '1.234.567', '1000', '999'];
  expect(typed.map((one) => readNumber(one, true))).toEqual([
    1000, 1000, 1000, 1000, 12_000, 1_234_567, 1000, 999,
  ]);
  expect(readNumber('1.5', true)).toBe(1.5);
});

test('a share has its point or its comma', () => {
  expect(['2.5', '2,5', '0,125', '0.125', '3'].map((one) => readNumber(one, false))).toEqual([
    2.5, 2.5, 0.125, 0.125, 3,
  ]);
});

test('what is none is none', () => {
  expect(['', ' ', 'many', '1e999', '1.2.3'].map((one) => readNumber(one, true))).toEqual(
    Array(5).fill(undefined),
  );
});

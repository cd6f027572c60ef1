// Placement: even, and independent between experiences, also where ids and seeds are alike.
import { expect, test } from 'vitest';
import { place } from '../../../../shared/engine/place.ts';

const VISITORS = 20_000;
const CELLS = 20;
/** Chi-square over which a fair split of 20 cells lies once in a million runs; 380 for 20 × 20 cells likewise. */
const LIMIT = 64;
const LIMIT_PAIRED = 515;

const seeds = Array.from({ length: VISITORS }, (_, i) => i.toString(16).padStart(32, '0'));
const chiSquare = (counts: number[], total: number): number => {
  const fair = total / counts.length;
  return counts.reduce((sum, count) => sum + (count - fair) ** 2 / fair, 0);
};
const spread = (salt: string): number => {
  const counts = new Array<number>(CELLS).fill(0);
  for (const seed of seeds) counts[Math.floor(place(seed, salt) * CELLS)]!++;
  return chiSquare(counts, VISITORS);
};

test.each(['a', 'b', 'hero-1', 'hero-2', 'hero-1/holdout', ''])('visitors of %s spread evenly', (salt) => {
  expect(spread(salt)).toBeLessThan(LIMIT);
});

test.each([
  ['hero-1', 'hero-2'],
  ['a', 'b'],
  ['hero', 'hero/holdout'],
  ['x1', 'x11'],
])('%s and %s split independently', (one, other) => {
  const counts = new Array<number>(CELLS * CELLS).fill(0);
  for (const seed of seeds)
    counts[Math.floor(place(seed, one) * CELLS) * CELLS + Math.floor(place(seed, other) * CELLS)]!++;
  expect(chiSquare(counts, VISITORS)).toBeLessThan(LIMIT_PAIRED);
});

test('one visitor spreads evenly over 20,000 experiences with numbered ids', () => {
  const counts = new Array<number>(CELLS).fill(0);
  for (let i = 0; i < VISITORS; i++) counts[Math.floor(place('c0ffee', `exp-${i}`) * CELLS)]!++;
  expect(chiSquare(counts, VISITORS)).toBeLessThan(LIMIT);
});

test('the same inputs have the same place, in [0, 1)', () => {
  for (const seed of seeds.slice(0, 1000)) {
    expect(place(seed, 'a')).toBe(place(seed, 'a'));
    expect(place(seed, 'a')).toBeGreaterThanOrEqual(0);
    expect(place(seed, 'a')).toBeLessThan(1);
  }
});

test('the check can fail: one pass of FNV-1a over alike ids is skewed', () => {
  const fnv = (text: string): number => {
    let h = 0x811c9dc5;
    for (const char of text) h = Math.imul(h ^ char.charCodeAt(0), 0x01000193);
    return (h >>> 0) / 2 ** 32;
  };
  const counts = new Array<number>(CELLS).fill(0);
  for (let i = 0; i < 1000; i++) counts[Math.floor(fnv(`c0ffee exp-${i}`) * CELLS)]!++;
  expect(chiSquare(counts, 1000)).toBeGreaterThan(LIMIT);
});

// Half of an element, or half of the screen filled by it.
import { expect, test } from 'vitest';
import { isSeen, SEEN_STEPS } from '../../../../shared/page/is-seen.ts';

const screen = { innerWidth: 1000, innerHeight: 800 };
const box = (width: number, height: number) => ({ width, height }) as DOMRect;

test.each<[fact: string, all: [number, number], part: [number, number], is: boolean]>([
  ['half of a small one', [200, 100], [200, 50], true],
  ['less than half of a small one', [200, 100], [200, 49], false],
  ['a tall column that fills half of the height', [200, 9000], [200, 400], true],
  ['a tall column that fills less', [200, 9000], [200, 399], false],
  ['a wide strip of which half of the screen’s width is in view', [9000, 100], [500, 100], true],
  ['larger than the screen both ways: half of the screen', [9000, 9000], [1000, 400], true],
  ['larger than the screen both ways: a quarter', [9000, 9000], [500, 400], false],
  ['nothing to see, in view', [0, 0], [0, 0], true],
])('%s', (_fact, all, part, is) => {
  const sight = { isIntersecting: true, boundingClientRect: box(...all), intersectionRect: box(...part) };
  expect(isSeen(sight, screen)).toBe(is);
  expect(isSeen({ ...sight, isIntersecting: false }, screen)).toBe(false);
});

test('an observer is told of it for elements as tall as two hundred screens', () => {
  const steps = [...SEEN_STEPS].sort((a, b) => a - b);
  expect(steps[0]).toBe(0);
  expect(steps.at(-1)).toBe(1);
  for (const screens of [1, 2, 3, 10, 50, 200])
    expect(steps.some((step) => step * screens >= 0.5 && step * screens <= 0.53)).toBe(true);
});

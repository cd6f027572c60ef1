// Which lengths are a page's own: what it names, and what occurs on it again and again.

import { expect, test } from 'vitest';
import { joinSteps, kindOf, readLength } from '../../../../../extension/stage/targets/count-steps.ts';

test.each([
  ['12px', 12],
  ['1.5rem', 24],
  [' .25rem ', 4],
  ['clamp(1rem, 2vw, 3rem)', undefined],
  ['1em', undefined],
  ['12', undefined],
  ['#fff', undefined],
])('%s is %s px', (value, px) => expect(readLength(value, 16)).toBe(px));

test.each([
  ['--space-4', 'space'],
  ['--gap', 'space'],
  ['--font-size-lg', 'type'],
  ['--fs-2', 'type'],
  ['--radius', 'corner'],
  ['--container-width', 'other'],
  ['--line-height', 'other'],
])('%s is about %s', (name, kind) => expect(kindOf(name)).toBe(kind));

test('names come before figures, each length once, what is chance or no spacing is left out', () => {
  const lengths = [8, 8, 8, 8.1, 16, 16, 16, 13, 13, 999, 999, 999];
  expect(
    joinSteps(
      [
        { px: 16, says: '--space-4' },
        { px: 0, says: '--none' },
      ],
      lengths,
    ),
  ).toEqual([
    { px: 8, says: '4 times on this page' },
    { px: 16, says: '--space-4' },
  ]);
});

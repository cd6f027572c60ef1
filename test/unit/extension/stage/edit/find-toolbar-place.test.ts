// The toolbar stands beside the element, in the window, and over it only where there is room nowhere else.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findToolbarPlace } from '../../../../../extension/stage/edit/find-toolbar-place.ts';
import { draws } from '../../../../support/draws.ts';

const size = { width: 300, height: 36 };
const view = { width: 1000, height: 700 };
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

test.each([
  ['above, at its end', box(100, 200, 800, 40), { left: 600, top: 128 }],
  ['beside what is narrow', box(4, 200, 50, 40), { left: 62, top: 200 }],
  ['above it, kept in the window, where that is full', box(700, 200, 299, 40), { left: 692, top: 128 }],
  ['below, under the name', box(100, 10, 800, 40), { left: 600, top: 86 }],
  ['below', box(100, 50, 800, 40), { left: 600, top: 98 }],
  ['at its right where it fills the height', box(0, 0, 400, 700), { left: 408, top: 8 }],
  ['at its left', box(600, 0, 400, 700), { left: 292, top: 8 }],
  ['over what fills the window: in its corner', box(0, 0, 1000, 700), { left: 692, top: 656 }],
])('%s', (_what, element, place) => expect(findToolbarPlace(element, size, view)).toEqual(place));

test('wherever an element is: in the window, and beside it if there is room above or below', () => {
  const side = fc.integer({ min: -900, max: 1600 });
  const extent = fc.integer({ min: 1, max: 1500 });
  fc.assert(
    fc.property(side, side, extent, extent, fc.integer({ min: 320, max: 1400 }), (x, y, w, h, width) => {
      const at = box(x, y, w, h);
      const { left, top } = findToolbarPlace(at, size, { width, height: 700 });
      expect(left).toBeGreaterThanOrEqual(8);
      expect(left + size.width).toBeLessThanOrEqual(width - 8);
      expect(top).toBeGreaterThanOrEqual(8);
      expect(top + size.height).toBeLessThanOrEqual(692);
      const isOver =
        left < at.right && at.left < left + size.width && top < at.bottom && at.top < top + size.height;
      const hasRoom = (at.top >= 80 && at.top <= 700) || (at.bottom >= 0 && at.bottom <= 612);
      if (hasRoom) expect(isOver).toBe(false);
    }),
    { numRuns: draws(3000) },
  );
});

// The coloured areas fill exactly what lies between a box and its edges, and every handle can be reached.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  areasBetween,
  type Box,
  findHandle,
  growBox,
  growsBy,
  type HandleName,
  namesOf,
  shrinkBox,
} from '../../../../../extension/stage/edit/box-model.ts';
import { SIDES, SPACES } from '../../../../../extension/wire/sizes.ts';
import { draws } from '../../../../support/draws.ts';

const view = { width: 1000, height: 700 };
const none = { top: 0, right: 0, bottom: 0, left: 0 };
const HANDLES: HandleName[] = [
  'width',
  'height',
  'both',
  ...SPACES.flatMap((space) => SIDES.map((side) => `${space}-${side}` as const)),
];
const part = fc.integer({ min: 0, max: 80 });
const edges = fc.record({ top: part, right: part, bottom: part, left: part });
const box = fc.record({
  left: fc.integer({ min: -500, max: 1200 }),
  top: fc.integer({ min: -500, max: 900 }),
  width: fc.integer({ min: 0, max: 2000 }),
  height: fc.integer({ min: 0, max: 2000 }),
});
const areaOf = ({ width, height }: Box) => width * height;

test('the areas of a space lie between the two boxes, beside each other', () => {
  fc.assert(
    fc.property(box, edges, (outer, between) => {
      const areas = Object.values(areasBetween(outer, between));
      const inner = shrinkBox(outer, between);
      expect(areas.reduce((sum, one) => sum + areaOf(one), 0)).toBe(areaOf(outer) - areaOf(inner));
      for (const { left, top, width, height } of areas) {
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(0);
        expect(left).toBeGreaterThanOrEqual(outer.left);
        expect(top).toBeGreaterThanOrEqual(outer.top);
        expect(left + width).toBeLessThanOrEqual(outer.left + outer.width);
        expect(top + height).toBeLessThanOrEqual(outer.top + outer.height);
      }
    }),
    { numRuns: draws(3000) },
  );
});

test('a margin that draws the box in is no area', () => {
  const at = { left: 10, top: 10, width: 100, height: 50 };
  expect(growBox(at, { ...none, left: -30, top: 5 })).toEqual({ left: 10, top: 5, width: 100, height: 55 });
  expect(areasBetween(at, { ...none, left: -30 }).left.width).toBe(0);
});

test('every handle is in the window, whatever the element is', () => {
  fc.assert(
    fc.property(
      box,
      edges,
      edges,
      edges,
      fc.constantFrom(...HANDLES),
      (at, border, padding, margin, name) => {
        const { x, y } = findHandle(name, at, { border, padding, margin }, view);
        expect(x).toBeGreaterThanOrEqual(9);
        expect(x).toBeLessThanOrEqual(view.width - 9);
        expect(y).toBeGreaterThanOrEqual(9);
        expect(y).toBeLessThanOrEqual(view.height - 9);
      },
    ),
    { numRuns: draws(3000) },
  );
});

test('no two handles of an element without any space lie over each other, from 120 by 60 px on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 120, max: 700 }), fc.integer({ min: 60, max: 500 }), (width, height) => {
      const at = { left: 100, top: 100, width, height };
      const points = HANDLES.map((name) =>
        findHandle(name, at, { border: none, padding: none, margin: none }, view),
      );
      for (const [index, one] of points.entries())
        for (const other of points.slice(index + 1))
          expect(Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))).toBeGreaterThanOrEqual(10);
    }),
    { numRuns: draws(2000) },
  );
});

test('a drag makes it larger the way its edge goes; a picture keeps its shape, words are not cut off', () => {
  expect(growsBy('padding-right', true)).toEqual({ x: -1, y: 0 });
  expect(growsBy('padding-right', false)).toEqual({ x: 1, y: 0 });
  expect(growsBy('margin-top', true)).toEqual({ x: 0, y: 1 });
  expect(namesOf('both', true)).toEqual(['width', 'height']);
  expect(namesOf('height', true)).toEqual(['height', 'width']);
  expect(namesOf('height', false)).toEqual(['min-height']);
});

test('no two handles lie over each other, however small the element is', () => {
  const few = fc.integer({ min: 0, max: 8 });
  const little = fc.record({ top: few, right: few, bottom: few, left: few });
  const small = fc.record({
    left: fc.integer({ min: 0, max: 960 }),
    top: fc.integer({ min: 0, max: 660 }),
    // a line of text, a round button, a figure; and the least that handles fit around, which nothing makes larger
    width: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 112, max: 125 })),
    height: fc.integer({ min: 1, max: 130 }),
  });
  fc.assert(
    fc.property(small, little, little, (at, padding, margin) => {
      const inView = {
        ...at,
        left: Math.min(at.left, 970 - at.width),
        top: Math.min(at.top, 700 - at.height),
      };
      const places = HANDLES.map((name) => ({
        ...findHandle(name, inView, { border: none, padding, margin }, view),
        // as large as box-view.ts draws them
        ...(name === 'both' ? { width: 14, height: 14 } : { width: 22, height: 18 }),
      }));
      for (const [at, one] of places.entries())
        for (const other of places.slice(at + 1))
          expect(
            Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
              Math.abs(one.y - other.y) >= (one.height + other.height) / 2,
          ).toBe(true);
    }),
    { numRuns: draws(3000) },
  );
});

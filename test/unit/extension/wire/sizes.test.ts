// What an author drags is put among the styles of an element so that every length is said once, and can be edited after.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findStyle,
  putSizes,
  readSides,
  readSpace,
  SIDES,
  SIZES,
  type Sizes,
  SPACES,
  saySides,
  splitSpace,
  styleWith,
} from '../../../../extension/wire/sizes.ts';
import { Change } from '../../../../shared/schema/change.ts';
import { draws } from '../../../support/draws.ts';

const target = { css: '#card' };

test.each<[what: string, before: Record<string, string>, sizes: Sizes, after: Record<string, string>]>([
  ['a width', { color: 'red' }, { width: 320 }, { color: 'red', width: '320px' }],
  ['a part of a pixel', {}, { width: 320.26 }, { width: '320.3px' }],
  [
    'a picture keeps its shape',
    { height: '90px' },
    { width: 200, height: 'auto' },
    { height: 'auto', width: '200px' },
  ],
  [
    'one side of a space that was said of all',
    { padding: '4px 8px' },
    { 'padding-left': 20 },
    { 'padding-top': '4px', 'padding-right': '8px', 'padding-bottom': '4px', 'padding-left': '20px' },
  ],
  [
    'the other space stays',
    { margin: '1em auto' },
    { 'padding-left': 2 },
    { margin: '1em auto', 'padding-left': '2px' },
  ],
  ['given back to the page', { width: '1px', color: 'red' }, { width: null }, { color: 'red' }],
  [
    'what only CSS can work out is left, and the side comes after it',
    { padding: 'calc(1px + 2%)' },
    { 'padding-top': 3 },
    { padding: 'calc(1px + 2%)', 'padding-top': '3px' },
  ],
])('%s', (_what, before, sizes, after) => {
  const put = putSizes(before, sizes);
  expect(put).toEqual(after);
  expect(Object.keys(put)).toEqual(Object.keys(after));
});

test.each([
  ['1px', '1px'],
  ['1px 2px', '1px 2px'],
  ['1px 2px 1px 2px', '1px 2px'],
  ['1px 2px 3px', '1px 2px 3px'],
  ['1px 2px 3px 4px', '1px 2px 3px 4px'],
])('%s is said %s', (value, said) => {
  const sides = readSides(value);
  expect(sides && saySides(sides)).toBe(said);
});

test('a space is read back as it was said, in whatever way', () => {
  expect(readSpace({ padding: '4px 8px' }, 'padding')).toBe('4px 8px');
  expect(readSpace(splitSpace({ padding: '4px 8px' }, 'padding'), 'padding')).toBe('4px 8px');
  expect(readSpace({ 'padding-top': '4px' }, 'padding')).toBeUndefined();
  expect(readSpace({}, 'padding')).toBeUndefined();
});

const lengths = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.constant('auto' as const), fc.constant(null));
const sizes = fc.dictionary(fc.constantFrom(...SIZES), lengths) as fc.Arbitrary<Sizes>;

test('whatever is dragged in whatever order: no side is said twice, what was said last holds, and the schema takes it', () => {
  fc.assert(
    fc.property(fc.array(sizes, { minLength: 1, maxLength: 5 }), fc.boolean(), (drags, isWhole) => {
      const first: Record<string, string> = isWhole ? { padding: '1px 2px 3px', margin: '0 auto' } : {};
      const after = drags.reduce((all, one) => putSizes(all, one), first);
      for (const space of SPACES)
        if (SIDES.some((side) => `${space}-${side}` in after)) expect(after).not.toHaveProperty(space);
      const last = drags.at(-1) ?? {};
      for (const name of SIZES) {
        const value = last[name];
        if (typeof value === 'number') expect(after[name]).toBe(`${value}px`);
        if (value === null) expect(after).not.toHaveProperty(name);
      }
      if (Object.keys(after).length)
        expect(Change.safeParse({ kind: 'style', target, properties: after }).success).toBe(true);
    }),
    { numRuns: draws(2000) },
  );
});

test('it goes into the style of the same element on the same screens, by whichever selector that was made', () => {
  const other = { css: 'main > div' };
  const changes: Change[] = [
    { kind: 'style', target, properties: { color: 'red' } },
    { kind: 'style', target: other, properties: { color: 'blue' }, media: '(max-width: 600px)' },
  ];
  expect(styleWith(changes, [target], '', { width: 9 })?.properties).toEqual({ color: 'red', width: '9px' });
  expect(styleWith(changes, [target, other], '(max-width: 600px)', { width: 9 })).toEqual({
    kind: 'style',
    target: other,
    properties: { color: 'blue', width: '9px' },
    media: '(max-width: 600px)',
  });
  expect(styleWith(changes, [target], '(min-width: 1000px)', { width: 9 })).toMatchObject({
    target,
    properties: { width: '9px' },
  });
  expect(findStyle(changes, [{ css: 'nothing' }], '')).toBeUndefined();
  expect(styleWith(changes, [], '', { width: 9 })).toBeUndefined();
});

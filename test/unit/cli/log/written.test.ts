// What `selvedge check` lets through is counted: whatever things are called and worth, the line that a browser asks for
// comes back from a log as it was meant.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPing } from '../../../../cli/log/ping.ts';
import { readLine } from '../../../../cli/log/read-line.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import { growth, unitsOf } from '../../../../snippet/measure/worth.ts';
import { draws } from '../../../support/draws.ts';

const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
  fc.constantFrom(
    '\ud800',
    'a\udfff',
    'a\0b',
    '"',
    '\\"',
    '[27/Nov/2026:10:00:00 +0000] "',
    '%',
    '%41',
    '+',
    '&e=',
    '#',
  ),
  fc.constantFrom(
    'x'.repeat(192),
    'x'.repeat(193),
    'x'.repeat(200),
    'x'.repeat(201),
    '__proto__',
    '\ufeff',
    '*',
  ),
);
const cap = fc.oneof(
  fc.constantFrom(5e-324, 1e-300, 1e-6, 0.01, 1, 500, 1e15, 1.1e15, 1e300),
  fc.double({ min: 1e-7, max: 1e16, noNaN: true }),
);
const url = fc.oneof(
  fc.constantFrom(
    '/seen',
    '/a/../b',
    '/.',
    '/é',
    '/%C3%A9',
    '/a b',
    '/a%0d',
    '/a"b',
    '/a\\b',
    '//x',
    '/x/',
    '/{a}',
    "/it's",
    '/a;b',
  ),
  fc.string({ maxLength: 8, unit: 'grapheme' }).map((text) => `/${text}`),
);
const round = fc.constantFrom(1, 2, 999_999_999, 1e9, 2 ** 32, 1e12);

interface Named {
  url: string;
  id: string;
  variant: string;
  goal: string;
  cap: number;
  round: number;
}
const configOf = ({ url, id, variant, goal, cap, round }: Named) => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  goals: [{ id: goal, name: 'Order', event: 'purchase', value: 'value', cap }],
  measure: { ping: { url } },
  segments: [],
  experiences: [
    {
      id,
      name: 'Home',
      status: 'live',
      pages: ['/'],
      goal,
      round,
      holdout: 0.1,
      variants: [variant, `${variant}2`].map((id) => ({ id, name: id, segment: 'everyone', changes: [] })),
    },
  ],
});

const usual: Named = { url: '/seen', id: 'tents', variant: 'a', goal: 'order', cap: 500, round: 1 };
/** One thing of it is odd, or all are. */
const named: fc.Arbitrary<Named> = fc.oneof(
  fc.record({ url, id: name, variant: name, goal: name, cap, round }),
  ...Object.entries({ url, id: name, variant: name, goal: name, cap, round }).map(([key, odd]) =>
    (odd as fc.Arbitrary<unknown>).map((value) => ({ ...usual, [key]: value })),
  ),
);

test('what is fit is counted', () => {
  let fit = 0;
  fc.assert(
    fc.property(named, fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
      const { config } = checkConfig(JSON.stringify(configOf(of)));
      if (!config) return;
      fit++;
      const { value, square } = growth(0, unitsOf(of.cap * part, of.cap), of.cap);
      const sides = {
        e: of.id,
        o: of.round,
        a: `variant:${of.variant}`,
        g: of.goal,
        n: 1,
        y: value,
        q: square,
        r: 'abcdefghijkl',
      };
      const query = Object.entries({ v: 1, ...sides }).map(
        ([key, text]) => `${key}=${encodeURIComponent(text)}`,
      );
      const { pathname, search } = new URL(`${of.url}?${query.join('&')}`, 'https://shop.example');
      const line = `203.0.113.9 - - [27/Nov/2026:10:00:00 +0000] "GET ${pathname}${search} HTTP/2.0" 204 0`;
      const said = readLine(line, of.url);
      expect(said).toBeTypeOf('object');
      expect(typeof said === 'object' && readPing(said.query)).toEqual({
        experience: of.id,
        round: of.round,
        arm: sides.a,
        goal: of.goal,
        n: 1,
        symbol: '',
        value,
        squares: square,
        random: sides.r,
      });
    }),
    { numRuns: draws(20_000) },
  );
  expect(fit).toBeGreaterThan(draws(20_000) / 5);
});

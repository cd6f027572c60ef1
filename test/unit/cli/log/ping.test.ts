// What the query of a ping says, and which are malformed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPing } from '../../../../cli/log/ping.ts';
import { draws } from '../../../support/draws.ts';

const COUNTED = 'v=1&e=tents&o=2&a=holdout&r=abcdefghijkl';
const GOAL = 'v=1&e=tents&o=2&a=variant%3Ab&g=order&n=1&s=1&y=12.5&q=156.25&r=abcdefghij01';

test('a visitor is counted, a goal is reached', () => {
  const none = { goal: '', n: 0, symbol: '', value: 0, squares: 0 };
  expect(readPing(COUNTED)).toEqual({
    experience: 'tents',
    round: 2,
    arm: 'holdout',
    random: 'abcdefghijkl',
    ...none,
  });
  expect(readPing(GOAL)).toEqual({
    experience: 'tents',
    round: 2,
    arm: 'variant:b',
    goal: 'order',
    n: 1,
    symbol: '1',
    value: 12.5,
    squares: 156.25,
    random: 'abcdefghij01',
  });
  expect(readPing(GOAL.replace('y=12.5&q=156.25', 'y=-3&q=-91'))).toMatchObject({ value: -3, squares: -91 });
});

test.each<[what: string, query: string]>([
  ['another version', COUNTED.replace('v=1', 'v=2')],
  ['no version', COUNTED.replace('v=1&', '')],
  ['no experience', COUNTED.replace('tents', '')],
  ['no round', COUNTED.replace('o=2', 'o=0')],
  ['half a round', COUNTED.replace('o=2', 'o=1.5')],
  ['an unknown arm', COUNTED.replace('holdout', 'b')],
  ['a variant without a name', COUNTED.replace('holdout', 'variant:')],
  ['a short random', COUNTED.replace('abcdefghijkl', 'abc')],
  ['capitals in the random', COUNTED.replace('abcdefghijkl', 'ABCDEFGHIJKL')],
  ['a cut line', GOAL.slice(0, -3)],
  ['a goal without its number', GOAL.replace('&n=1', '')],
  ['a number without its goal', GOAL.replace('&g=order', '')],
  ['the 21st', GOAL.replace('n=1', 'n=21')],
  ['a symbol of nobody', GOAL.replace('s=1', 's=x')],
  ['a symbol of one who is only counted', COUNTED.replace('&r', '&s=1&r')],
  ['a value that is none', GOAL.replace('12.5', 'Infinity')],
  ['a value beyond numbers', GOAL.replace('12.5', '1e999')],
  ['a value without its square', GOAL.replace('&q=156.25', '')],
  ['a broken escape', COUNTED.replace('tents', '%E0%A4%A')],
  ['a name without end', COUNTED.replace('tents', 't'.repeat(201))],
])('%s is malformed', (_, query) => {
  expect(readPing(query)).toBeUndefined();
});

test('every name comes back, in logs that encode once more too', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(name, name, (e, id) => {
      const query = `v=1&e=${encodeURIComponent(e)}&o=1&a=${encodeURIComponent(`variant:${id}`)}&r=abcdefghijkl`;
      const is = { experience: e, arm: `variant:${id}` };
      expect(readPing(query)).toMatchObject(is);
      expect(readPing(query.replaceAll('%', '%25'), 2)).toMatchObject(is);
    }),
    { numRuns: draws(2000) },
  );
});

test('no query throws', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const ping = readPing(`${COUNTED}&${one}=${other}`);
      expect(ping === undefined || ping.random === 'abcdefghijkl').toBe(true);
    }),
    { numRuns: draws(2000) },
  );
});

// What a page states in its queue counts before the rest is there only where the rest will surely keep it as it is.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toProps } from '../../../../shared/page/props.ts';
import { statedIn } from '../../../../snippet/now/stated-in.ts';
import { draws } from '../../../support/draws.ts';

const kept = (traits: object) => toProps(traits, () => {}, true);

test('plain traits are taken, the later ones over the earlier ones', () => {
  const queue = [
    ['set', { plan: 'gold', size: 3, isMember: true }],
    ['track', 'x'],
    ['set', { plan: 'free' }],
  ];
  expect(statedIn(queue)).toEqual({ plan: 'free', size: 3, isMember: true });
  for (const nothing of [
    [],
    [null],
    ['set'],
    [['set']],
    [['set', null]],
    [['set', 'gold']],
    [['sets', { a: 1 }]],
  ])
    expect(statedIn(nothing)).toEqual({});
});

test.each([
  ['takes one away', { plan: null }],
  ['may be a person', { contact: 'anna@shop.example' }],
  ['may be a phone number', { line: 493012345678 }],
  ['may be a key', { key: 'AIzaSyA1' }],
  ['is no number', { score: Number.NaN }],
  ['is a list', { tags: ['a'] }],
  ['may be a person by its name', { 'anna@shop.example': true }],
])('what %s is for the rest', (_what, traits) => {
  expect(
    statedIn([
      ['set', { plan: 'gold' }],
      ['set', traits],
    ]),
  ).toBeNull();
});

/** Near what is personal: few letters that make numbers, keys and addresses. */
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'aZ19@.-_ /%:=+１é'), maxLength: 24 }),
  fc.constantFrom(
    'eyJabcdefgh1',
    'sk_live_a1',
    'xoxb-1',
    'ya29.a1',
    '10.0.0.1',
    'AKIA1',
    '/members/anna',
    '\u200b1',
  ),
);
const value = fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constantFrom(null, undefined));

test('what is taken is what the rest keeps', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.dictionary(text, value, { maxKeys: 4 }), (traits) => {
      const stated = statedIn([['set', traits]]);
      if (!stated) return;
      taken++;
      expect({ ...stated }).toEqual(kept(traits));
    }),
    { numRuns: draws(20_000) },
  );
  expect(taken).toBeGreaterThan(0);
});

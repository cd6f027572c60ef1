// Columns of facts for the file of items: what would be wrong on a card is left out, and how often is said.

import { expect, test } from 'vitest';
import { type KnownFact, packFacts } from '../../../../../shared/learn/items/known-facts.ts';

const pack = (...known: (KnownFact | undefined)[]) => packFacts(known);

test('prices of several currencies are none at all: a page would write each with its own sign', () => {
  const [yen, euro] = [
    { name: 'A', price: 10_000, currency: 'JPY' },
    { name: 'B', price: 20, currency: 'EUR' },
  ];
  expect(pack(yen, euro, { name: 'C' })).toEqual({
    facts: { name: ['A', 'B', 'C'] },
    missing: { prices: 2, addresses: 0, shared: 0 },
  });
  // of one it is not known which currency it is of
  expect(pack(euro, { name: 'C', price: 5 }).facts).toEqual({ name: ['B', 'C'] });
  expect(pack(yen, undefined)).toEqual({
    facts: { name: ['A', ''], price: [10_000, null], currency: 'JPY' },
    missing: { prices: 0, addresses: 0, shared: 0 },
  });
  expect(pack({ price: 5 }, { price: 0 }).facts).toEqual({ price: [5, 0] });
  expect(pack(undefined, {})).toEqual({ facts: undefined, missing: { prices: 0, addresses: 0, shared: 0 } });
});

test('an address is whole or none, and a name is cut', () => {
  const long = `https://images.example/i/${'a'.repeat(260)}.jpg`;
  const tooLong = `/p?${'x'.repeat(1000)}`;
  expect(
    pack({ name: `${'n'.repeat(300)}`, url: '/p/a', image: long }, { url: tooLong, image: tooLong }),
  ).toEqual({
    facts: {
      name: ['n'.repeat(200), ''],
      url: ['/p/a', ''],
      image: [long, ''],
    },
    missing: { prices: 0, addresses: 2, shared: 0 },
  });
});

test('addresses that items share are counted', () => {
  expect(pack({ name: 'A', isAddressShared: true }, { name: 'B', url: '/b' })).toMatchObject({
    facts: { url: ['', '/b'] },
    missing: { addresses: 0, shared: 1 },
  });
});

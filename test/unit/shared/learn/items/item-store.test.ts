// What is told of an item: what most rows say of it, and nothing that one of them says alone.

import { describe, expect, test } from 'vitest';
import { createItemStore } from '../../../../../shared/learn/items/item-store.ts';
import type { KnownFact } from '../../../../../shared/learn/items/known-facts.ts';
import { BEGIN, HOUR_MS } from './made-visits.ts';

/** Each fact is a look of another visitor's. */
function factOf(...told: KnownFact[]): KnownFact | undefined {
  const store = createItemStore();
  told.forEach((fact, i) => {
    store.see(`v${i}`, BEGIN + i * HOUR_MS, 'tent', fact);
  });
  return store.settle().factOf(0);
}
const times = (count: number, fact: (i: number) => KnownFact): KnownFact[] =>
  Array.from({ length: count }, (_, i) => fact(i));

describe('a name', () => {
  test('is what most rows say, whatever they said first', () => {
    const renamed = [...times(50, () => ({ name: 'Old name' })), ...times(110, () => ({ name: 'New name' }))];
    expect(factOf(...renamed)).toEqual({ name: 'New name' });
    expect(factOf(...renamed.toReversed())).toEqual({ name: 'New name' });
  });

  test('is none where no more than half of the rows agree', () => {
    const halves = [...times(50, () => ({ name: 'One' })), ...times(50, () => ({ name: 'Other' }))];
    expect(factOf(...halves)).toBeUndefined();
    expect(factOf(...times(300, (i) => ({ name: `For visitor ${i}` })))).toBeUndefined();
  });

  test('stands out from any number of others, wherever they come', () => {
    const others = times(400, (i) => ({ name: `For visitor ${i}` }));
    const most = times(600, () => ({ name: 'Tent' }));
    const mixed = times(1000, (i) => (i % 5 < 3 ? { name: 'Tent' } : { name: `For visitor ${i}` }));
    for (const told of [
      [...others, ...most],
      [...most, ...others],
      [...times(8, (i) => ({ name: `Twice ${i}` })), ...times(8, (i) => ({ name: `Twice ${i}` })), ...mixed],
    ])
      expect(factOf(...told)).toEqual({ name: 'Tent' });
  });
});

describe('a price', () => {
  test('is what most rows say with its currency, and never one order’s', () => {
    const usual = times(99, () => ({ price: 50, currency: 'EUR' }));
    const own = { price: 1234.56, currency: 'EUR' };
    for (const told of [
      [...usual, own],
      [own, ...usual],
    ])
      expect(factOf(...told)).toEqual({ price: 50, currency: 'EUR' });
    expect(factOf(...times(9, (i) => ({ price: 10 + i })))).toBeUndefined();
    expect(factOf(...times(9, () => ({ price: 0 })))).toEqual({ price: 0 });
  });

  test('is none where half of the rows say it in another currency', () => {
    const told = times(40, (i) => ({ price: 50, currency: i % 2 ? 'EUR' : 'CHF' }));
    expect(factOf(...told)).toBeUndefined();
  });
});

describe('an address', () => {
  const factsOf = (urls: Record<string, string[]>) => {
    const store = createItemStore();
    const said = Object.entries(urls).flatMap(([id, all]) => all.map((url) => ({ id, url })));
    said.forEach(({ id, url }, i) => {
      store.see(`v${i}`, BEGIN + i * HOUR_MS, id, { url });
    });
    const { ids, factOf } = store.settle();
    return Object.fromEntries(ids.map((id, item) => [id, factOf(item)]));
  };

  test('that was another item’s, too, before its end was cut off is none', () => {
    expect(
      factsOf({ a: ['/p?id=2'], b: ['/p?id=3'], c: ['/c?from=mail'], d: ['/d#top'], e: ['/d'] }),
    ).toEqual({
      a: { isAddressShared: true },
      b: { isAddressShared: true },
      c: { url: '/c' },
      d: { isAddressShared: true },
      e: { isAddressShared: true },
    });
  });

  test('that items share as it is leads to the page of both', () => {
    expect(factsOf({ red: ['/shirt'], blue: ['/shirt', '/shirt'] })).toEqual({
      red: { url: '/shirt' },
      blue: { url: '/shirt' },
    });
  });
});

describe('what could name a person', () => {
  const MAIL = 'anna.berg@post.example';

  test('is no item, whatever says so', () => {
    const store = createItemStore();
    expect(store.see('v1', BEGIN, MAIL)).toBe(-1);
    expect(store.buy({ order: '1', buyer: 'b', at: BEGIN, item: ` ${MAIL} ` })).toBe(-1);
    expect(store.see('v1', BEGIN, 'x'.repeat(101))).toBe(-1);
    expect(store.see('v1', BEGIN, 'x'.repeat(100))).toBe(0);
    expect(store.settle().ids).toEqual(['x'.repeat(100)]);
  });

  test('is no page', () => {
    const store = createItemStore();
    expect(store.seePage('v1', BEGIN, `/of/${MAIL}`)).toBe(false);
    expect(store.seePage('v1', BEGIN, '/of/tents')).toBe(true);
    const { ids, isOfPages } = store.settle();
    expect({ ids, isOfPages }).toEqual({ ids: ['/of/tents'], isOfPages: true });
  });

  test('is told of no item, however many rows say it', () => {
    const told = { name: `For ${MAIL}`, group: MAIL, url: `/of/${MAIL}`, image: `/of/${MAIL}.jpg`, price: 9 };
    expect(factOf(...times(9, () => told))).toEqual({ price: 9 });
  });
});

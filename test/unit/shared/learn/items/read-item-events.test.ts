// Events tell of the same items when they are learned from as on the device.

import { describe, expect, test } from 'vitest';
import { readItemHistory } from '../../../../../shared/items/item-history.ts';
import { createItemStore } from '../../../../../shared/learn/items/item-store.ts';
import { takeItems } from '../../../../../shared/learn/items/read-item-events.ts';

const AT = Date.UTC(2026, 0, 1);
const asked = { event: 'purchase', latest: Number.POSITIVE_INFINITY, toWall: undefined };

function learn(name: string, props: unknown) {
  const store = createItemStore();
  const outcome = takeItems(store, { visitor: 'v', name, at: AT, props }, false, asked);
  const { ids, isOfPages, visits, orders, factOf } = store.settle();
  const named = (items: Int32Array) => [...items].map((item) => ids[item]);
  return {
    outcome,
    viewed: named(visits.items),
    ordered: named(orders.items),
    isOfPages,
    fact: factOf(0),
  };
}

/** Each may hold ids in other ways. */
const PROPS: [props: unknown, ids: string[]][] = [
  [{ item_id: 'a' }, ['a']],
  [{ item_id: 7 }, ['7']],
  [{ items: [{ item_id: 'a' }, { item_id: 'b' }] }, ['a', 'b']],
  [{ items: [{ id: 'a' }, { id: 8 }] }, ['a', '8']],
  [{ items: { item_id: 'a' } }, ['a']],
  [{ item_id: 'a', items: [{ id: 'b' }] }, ['a', 'b']],
  [{ items: [null, 5, { item_id: {} }, { id: 'b' }] }, ['b']],
];

describe.each(PROPS)('%j', (props, ids) => {
  test('is looked at in both', () => {
    expect(readItemHistory([{ name: 'view_item', at: AT, props }]).viewed.toSorted()).toEqual(ids.toSorted());
    const { outcome, viewed } = learn('view_item', props);
    expect([outcome, viewed]).toEqual(['added', ids]);
  });

  test('is ordered in both', () => {
    expect(readItemHistory([{ name: 'purchase', at: AT, props }]).ordered).toEqual(ids);
    expect(learn('purchase', props).ordered).toEqual(ids);
  });
});

test('what names no item is none, and is not taken for one that was read', () => {
  for (const props of [undefined, {}, { items: [] }, { items: [{ item_name: 'A' }] }])
    expect(learn('view_item', props)).toMatchObject({ outcome: undefined, viewed: [], isOfPages: false });
});

test('what an event says of its only item is known of it', () => {
  const props = { item_id: 'a', item_name: 'Tent', item_category: 'Tents', price: 5, currency: 'EUR' };
  expect(learn('view_item', props).fact).toEqual({ name: 'Tent', group: 'Tents', price: 5, currency: 'EUR' });
  const { item_id, ...own } = props;
  expect(learn('view_item', { items: [{ id: item_id, ...own }] }).fact).toMatchObject({ name: 'Tent' });
});

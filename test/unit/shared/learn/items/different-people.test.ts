// What goes into the file that everybody gets was met by different people, as far as the export tells them apart: what one did in
// many visits is theirs alone.

import { describe, expect, test } from 'vitest';
import type { ItemRows } from '../../../../../shared/learn/items/item-store.ts';
import { createItemStore, type ItemStore } from '../../../../../shared/learn/items/item-store.ts';
import { learnItems } from '../../../../../shared/learn/items/learn-items.ts';
import { takeItems } from '../../../../../shared/learn/items/read-item-events.ts';
import { BEGIN, HOUR_MS, makeVisits, options, orderStoreOf, storeOf } from './made-visits.ts';

const learn = (rows: ItemRows, together = 3): string => {
  const { text } = learnItems(rows, {
    options: options({ together }),
    until: undefined,
    days: undefined,
    seed: 1,
    made: '2026-11-28',
  });
  expect(text).toContain('sku-');
  return text ?? '';
};
const visits = makeVisits(0.9);
const LATER = BEGIN + 5000 * HOUR_MS;

describe('visits', () => {
  /** Two items in each of so many visits. @param who of each visit */
  function learnOwn(count: number, who: (visit: number) => string, together?: number): string {
    const store = storeOf(visits);
    for (let visit = 0; visit < count; visit++)
      ['own-a', 'own-b'].forEach((item, i) => {
        store.see(who(visit), LATER + visit * HOUR_MS + i * 6e4, item, { name: 'Engraving for Aunt Olga' });
      });
    return learn(store.settle(), together);
  }

  test('of one visitor tell nothing, however many there are', () => {
    expect(learnOwn(50, () => 'one')).not.toMatch(/own-|Olga/);
    expect(learnOwn(50, (visit) => `of-${visit % 2}`)).not.toMatch(/own-|Olga/);
  });

  test('of three do', () => {
    const text = learnOwn(3, (visit) => `of-${visit}`);
    expect(text).toMatch(/own-a.*own-b.*Olga/);
    expect(learnOwn(50, (visit) => `of-${visit % 2}`, 2)).toContain('own-a');
  });

  test('of one person are that person’s in every session that a table or GA4 tells', () => {
    const byTable = storeOf(visits);
    const byGa4 = storeOf(visits);
    for (let visit = 0; visit < 9; visit++) {
      const at = LATER + visit * HOUR_MS;
      byTable.see(`session-${visit}`, at, 'own-a', undefined, 'olga@post.example');
      const event_params = [{ key: 'ga_session_id', value: { int_value: `${visit}` } }];
      const event = { user_pseudo_id: 'olga', event_name: 'view_item', event_timestamp: `${at}000` };
      const line = { ...event, event_params, items: [{ item_id: 'own-a' }] };
      expect(
        takeItems(byGa4, line, true, {
          event: 'purchase',
          latest: Infinity,
          toWall: undefined,
        }),
      ).toBe('added');
    }
    for (const store of [byTable, byGa4]) expect(learn(store.settle())).not.toContain('own-');
  });

  test('of pages are told by who saw them', () => {
    const store = createItemStore();
    visits.forEach((items, visit) => {
      items.forEach((item, i) => {
        store.seePage(`v${visit}`, BEGIN + visit * HOUR_MS + i * 6e4, `/p/${item}`);
      });
    });
    for (let visit = 0; visit < 9; visit++) store.seePage('one', LATER + visit * HOUR_MS, '/p/own-a');
    expect(learn(store.settle())).not.toContain('own-');
  });
});

describe('a pair', () => {
  const addPairs = (store: ItemStore, count: number, who: (visit: number) => string) => {
    for (let visit = 0; visit < count; visit++)
      ['sku-1', 'sku-99'].forEach((item, i) => {
        store.see(who(visit), LATER + visit * HOUR_MS + i * 6e4, item);
      });
    return store;
  };
  /** Such that 1 and 99 are never met but by what is added. */
  const apart = () =>
    storeOf(
      visits.map((items) => (items.includes('sku-1') ? items.filter((one) => one !== 'sku-99') : items)),
    );
  const rowsWithout = learn(addPairs(apart(), 0, () => '').settle());

  test('of one visitor is none, in any number of visits', () => {
    const rowOf = (text: string): string[] => /"rows":"([^"]*)"/.exec(text)?.slice(1) ?? [];
    const [many, three] = [() => 'one', (visit: number) => `of-${visit % 3}`].map((who) =>
      learn(addPairs(apart(), 30, who).settle()),
    );
    expect(rowOf(many ?? '')[0]?.length).toBe(rowOf(rowsWithout)[0]?.length);
    expect(rowOf(three ?? '')[0]?.length).toBeGreaterThan(rowOf(rowsWithout)[0]?.length ?? Infinity);
  });
});

describe('orders', () => {
  test('of one buyer tell nothing; of whom nobody knows whose they are each is another’s', () => {
    const learnOwn = (buyer: (order: number) => string | undefined) => {
      const store = orderStoreOf(makeVisits(0.9, { visits: 3000 }));
      for (let order = 0; order < 30; order++)
        for (const item of ['own-a', 'own-b'])
          store.buy({ order: `own-${order}`, buyer: buyer(order), at: LATER + order * HOUR_MS, item });
      return learn(store.settle());
    };
    expect(learnOwn(() => 'one')).not.toContain('own-');
    expect(learnOwn((order) => `of-${order % 3}`)).toContain('own-a');
    expect(learnOwn(() => undefined)).toContain('own-a');
  });

  test('and visits are not added up: who looks and buys may be one', () => {
    const store = storeOf(visits);
    for (let i = 0; i < 2; i++) {
      store.see(`of-${i}`, LATER + i * HOUR_MS, 'own-a');
      store.buy({ order: `own-${i}`, buyer: `of-${i}@post.example`, at: LATER, item: 'own-a' });
    }
    expect(learn(store.settle())).not.toContain('own-');
  });
});

test('a text is told where three people’s rows say it, also of an item that more met', () => {
  const store = storeOf(visits);
  for (let i = 0; i < 60; i++) store.see('one', LATER + i * HOUR_MS, 'sku-1', { name: 'For Aunt Olga' });
  for (let i = 0; i < 3; i++) store.see(`v${i}`, LATER + i * HOUR_MS, 'sku-2', { name: 'Tent', price: 9 });
  const text = learn(store.settle());
  expect(text).not.toContain('Olga');
  expect(text).toContain('Tent');
});

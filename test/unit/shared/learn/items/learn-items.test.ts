// What is learned of items from made-up visits and orders whose truth is known, and what is refused.

import { describe, expect, test } from 'vitest';
import type { ItemsFile } from '../../../../../shared/items/items-file.ts';
import { createCatalog } from '../../../../../shared/learn/items/catalog.ts';
import type { ItemRows } from '../../../../../shared/learn/items/item-store.ts';
import { learnItems } from '../../../../../shared/learn/items/learn-items.ts';
import type { ItemsOptions } from '../../../../../shared/learn/items/test-rows.ts';
import { random } from '../../../../support/random.ts';
import { makeVisits, matesOf, options, orderStoreOf, storeOf } from './made-visits.ts';

const learn = (rows: ItemRows, more: Partial<ItemsOptions> = {}, asked = {}) =>
  learnItems(rows, {
    options: options(more),
    until: undefined,
    days: undefined,
    seed: 1,
    made: '2026-11-28',
    ...asked,
  });

function readFile(text: string | undefined): ItemsFile {
  const [, literal = ''] = /^export default '(.*)';\n$/.exec(text ?? '') ?? [];
  return JSON.parse(literal.replace(/\\(x3C|.)/g, (_, sign) => (sign === 'x3C' ? '<' : sign)));
}

function readRows({ ids }: ItemsFile, rows: string): Record<string, string[]> {
  let at = 0;
  const next = () => rows.charCodeAt(at++) - 40;
  return Object.fromEntries(
    ids.map((id) => [id, Array.from({ length: next() }, () => ids[next() * 80 + next()] ?? '?')]),
  );
}

describe('similar', () => {
  test('finds what was planted, beats the most frequent by far, and holds no neighbour twice', () => {
    const { part, text } = learn(storeOf(makeVisits(0.9)).settle());
    expect(part.status).toBe('learned');
    const file = readFile(text);
    const rows = readRows(file, file.rows);
    expect(Object.keys(rows)).toHaveLength(120);
    for (const [id, row] of Object.entries(rows)) {
      expect(row.slice(0, 3).sort()).toEqual(matesOf(id).sort());
      expect(new Set([id, ...row]).size).toBe(row.length + 1);
    }
    const { test: tested } = part.report.similar;
    expect(tested?.asked).toBeGreaterThan(1000);
    expect(tested?.gain).toBeGreaterThan(10 * (tested?.error ?? 1));
    expect(file.trending).toHaveLength(50);
    expect([file.together, file.again]).toEqual([undefined, undefined]);
  });

  test('a pair stands in it only if as many different visits hold it as are asked for', () => {
    const visits = makeVisits(0.7, { visits: 4000, items: 240 });
    for (const together of [2, 3, 5]) {
      const { part, text } = learn(storeOf(visits).settle(), { together });
      expect(part.status).toBe('learned');
      const file = readFile(text);
      const counts = new Map<string, number>();
      for (const items of visits)
        for (const pair of new Set(items.flatMap((a) => items.map((b) => `${a} ${b}`))))
          counts.set(pair, (counts.get(pair) ?? 0) + 1);
      const pairs = Object.entries(readRows(file, file.rows)).flatMap(([id, row]) =>
        row.map((other) => `${id} ${other}`),
      );
      expect(pairs.length).toBeGreaterThan(500);
      expect(Math.min(...pairs.map((pair) => counts.get(pair) ?? 0))).toBe(together);
    }
  });

  test('one visitor who looks at two items a hundred times in one visit makes no pair of them', () => {
    const again = Array.from({ length: 100 }, (_, i) => ['mark-a', 'mark-b'][i % 2] ?? '');
    const { text } = learn(storeOf([...makeVisits(0.9), again, again]).settle());
    expect(text).not.toContain('mark-');
  });

  test('nothing is learned of noise: what is most frequent says as much', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { part, text } = learn(storeOf(makeVisits(0, { seed })).settle());
      expect(part.status).toBe('refused');
      expect(text).toBeUndefined();
      expect(part.status === 'refused' && part.why.join()).toMatch(
        /that is not more than chance makes of it/,
      );
    }
  });

  test('nor of visits with one item each, nor of too few', () => {
    const one = learn(storeOf(makeVisits(0.9).map(([first = '']) => [first])).settle());
    expect(one.part).toMatchObject({
      status: 'refused',
      why: ['in the test 0 items came after another in one of the visits, 100 needed'],
    });
    const few = learn(storeOf(makeVisits(0.9, { visits: 60 })).settle());
    expect(few.part.status).toBe('refused');
    expect(learn(storeOf([]).settle()).part).toMatchObject({
      status: 'refused',
      why: ['nothing that was read names an item'],
    });
  });
});

describe('together', () => {
  const orders = makeVisits(0.9, { visits: 3000 });
  test('finds what is bought together, without a visit', () => {
    const { part, text } = learn(orderStoreOf(orders).settle());
    expect(part.status).toBe('learned');
    const file = readFile(text);
    const rows = readRows(file, file.together ?? '');
    for (const [id, row] of Object.entries(rows)) expect(row.slice(0, 3).sort()).toEqual(matesOf(id).sort());
    // of visits nothing is known
    expect(file.rows).toBe('('.repeat(file.ids.length));
    expect(part.report.similar).toEqual({ items: 0, test: null });
  });

  test('is refused where lines were drawn, and not orders', () => {
    const { share } = random(5);
    const drawn = orders.map((items) => items.filter(() => share() < 0.06)).filter(({ length }) => length);
    expect(drawn.length).toBeGreaterThan(400);
    const { part } = learn(orderStoreOf(drawn).settle());
    expect(part).toMatchObject({ status: 'refused', why: [expect.stringMatching(/in the test \d+ items/)] });
  });

  test('says when an item is ordered again, where twenty buyers did', () => {
    const regular = orders.map((items, order) => (order % 100 < 25 ? [...items, 'coffee'] : items));
    const rare = regular.map((items, order) => (order % 100 >= 81 ? [...items, 'mark-rare'] : items));
    const file = readFile(learn(orderStoreOf(rare).settle()).text);
    // each buyer orders every 100 hours: 4 days, or 5 in one of six
    expect(file.again?.[file.ids.indexOf('coffee')]).toBe(4);
    expect(file.again).not.toHaveProperty(`${file.ids.indexOf('mark-rare')}`);
  });
});

describe('the file', () => {
  const visits = makeVisits(0.8, { items: 400, visits: 9000 });
  const settled = storeOf(visits).settle();
  const all = learn(settled);
  test('weighs less with fewer neighbours, and with pairs of more visits', () => {
    const { curve } = all.part.report;
    expect(curve).toHaveLength(9);
    for (const { together, each, bytes, hr } of curve)
      for (const other of curve) {
        if (other.together <= together && other.each >= each)
          expect(other.bytes).toBeGreaterThanOrEqual(bytes);
        expect([hr > 0, bytes > 0]).toEqual([true, true]);
      }
  });

  test('that would be too large is refused, and what would fit is said', () => {
    const { bytes } = all.part.report;
    const refused = learn(settled, { most: bytes - 1 });
    expect(refused.text).toBeUndefined();
    expect(refused.part).toMatchObject({
      status: 'refused',
      why: [
        expect.stringMatching(
          /^the file would weigh [\d.]+ kB, and --most says [\d.]+ kB\. --together \d --each \d+ would/,
        ),
      ],
    });
    expect(refused.part.report.curve).toEqual(all.part.report.curve);
    const tiny = learn(settled, { most: 100 });
    expect(tiny.part.status === 'refused' && tiny.part.why.join()).toContain('no row of the curve fits');
  });

  test('is the same of the same visits, in whatever order they were read', () => {
    expect(learn(storeOf(visits).settle())).toEqual(all);
    const { share } = random(9);
    const store = storeOf([]);
    visits
      .flatMap((items, visit) => items.map((item, i) => ({ item, visit, i, by: share() })))
      .sort((a, b) => a.by - b.by)
      .forEach(({ item, visit, i }) => {
        store.see(`other-${visit}`, Date.UTC(2026, 0, 1) + visit * 36e5 + i * 6e4, item);
      });
    expect(learn(store.settle()).text).toBe(all.text);
  });

  test('holds nothing about a sensitive matter, and of a catalog only what it lists', () => {
    const store = storeOf(visits);
    visits.slice(0, 2000).forEach((items, visit) => {
      for (const item of ['cancer-guide', 'sku-0', 'sku-1'])
        store.see(`more-${visit}`, Date.UTC(2026, 5, 1) + visit * 36e5, item, {
          ...(item === 'sku-1' && { group: 'Religious books' }),
        });
      expect(items.length).toBeGreaterThan(0);
    });
    const { part, text } = learn(store.settle());
    const { ids } = readFile(text);
    expect(ids).toContain('sku-0');
    expect(ids).not.toContain('sku-1');
    expect(text).not.toMatch(/cancer|Religious/);
    expect(part.report.left.sensitive).toBe(2);
    const catalog = createCatalog(
      ids.slice(0, 300).map((id, i) => ({
        id,
        name: `Item ${i}`,
        url: `https://shop.example/p/${id}`,
        price: `${i}.00 EUR`,
        stock: i === 2 ? 'out of stock' : 'in stock',
      })),
    );
    const listed = readFile(learn(store.settle(), { catalog, most: 1e6 }).text);
    expect(listed.ids).toHaveLength(300);
    expect(listed.facts).toMatchObject({ base: 'https://shop.example', currency: 'EUR' });
    expect(listed.facts?.url?.[0]).toBe(`/p/${listed.ids[0]}`);
    expect(listed.facts?.stock?.filter((stock) => stock === 0)).toHaveLength(1);
  });

  test('is learned from until the day that is said, and tested after it', () => {
    const { part } = learn(settled, {}, { until: '2026-06-30', days: 30 });
    expect(part.report.similar.test?.until).toBe('2026-06-30');
    expect(part.report.similar.test?.runs).toBe(720);
  });
});

// The demo shop's made-up visits: what is planted in them is what the learners of items and of what comes before a goal find.
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import type { ItemsFile } from '../../../../shared/items/items-file.ts';
import { openItems } from '../../../../shared/items/open-items.ts';
import { createEvents } from '../../../../shared/learn/events.ts';
import { findTerms, propsOf } from '../../../../shared/learn/intent/find-terms.ts';
import { learnIntent } from '../../../../shared/learn/intent/learn-intent.ts';
import { createItemStore } from '../../../../shared/learn/items/item-store.ts';
import { learnItems } from '../../../../shared/learn/items/learn-items.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Props } from '../../../../shared/schema/props.ts';
import { products } from '../../../shop/data/products.mjs';
import { compareNext } from '../../../shop/year/compare-items.ts';
import { learningConfig } from '../../../shop/year/learning-config.ts';
import { makeYear, PAIRS } from '../../../shop/year/make-orders.ts';
import { makeVisits, NEXT, ORDERS } from '../../../shop/year/make-visits.ts';
import { writeCatalog } from '../../../shop/year/write-catalog.ts';
import { writeOrders } from '../../../shop/year/write-orders.ts';
import { createCommandLine } from '../command-line.ts';

const line = createCommandLine();
afterAll(line.remove);

const UNTIL = Date.UTC(2026, 10, 24) / 864e5;
const config = learningConfig(JSON.parse(readFileSync('test/shop/selvedge.json', 'utf8')) as Config);
const visits = makeVisits({ products, until: UNTIL });

test('the visits are the same for the same seed, and others for another', () => {
  const made = (seed: number) => makeVisits({ products, until: UNTIL, visitors: 50, seed });
  const first = made(1);
  expect(first.length).toBeGreaterThan(1000);
  expect(made(1)).toEqual(first);
  expect(made(2)).not.toEqual(first);
});

test('what is planted as next stands first in its row', () => {
  const store = createItemStore();
  for (const { visitor, name, at, props } of visits) {
    if (name === 'view_item')
      store.see(visitor, at, (props as { items: { item_id: string }[] }).items[0]!.item_id);
  }
  const { part, text = '' } = learnItems(store.settle(), {
    options: { together: 3, each: 5, most: 60_000, weigh: (said) => said.length },
    until: undefined,
    days: undefined,
    seed: 1,
    made: '2026-11-28',
  });
  if (part.status !== 'learned') throw new Error(part.why.join());
  const [, literal = ''] = /^export default '(.*)';\n$/.exec(text) ?? [];
  const { ids, rows }: ItemsFile = JSON.parse(
    literal.replace(/\\(x3C|.)/g, (_, sign) => (sign === 'x3C' ? '<' : sign)),
  );
  let at = 0;
  const next = () => rows.charCodeAt(at++) - 40;
  for (const id of ids) {
    const row = Array.from({ length: next() }, () => ids[next() * 80 + next()]);
    if (NEXT[id]) expect(row[0], id).toBe(NEXT[id]);
  }
  expect(ids).toHaveLength(products.length);
});

test('of the shop’s visits, orders and catalog one file is made, in which each item can be shown', async () => {
  line.write('visits.jsonl', visits.map((event) => `${JSON.stringify(event)}\n`).join(''));
  line.write('orders.csv', writeOrders(makeYear({ products, until: UNTIL }).orders));
  line.write('catalog.tsv', writeCatalog(products));
  const words = 'learn visits.jsonl orders.csv --what items --catalog catalog.tsv';
  const { code, out } = await line.runLater(words.split(' '));
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('each of them was met.') });
  const name = line.list().find((one) => one.startsWith('selvedge-items-')) ?? '';
  const [, literal = ''] = /^export default '(.*)';\n$/.exec(line.read(name)) ?? [];
  const items = openItems(literal.replace(/\\(x3C|.)/g, (_, sign) => (sign === 'x3C' ? '<' : sign)))!;
  expect(compareNext(items)).toEqual({ planted: 6, first: 6 });
  for (const { id, name, category, price } of products)
    expect(items.item(items.rank(id)!)).toMatchObject({
      name,
      price,
      currency: 'GBP',
      group: category,
      url: `/${category}/${id}`,
      image: `/assets/images/${id}.svg`,
    });
  // who buys the first takes the second along in half of the orders
  for (const [first, second] of PAIRS) expect(items.together(items.rank(first)!)[0]).toBe(items.rank(second));
}, 120_000);

test('what tells an order beforehand is found, with its weight, and nothing else', () => {
  const goal = config.goals!.find(({ id }) => id === 'ordered')!;
  const store = createEvents(propsOf(findTerms(config, goal), goal));
  for (const { visitor, name, at, day, props } of makeVisits({ products, until: UNTIL, visitors: 800 }))
    store.add(visitor, { name, at, day, props: props as Props });
  const learned = learnIntent(store.settle(), { config, goal: goal.id, seed: 1 });
  if (learned.status !== 'learned') throw new Error(learned.why.join());
  const { terms, report } = learned.value;
  const told = terms.find((term) => JSON.stringify(term).includes('delivery_read'))!;
  expect(told, JSON.stringify(terms)).toBeDefined();
  expect(report.auc).toBeGreaterThan(0.65);
  expect(Math.abs(report.mean / report.actual - 1)).toBeLessThan(0.1);
  // the strongest of them
  expect(Math.max(...terms.map(({ weight }) => Math.abs(weight)))).toBe(Math.abs(told.weight));
  expect(told.weight).toBeGreaterThan(ORDERS.delivery / 2);
  expect(JSON.stringify(learned)).not.toContain('visitor-');
}, 240_000);

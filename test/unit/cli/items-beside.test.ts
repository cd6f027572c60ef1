// What `check` and `bundle` say of the file of items that lies beside a config: lists that it has nothing for.
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { ItemFacts, ItemsFile } from '../../../shared/items/items-file.ts';
import { packItems, packRows } from '../../../shared/items/pack-items.ts';
import { createCommandLine } from './command-line.ts';

const line = createCommandLine();
afterAll(line.remove);
beforeEach(line.empty);

const FILE = 'selvedge-items-3f9a12bc.js';
const ids = ['tent', 'mat', 'stove', 'lamp'];

function writeItems(facts?: ItemFacts, more: Partial<ItemsFile> = {}): void {
  const rows = packRows(ids.map((_, rank) => [(rank + 1) % ids.length]));
  line.write(
    FILE,
    packItems({ version: 1, made: '2026-11-28', ids, rows, ...(facts && { facts }), ...more }),
  );
}

const named: ItemFacts = { name: ids, url: ids.map((id) => `/p/${id}`) };
const whole: ItemFacts = {
  ...named,
  image: ids.map((id) => `/i/${id}.jpg`),
  price: [1, 2, 3, 4],
  group: ['tents', 'tents', 'cooking', ''],
};

/** @param more of the list */
function check(more: object = {}) {
  const list = {
    kind: 'recommend',
    target: { css: '.also' },
    card: { item: 'li', name: 'h3', image: 'img', price: '.price' },
    from: ['similar'],
    count: 2,
    ...more,
  };
  const experience = {
    id: 'also',
    name: 'Also looked at',
    status: 'live',
    pages: ['/'],
    variants: [{ id: 'list', name: 'List', segment: 'all', changes: [list] }],
  };
  const config = { version: 1, site: 'shop.example', revision: 1, items: { file: FILE } };
  const segments = [
    { id: 'all', name: 'Everybody', when: { kind: 'context', key: 'visitNumber', is: { $gte: 1 } } },
  ];
  line.write('selvedge.json', JSON.stringify({ ...config, segments, experiences: [experience] }, null, 2));
  const { code, out } = line.run(['check', 'selvedge.json']);
  expect({ code, out }).toEqual({ code: 0, out });
  return out;
}

test('a list is not warned of whose items have all that it shows, nor one whose file lies elsewhere', () => {
  expect(check()).not.toContain(FILE);
  writeItems(whole);
  expect(check()).not.toContain(FILE);
  expect(check({ where: { group: 'tents' } })).not.toContain(FILE);
});

test('a list is warned of that shows nothing, as no item has a name and an address', () => {
  writeItems();
  const said = check();
  expect(said).toContain(
    `warning: none of the 4 items in ${FILE} has a name and an address, so this list shows none and the page keeps its own. Run \`selvedge learn\` with --catalog FILE`,
  );
  expect(said).toMatch(/^selvedge\.json:\d+:\d+: experiences\[0\]\.variants\[0\]\.changes\[0\]\.from: /m);
  // what else they lack matters to no list
  expect(said.match(new RegExp(FILE, 'g'))).toHaveLength(1);
  writeItems({ name: ids });
  expect(check()).toContain('has a name and an address');
});

test('what a card asks for and no item has is told by its field', () => {
  writeItems(named);
  const said = check();
  expect(said).toContain(`changes[0].card.image: warning: none of the 4 items in ${FILE} has a picture`);
  expect(said).toContain(`changes[0].card.price: warning: none of the 4 items in ${FILE} has a price`);
  expect(check({ card: { item: 'li' } })).not.toContain(FILE);
});

test('a list that asks for a group which no item is of is told the groups that there are', () => {
  writeItems(whole);
  expect(check({ where: { group: 'tent' } })).toContain(
    `changes[0].where: warning: none of the 4 items in ${FILE} is what "where" asks for, so this list shows none and the page keeps its own. Their groups: tents, cooking.`,
  );
  expect(check({ where: { group: 'cooking' } })).toContain(
    'changes[0].where: warning: of the 4 items in selvedge-items-3f9a12bc.js 1 is what "where" asks for, and with fewer than 2 the page keeps its own list.',
  );
  expect(check({ where: { group: 'cooking' }, least: 1 })).not.toContain(FILE);
  writeItems({ ...whole, stock: [1, 1, 0, 1] });
  expect(check({ where: { group: 'cooking' }, least: 1 })).toContain('is what "where" asks for');
});

test('a source that the file has nothing of is told, where the list names it', () => {
  writeItems(whole);
  expect(check({ from: ['similar', 'viewed'] })).not.toContain(FILE);
  const said = check({ from: ['together', 'trending', 'again', 'similar'] });
  expect(said).toContain(
    `changes[0].from[0]: warning: ${FILE} holds nothing that is bought together, so "together" finds no item. Learn it from orders that say what is in them, or take "together" out.`,
  );
  expect(said).toContain(`changes[0].from[1]: warning: ${FILE} holds nothing that is asked for these days`);
  expect(said).toContain(`changes[0].from[2]: warning: ${FILE} holds nothing that is ordered again`);
  expect(said).not.toContain('from[3]');
  const more = { together: packRows([[1], [0], [], []]), trending: [2], again: { 1: 30 } };
  writeItems(whole, more);
  expect(check({ from: ['together', 'trending', 'again', 'similar'] })).not.toContain(FILE);
  // of a file of what is in orders alone
  writeItems(whole, { ...more, rows: packRows(ids.map(() => [])) });
  expect(check({ from: ['similar'] })).toContain(`${FILE} holds nothing that is looked at together`);
});

test('what is no file of items is told, whoever made it', () => {
  line.write(FILE, 'export default 1;\n');
  expect(check()).toContain(
    `items.file: warning: ${FILE} beside this file is no file of items, or damaged. Run \`selvedge learn\` again, which writes it.`,
  );
});

test('`bundle` says it, too', () => {
  writeItems();
  check();
  line.write('out/.keep', '');
  expect(line.run(['bundle', 'selvedge.json', '-o', 'out/selvedge.js'])).toMatchObject({
    code: 0,
    err: expect.stringContaining('has a name and an address'),
  });
});

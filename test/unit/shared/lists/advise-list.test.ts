// What is said of a list of recommended items beside the items that are known: by its fields for who writes the file (how the
// terminal says it: test/unit/cli/items-beside.test.ts), and in words for authors.

import { expect, test } from 'vitest';
import { openItems } from '../../../../shared/items/open-items.ts';
import { adviseList } from '../../../../shared/lists/advise-list.ts';
import type { ChangeOf } from '../../../../shared/schema/change.ts';
import { itemsText } from '../items/sample-items.ts';

const FILE = 'selvedge-items-0123abcd.js';
const ids = ['tent', 'mat', 'stove', 'lamp'];
const named = { name: ids, url: ids.map((id) => `/p/${id}`) };
const whole = {
  ...named,
  image: ids.map((id) => `/i/${id}.jpg`),
  price: [1, 2, 3, 4],
  group: ['tents', 'tents', 'cooking', ''],
};
const pairs = [[1], [0], [], []];

const advise = (
  more: Partial<ChangeOf<'recommend'>>,
  facts: object = whole,
  { similar = pairs, ...known }: { similar?: number[][]; together?: number[][]; trending?: number[] } = {},
) =>
  adviseList(
    {
      kind: 'recommend',
      target: { css: '.also' },
      card: { item: 'li', name: 'h3', image: 'img', price: '.price' },
      from: ['similar'],
      count: 2,
      ...more,
    },
    openItems(itemsText(ids, similar, { facts, ...known }))!,
    FILE,
  );
const said = (...given: Parameters<typeof advise>) =>
  advise(...given).map(
    ({ isEmpty, inPanel: { problem, remedy } }) => `${isEmpty ? '! ' : ''}${problem}. ${remedy}`,
  );

const LEARN = 'Learn what goes together again, with a catalog, which says them.';
const MORE = 'Ask for more of them under “Only these items”, or lower “At least”.';

test.each<[string, Parameters<typeof advise>, string[]]>([
  ['all that it shows is known', [{ where: { group: 'tents' } }], []],
  [
    'nothing that it shows',
    [{}, {}],
    [`! no item has a name and an address, so the page keeps its own cards. ${LEARN}`],
  ],
  [
    'no picture and no price',
    [{}, named],
    [
      `no item has a picture, so its place in the cards of this list stays empty. ${LEARN}`,
      `no item has a price, so its place in the cards of this list stays empty. ${LEARN}`,
    ],
  ],
  ['what its cards do not ask for', [{ card: { item: 'li' } }, named], []],
  [
    'another group',
    [{ where: { group: 'tent' } }],
    [
      '! no item is what this list asks for, so the page keeps its own cards. These groups there are: tents, cooking.',
    ],
  ],
  [
    'a group, and none is known',
    [{ where: { group: 'tent' }, card: { item: 'li' } }, named],
    [
      '! no item is what this list asks for, so the page keeps its own cards. No item has a group. Learn what goes together again, with a catalog, which says them.',
    ],
  ],
  [
    'one that costs so much',
    [{ where: { price: { $gte: 4 } } }],
    [`! 1 item is what this list asks for, and with fewer than 2 the page keeps its own cards. ${MORE}`],
  ],
  [
    'two that cost so much',
    [{ where: { price: { $gte: 3 } }, count: 3 }],
    [`! 2 items are what this list asks for, and with fewer than 3 the page keeps its own cards. ${MORE}`],
  ],
  [
    'one source of several that finds nothing',
    [{ from: ['together', 'similar'] }],
    [
      '“Bought with what is in their basket, or was bought last” finds no item, as nothing is known of what is bought together. Learn it from orders that say what is in them, or take this source out of the list.',
    ],
  ],
  // what was looked at is remembered by each browser
  ['what was looked at', [{ from: ['viewed'] }, whole, { similar: [[], [], [], []] }], []],
])('%s', (_what, given, expected) => expect(said(...given)).toEqual(expected));

test('where no source finds anything the list is empty', () => {
  const all = advise({ from: ['similar', 'trending', 'again'] }, whole, { similar: [[], [], [], []] });
  expect(all.map(({ field, isEmpty }) => [field, isEmpty])).toEqual([
    [['from', 0], true],
    [['from', 1], true],
    [['from', 2], true],
  ]);
});

test('authors read neither of a file nor of a field of one', () => {
  const all = [
    advise({ from: ['similar', 'together', 'trending', 'again'] }, named, { similar: [[], [], [], []] }),
    advise({}, {}),
    advise({ where: { group: 'tent' } }),
    advise({ where: { price: { $gte: 4 } } }),
  ].flat();
  expect(all.length).toBeGreaterThan(8);
  for (const { inPanel } of all)
    expect(inPanel.problem + inPanel.remedy).not.toMatch(/selvedge|"|`|--|\bwhere\b/);
});

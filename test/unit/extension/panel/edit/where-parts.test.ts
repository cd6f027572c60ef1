// Which items may stand in a list, as fields and back: nothing that a config asks is lost on the way.

import { expect, test } from 'vitest';
import {
  readWhere,
  type WhereParts,
  writeWhere,
} from '../../../../../extension/panel/edit/list/where-parts.ts';
import type { Where } from '../../../../../shared/schema/predicate.ts';

const NOTHING = { groups: [], least: undefined, most: undefined, rest: {} };

test.each<[where: Where, parts: object]>([
  [{ group: 'tents' }, { groups: ['tents'] }],
  [{ group: { $in: ['tents', 'Home, garden'] } }, { groups: ['tents', 'Home, garden'] }],
  [{ price: { $lte: 200 } }, { most: 200 }],
  [{ price: { $gte: 0, $lte: 9.5 } }, { least: 0, most: 9.5 }],
  [
    { group: 'tents', price: { $gte: 5 }, stock: { $gte: 3 } },
    { groups: ['tents'], least: 5, rest: { stock: { $gte: 3 } } },
  ],
  [{ group: { $ne: 'tents' } }, { rest: { group: { $ne: 'tents' } } }],
  [{ group: { $in: ['tents', 2] } }, { rest: { group: { $in: ['tents', 2] } } }],
  [{ price: 5 }, { rest: { price: 5 } }],
  [{ price: { $lt: 5, $gte: 1 } }, { least: 1, rest: { price: { $lt: 5 } } }],
  [{ price: { $gte: 'a' } }, { rest: { price: { $gte: 'a' } } }],
  [{ group: { $in: ['tents'], $ne: 'bags' } }, { groups: ['tents'], rest: { group: { $ne: 'bags' } } }],
  [{ group: { $in: [] } }, { rest: { group: { $in: [] } } }],
  [
    { $or: [{ group: 'a' }, { price: { $lte: 1 } }] },
    { rest: { $or: [{ group: 'a' }, { price: { $lte: 1 } }] } },
  ],
])('%j', (where, parts) => {
  expect(readWhere(where)).toEqual({ ...NOTHING, ...parts });
  expect(writeWhere(readWhere(where))).toEqual(where);
});

test('where all may stand in it nothing is written', () => {
  expect(readWhere(undefined)).toEqual(NOTHING);
  expect(writeWhere(readWhere(undefined))).toBeUndefined();
  // one group of a list of one is that group
  expect(writeWhere(readWhere({ group: { $in: ['tents'] } }))).toEqual({ group: 'tents' });
});

test('what is chosen holds beside what else the config asks of the same, or in its place', () => {
  const put = (where: Where, change: Partial<WhereParts>) => writeWhere({ ...readWhere(where), ...change });
  expect(put({ price: { $gt: 5 } }, { most: 20 })).toEqual({ price: { $gt: 5, $lte: 20 } });
  expect(put({ price: 5 }, { most: 20 })).toEqual({ price: { $lte: 20 } });
  expect(put({ price: [5] }, { least: 2 })).toEqual({ price: { $gte: 2 } });
  expect(put({ group: { $ne: 'bags' } }, { groups: ['tents'] })).toEqual({
    group: { $ne: 'bags', $in: ['tents'] },
  });
  expect(put({ group: { $in: ['tents', 2] } }, { groups: ['bags'] })).toEqual({ group: 'bags' });
  expect(put({ group: { $in: ['tents'], $ne: 'bags' } }, { groups: [] })).toEqual({ group: { $ne: 'bags' } });
  expect(put({ group: { $ne: 'bags' }, price: { $gt: 5 } }, { rest: {} })).toBeUndefined();
});

// Which items stand in a file: the most frequent ones, as many as a file holds; and why others do not.

import { expect, test } from 'vitest';
import { countListed, rankCounted } from '../../../../../shared/learn/items/rank-items.ts';

test('those that a file has no room for are counted apart from those that too few met', () => {
  const ids = Array.from({ length: 8000 }, (_, item) => `sku-${item}`);
  const counts = ids.map((_, item) => (item < 50 ? 2 : item < 100 ? 0 : 10));
  const ranking = rankCounted(ids, counts, (item) => item >= 7990, 2);
  expect(ranking.items).toHaveLength(6400);
  expect(countListed(ranking, 3)).toEqual({ listed: 6400, few: 50, beyond: 7890 - 6400 });
  expect(countListed(ranking, 11)).toEqual({ listed: 0, few: 7940, beyond: 0 });
});

test('of fewer each has room', () => {
  const ranking = rankCounted(['a', 'b', 'c', 'd'], [1, 5, 2, 3], () => false, 2);
  expect(ranking.items).toEqual([1, 3, 2]);
  expect(countListed(ranking, 2)).toEqual({ listed: 3, few: 1, beyond: 0 });
  expect(countListed(ranking, 3)).toEqual({ listed: 2, few: 2, beyond: 0 });
});

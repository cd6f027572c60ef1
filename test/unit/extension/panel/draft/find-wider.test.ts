// What is made on one page of a kind can be given to all of them.

import { expect, test } from 'vitest';
import { findWider } from '../../../../../extension/panel/draft/find-wider.ts';

test.each<[pages: string[], wider: string | undefined]>([
  [['/p/tent-0'], '/p/*'],
  [['/de/p/tent-0'], '/de/p/*'],
  [['/p/tent-0/'], '/p/*'],
  [['/'], undefined],
  [['/thanks'], undefined],
  [['/p/*'], undefined],
  [['*'], undefined],
  [['!/p/tent-0'], undefined],
  [['/p/tent-0?size=2'], undefined],
  [['/p/tent-0', '/p/mat'], undefined],
  [[], undefined],
])('%j: %s', (pages, wider) => {
  expect(findWider(pages)).toBe(wider);
});

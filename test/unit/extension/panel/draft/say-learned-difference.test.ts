// What was learned, as an author sees it before it goes out: that it is new, another or gone, without the numbers.

import { expect, test } from 'vitest';
import { emptyConfig } from '../../../../../extension/panel/draft/draft.ts';
import { sayDifferences } from '../../../../../extension/panel/draft/say-difference.ts';
import type { Config } from '../../../../../shared/schema/config.ts';

const plain = emptyConfig('shop.example');
const learned = (file: string): Config => ({
  ...plain,
  items: { file: `selvedge-items-${file}.js` },
  value: { purchases: [0.25, 30, 0.8, 2.4] },
});
const say = (before: Config, after: Config): string[] =>
  sayDifferences(before, after).map(({ text }) => text);

test('what was learned is new, another, or gone', () => {
  const one = learned('0123abcd');
  expect(say(plain, one)).toEqual([
    'Site: new: what is expected of buyers.',
    'Site: new: what goes together.',
  ]);
  expect(say(one, learned('4567abcd'))).toEqual(['Site: learned anew: what goes together.']);
  expect(say(one, plain)).toEqual([
    'Site: no longer: what is expected of buyers.',
    'Site: no longer: what goes together.',
  ]);
  expect(say(one, one)).toEqual([]);
});

test('edges of classes are no numbers that an author reads one by one', () => {
  const edges = (first: number): Config => ({
    ...plain,
    rfm: { recency: ['9d', '20d', '50d', '120d'], frequency: [first, 2, 3, 4], monetary: [20, 50, 90, 200] },
  });
  expect(say(plain, edges(1))).toEqual(['Site: new: classes of buyers (RFM).']);
  expect(say(edges(1), edges(2))).toEqual(['Site: learned anew: classes of buyers (RFM).']);
});

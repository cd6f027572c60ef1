// What one segment is decided by: the answer is that of the whole config, and no other segment takes part in it.

import '../../../../support/fake-browser.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findSomebody, viewOf } from '../../../../../extension/panel/see/find-somebody.ts';
import { narrowTo } from '../../../../../extension/panel/site/narrow-to.ts';
import { find } from '../../../../../shared/engine/decide.ts';
import type { Config } from '../../../../../shared/schema/config.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const shop: Config = JSON.parse(readFileSync('test/shop/selvedge.json', 'utf8'));

test('everybody made up for the shop gets the same answer of each segment', () => {
  let asked = 0;
  for (const { id: own } of shop.segments) {
    const walker = findSomebody(shop, own, NOW);
    if (!walker) continue;
    for (const { id, when } of shop.segments) {
      const [whole, narrow] = [shop, narrowTo(shop, id)].map((config) =>
        JSON.stringify(find(when, viewOf(config, walker.life, walker.traits, '/', NOW))),
      );
      expect(narrow, `${id} of who is in ${own}`).toEqual(whole);
      asked++;
    }
  }
  expect(asked).toBeGreaterThan(100);
});

test('what a rule names comes along, and what that names; nothing else', () => {
  const named = (id: string): Config['segments'][0]['when'] => ({ kind: 'segment', id });
  const config: Config = {
    version: 1,
    site: 's',
    revision: 1,
    segments: [
      { id: 'a', name: 'A', when: { kind: 'none', of: [named('b')] } },
      { id: 'b', name: 'B', when: { kind: 'any', of: [named('c'), named('gone')] } },
      { id: 'c', name: 'C', when: named('b') },
      { id: 'other', name: 'Other', when: named('a') },
    ],
    experiences: [{ id: 'e', name: 'E', status: 'live', pages: ['/'], variants: [] }],
  };
  expect(narrowTo(config, 'a').segments.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(narrowTo(config, 'a').experiences).toEqual([]);
  expect(narrowTo(config, 'gone').segments).toEqual([]);
});

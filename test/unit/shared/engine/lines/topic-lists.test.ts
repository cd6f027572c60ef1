// Which lists of topics pages can have, told from the patterns alone.
import { expect, test } from 'vitest';
import { topicLists } from '../../../../../shared/engine/lines/topic-lists.ts';

test.each<[rule: string, topics: Record<string, string[]>, lists: string[]]>([
  ['no topics: no list but the empty one', {}, ['']],
  ['each alone', { a: ['/a/*'], b: ['/b', '/c?q=*'] }, ['', 'a', 'b']],
  ['one within another', { shop: ['/shop/*'], boots: ['/shop/boots/*'] }, ['', 'shop', 'shop boots']],
  ['two that cross', { boots: ['/boots/*'], winter: ['/*/winter'] }, ['', 'boots', 'winter', 'boots winter']],
  ['every page but', { a: ['!/b/*'], b: ['/b/*'] }, ['', 'b', 'a']],
  ['on another host', { a: ['https://a.example/*'], b: ['/x'] }, ['', 'a', 'b', 'a b']],
])('%s', (_rule, topics, lists) => {
  const config = { topics: Object.entries(topics).map(([topic, pages]) => ({ topic, pages })) };
  const found = topicLists(config).map((list) => list.join(' '));
  expect(found[0]).toBe('');
  expect([...found].sort()).toEqual([...lists].sort());
});

test('one that meets many others leaves some for the rest', () => {
  const many = Array.from({ length: 60 }, (_, i) => ({ topic: `t${i}`, pages: [`/p${i}/*`] }));
  const lists = topicLists({ topics: [{ topic: 'all', pages: ['/*/*/*'] }, ...many] });
  expect(lists).toContainEqual(['t59']);
  expect(lists.length).toBeLessThanOrEqual(64);
});

// Which pages a list of globs names.
import { expect, test } from 'vitest';
import { matchesPages } from '../../../shared/engine/pattern.ts';

const SHOP = 'https://shop.example';
test.each<[fact: string, patterns: string[], page: string, expected: boolean]>([
  ['a path is itself', ['/shoes'], '/shoes', true],
  ['and nothing longer', ['/shoes'], '/shoes/red', false],
  ['a trailing slash of the page does not matter', ['/shoes'], '/shoes/', true],
  ['nor one of the pattern', ['/shoes/'], '/shoes', true],
  ['/shoes/* is below /shoes', ['/shoes/*'], '/shoes/red', true],
  ['/shoes/* is not /shoes', ['/shoes/*'], '/shoes', false],
  ['* runs over slashes', ['/a/*/z'], '/a/b/c/z', true],
  ['pieces may not overlap', ['/ab*ba'], '/aba', false],
  ['pieces come in order', ['*b*a*'], '/a/b', false],
  ['* is every page', ['*'], '/', true],
  ['/* is every page, the home page too', ['/*'], '/', true],
  ['letter case of a path matters', ['/Shoes'], '/shoes', false],
  ['the query does not matter', ['/search'], '/search?q=tent', true],
  ['unless the pattern has one', ['/search?q=*'], '/search?q=tent', true],
  ['and then it must match', ['/search?q=tent'], '/search?q=boot', false],
  ['a fragment never matters', ['/shoes'], '/shoes#top', true],
  ['an exclusion wins', ['/shoes/*', '!/shoes/sale'], '/shoes/sale', false],
  ['only exclusions mean every other page', ['!/cart'], '/shoes', true],
  ['and not the excluded', ['!/cart'], '/cart', false],
  ['no pattern at all is every page', [], '/x', true],
  ['with a scheme it is the whole address', ['https://shop.example/shoes'], '/shoes', true],
  ['letter case of the host does not matter', ['https://SHOP.example/shoes'], '/shoes', true],
  ['another host is another page', ['https://blog.example/*'], '/shoes', false],
  ['a host alone is its home page', ['https://shop.example'], '/', true],
  ['a host may hold *', ['https://*.example/*'], '/shoes', true],
  ['a scheme may be *', ['*://shop.example/*'], '/shoes', true],
  ['an author may write é plainly', ['/café'], '/caf%C3%A9', true],
  ['dots and brackets are themselves', ['/a.c'], '/abc', false],
])('%s', (_fact, patterns, page, expected) => {
  expect(matchesPages(patterns, SHOP + page)).toBe(expected);
});

test('a pattern made to be slow is not: 2,000 stars against 20,000 letters end', () => {
  expect(matchesPages([`/${'a*'.repeat(2000)}b`], `${SHOP}/${'a'.repeat(20_000)}`)).toBe(false);
});

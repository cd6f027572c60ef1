// Which pages a list of globs names.
import { expect, test } from 'vitest';
import { matchesPages } from '../../../../shared/engine/pattern.ts';

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
  ['and the page in lower case', ['/café'], '/caf%c3%a9', true],
  ['or encoded, in either case', ['/caf%C3%a9'], '/caf%c3%A9', true],
  ['or as a letter and its accent', ['/cafe\u0301'], '/caf%C3%A9', true],
  ['below a folder in plain letters', ['/חנות/*'], '/%d7%97%d7%a0%d7%95%d7%aa/x', true],
  ['a space is %20', ['/my%20shoes'], '/my shoes', true],
  ['what does not decode is itself', ['/gr%FC%DFe*'], '/gr%FC%DFe/100%', true],
  ['an encoded slash is no slash', ['/a/b'], '/a%2Fb', false],
  ['but itself', ['/a%2fb'], '/a%2Fb', true],
  ['an encoded star is no star', ['/a%2A'], '/abc', false],
  ['parameters of a segment do not matter', ['/p/x'], '/p;jsessionid=A1B2/x;v=2', true],
  ['nor those of a pattern', ['/p;v=1/x'], '/p/x', true],
  ['two slashes are not one', ['/a/b'], '/a//b', false],
  ['but below a folder', ['/a/*'], '/a//b', true],
  ['a file name is not its folder', ['/shop'], '/shop/index.html', false],
  ['a query is compared decoded', ['/search?q=größe+42'], '/search?q=gr%c3%b6%C3%9fe%2042', true],
  ['an encoded & parts nothing', ['/search?a=1&b=2'], '/search?a=1%26b=2', false],
  ['a query wanted is not none', ['/search?*'], '/search', false],
  ['a route is part of the path', ['/app/#/settings'], '/app/#/settings?tab=2', true],
  ['a slash at its end does not matter', ['/app/#/settings/'], '/app/#/settings', true],
  ['a page is not its folder', ['/app#/settings'], '/app/#/settings', false],
  ['a route is below its page', ['/app/*'], '/app/#/settings', true],
  ['a page is not its routes', ['/app'], '/app/#/settings', false],
  ['nor a route another', ['/app/#/a'], '/app/#/b', false],
  ['a route may hold *', ['/#!/shoes/*'], '/#!/shoes/red', true],
  ['the query of a route', ['/app#/search?q=*'], '/app#/search?q=tent', true],
  ['a whole address may have a route', ['https://shop.example/#/a'], '/#/a', true],
  ['or a host alone', ['https://shop.example#/a'], '/#/a', false],
  ['dots and brackets are themselves', ['/a.c'], '/abc', false],
])('%s', (_fact, patterns, page, expected) => {
  expect(matchesPages(patterns, SHOP + page)).toBe(expected);
});

test.each<[pattern: string, page: string, expected: boolean]>([
  ['https://shop.example:443/a', 'https://shop.example/a', true],
  ['http://shop.example:80/a', 'http://shop.example/a', true],
  ['https://shop.example:8443/a', 'https://shop.example:8443/a', true],
  ['https://shop.example/a', 'https://shop.example:8443/a', false],
  ['https://shop.example:*/a', 'https://shop.example:8443/a', true],
  ['HTTPS://Shop.Example/a', 'https://shop.example/a', true],
  ['https://xn--mller-kva.example/*', 'https://MÜLLER.example/x', true],
  ['http://shop.example/a', 'https://shop.example/a', false],
  ['https://a b/x', 'https://shop.example/x', false],
  ['https://[::1]:4600/*', 'https://[::1]:4600/x', true],
])('%s against %s: %s', (pattern, page, expected) => expect(matchesPages([pattern], page)).toBe(expected));

test('a pattern made to be slow is not: 2,000 stars against 20,000 letters end', () => {
  expect(matchesPages([`/${'a*'.repeat(2000)}b`], `${SHOP}/${'a'.repeat(20_000)}`)).toBe(false);
});

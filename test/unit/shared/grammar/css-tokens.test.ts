// What a browser would read as a string or an address in CSS, whole, however it is written.
import { expect, test } from 'vitest';
import { readCssTokens } from '../../../../shared/grammar/css-tokens.ts';

const read = (css: string) =>
  readCssTokens(css)?.flatMap(({ address }) => (address === undefined ? [] : [address]));

test.each([
  ['url(/a.png)', ['/a.png']],
  ['URL( /a.png )', ['/a.png']],
  ['url()', ['']],
  ['url("//a.example(.b.example/x")', ['//a.example(.b.example/x']],
  ["url( '/a\"b' )", ['/a"b']],
  ['url("/a" crossorigin(anonymous))', ['/a']],
  ['src("/a")', ['/a']],
  ['image-set("/a" 1x, url(/b) 2x)', ['/a', '/b']],
  ['var(--x, url(/a))', ['/a']],
  ['--x: "\\2f\\2f a.example"', ['//a.example']],
  ['"\\00002f/x"', ['//x']],
  ['"/\\\n/x"', ['//x']],
  ['"/\\\f/x"', ['//x']],
  ['"\\1002f"', ['\u{1002f}']],
  ['"\\ffffff"', ['\u{10ffff}']],
  ['/* "a" url(b) */ "c"', ['c']],
  ['/**/url(/a)/**/', ['/a']],
  ['1url(/a)', undefined],
  ['-url(/a)', undefined],
  ['#url(/a)', undefined],
  ['@url(/a)', undefined],
  ['<!--url(/a)', undefined],
  ['\u00a0url(/a)', undefined],
  ['\0url(/a)', undefined],
  ['u\\72l(/a)', undefined],
  ['\\75 rl(/a)', undefined],
  ['\\75\r\nrl(/a)', undefined],
  ['url(/a b)', undefined],
  ['url(/a"b)', undefined],
  ['url(a(b)', undefined],
  ['url(\\2f /a)', undefined],
  ['url(/a', undefined],
  ['"a', undefined],
  ['"a\nb"', undefined],
  ["'a", undefined],
  ['/* a', undefined],
  ['a\\', undefined],
  ['#url(/*)"*/url(//evil.example)"', undefined],
])('%j', (css, addresses) => expect(read(css)).toEqual(addresses));

test('all of the text comes back', () => {
  const css = '@media (width > 1px) { .sm\\:a[href="//x"] > b::after { content: "→"; color: #fff /* c */ } }';
  expect(
    readCssTokens(css)
      ?.map(({ text }) => text)
      .join(''),
  ).toBe(css);
});

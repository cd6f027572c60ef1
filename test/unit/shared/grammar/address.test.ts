// Where an address leads, or that nobody can tell; the same answer in the page and in the schema.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayLink, mayLoadImage, mayLoadInCss, readAddress } from '../../../../shared/grammar/address.ts';
import type { Change } from '../../../../shared/schema/change.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { readCssUrls } from '../../../../shared/schema/css-text.ts';
import { drawAddress } from '../../../support/address-fuzz.ts';
import { draws } from '../../../support/draws.ts';
import { random } from '../../../support/random.ts';

const base = 'https://shop.example/tents/';
const place = { base, own: 'shop.example', hosts: ['images.example', 'pictures.example:8080'] };

describe('an address', () => {
  test.each([
    ['/a.png', 'https://shop.example/a.png'],
    ['a b.png', 'https://shop.example/tents/a%20b.png'],
    ['?x=//evil.example', 'https://shop.example/tents/?x=//evil.example'],
    ['#x', 'https://shop.example/tents/#x'],
    ['', 'https://shop.example/tents/'],
    [' https://images.example/a,b(c).png ', 'https://images.example/a,b(c).png'],
    ['//images.example', 'https://images.example/'],
    ['HTTPS://Images.Example:443/a', 'https://images.example/a'],
    ['http://[::1]:80/x', 'http://[::1]/x'],
    ['mailto:ada@b.example', 'mailto:ada@b.example'],
    ['./a:b', 'https://shop.example/tents/a:b'],
  ])('%j leads to %s', (address, href) => expect(readAddress(address, base)?.href).toBe(href));

  test.each([
    [undefined],
    [null],
    [5],
    [['/a']],
    [{ toString: () => '/a' }],
    ['//'],
    ['https://'],
    ['//shop.example(.evil.example/a'],
    ['//shop.example(@evil.example/a'],
    ['//shop.example,.evil.example/a'],
    ["//shop.example'.evil.example"],
    ['//shop.example".evil.example'],
    ['//ada@images.example/'],
    ['//ada:secret@images.example/'],
    ['//images.example:443@evil.example/'],
    ['//images.example\\@evil.example/'],
    ['\\\\images.example/a'],
    ['/\\images.example/a'],
    ['/\t/\\images.example/a'],
    ['\u0000\\/images.example/a'],
    ['///images.example/a'],
    ['https:images.example/a'],
    ['https:/images.example/a'],
    ['https:\\\\images.example/a'],
    ['//images%2eexample/a'],
    ['//images\u3002example/a'],
    ['//\uff49mages.example/a'],
    ['//b\u00fccher.example/a'],
    ['//images.exam\u00adple/a'],
    ['//images .example/a'],
    ['//images_1.example/a'],
    ['//images.example:x/a'],
    ['ws:images.example'],
    ['ftp://a@b.example/'],
  ])('%j is refused', (address) => expect(readAddress(address, base)).toBeUndefined());
});

test.each([
  ['/a.png', true, true],
  ['http://shop.example/a.png', true, true],
  ['//images.example/a.png', true, true],
  ['//images.example:8443/a.png', false, false],
  ['//pictures.example:8080/a.png', true, true],
  ['//pictures.example/a.png', false, false],
  ['//evil.example/a.png', false, false],
  ['data:image/png,x', true, true],
  ['DATA:IMAGE/png,x', true, true],
  ['data:text/html,x', false, false],
  ['data:font/woff2,x', false, true],
  ['blob:https://shop.example/1', false, false],
  ['javascript:x', false, false],
  ['ws://shop.example/x', false, false],
  ['file:///etc/passwd', false, false],
  ['Note: a new tent', false, true],
])('%j as a picture %s, in CSS %s', (address, picture, css) => {
  expect(mayLoadImage(address, place)).toBe(picture);
  expect(mayLoadInCss(address, place, true)).toBe(css);
});

test.each([
  ['https://anywhere.example/a', true],
  ['mailto:a@b.example', true],
  ['tel:+49 123', true],
  ['javascript:x', false],
  ['java\nscript:x', false],
  ['data:text/html,x', false],
  ['https://shop.example@evil.example/', false],
  ['httpsx://a.example/', false],
])('a link to %j: %s', (address, is) => expect(mayLink(address, base)).toBe(is));

describe('the schema is never milder than the page', () => {
  /** As small as can be: it is checked four times for each address. */
  const config = (change: Change): Config => ({
    version: 1,
    site: place.own,
    hosts: place.hosts,
    revision: 1,
    segments: [],
    experiences: [
      {
        id: 'e',
        name: 'E',
        status: 'live',
        pages: ['/'],
        goal: null,
        variants: [{ id: 'v', name: 'V', segment: 'everyone', changes: [change] }],
      },
    ],
  });
  const isRefused = (change: Change) =>
    checkConfig(config(change)).problems.some(({ path }) => path.includes('changes[0]'));
  const target = { css: 'h1' };

  test('and lets pass what is harmless', () => {
    expect(isRefused({ kind: 'image', target, src: 'https://images.example/a.png' })).toBe(false);
    expect(isRefused({ kind: 'link', target, href: '/tents' })).toBe(false);
    expect(isRefused({ kind: 'css', value: 'a { background: url("/a.png") }' })).toBe(false);
    expect(isRefused({ kind: 'redirect', url: '/tents' })).toBe(false);
  });

  const judge = (address: string) => {
    if (!isRefused({ kind: 'image', target, src: address })) expect(mayLoadImage(address, place)).toBe(true);
    if (!isRefused({ kind: 'link', target, href: address })) expect(mayLink(address, base)).toBe(true);
    const css = `a { background: url(${JSON.stringify(address)}) }`;
    if (!isRefused({ kind: 'css', value: css }))
      for (const each of readCssUrls(css)) expect(mayLoadInCss(each.address, place, each.isWords)).toBe(true);
    if (!isRefused({ kind: 'redirect', url: address }))
      expect(readAddress(address, base)?.origin).toBe('https://shop.example');
  };

  test('for addresses made to be misread', () => {
    const one = random(11);
    for (let i = 0; i < draws(3000); i++) judge(drawAddress(one, 'shop.example', 'evil.example'));
  }, 120_000);

  test('for any text', () => {
    const piece = fc.constantFrom(
      'http',
      'https',
      ':',
      '/',
      '//',
      '\\',
      '@',
      'images.example',
      'evil.example',
      '.',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.array(piece).map((all) => all.join('')),
    );
    fc.assert(fc.property(text, judge), { numRuns: draws(2000) });
  }, 120_000);
});

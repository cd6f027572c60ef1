// What of an address is compared and stored, and what is another page view.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodePath,
  decodePaths,
  isOtherView,
  readPath,
  readQuery,
  toPattern,
} from '../../../../shared/engine/address.ts';
import { matchesPages } from '../../../../shared/engine/pattern.ts';

const SHOP = 'https://shop.example';
const at = (address: string) => new URL(SHOP + address);

test.each<[fact: string, address: string, path: string]>([
  ['the home page', '/', '/'],
  ['a trailing slash is part of it', '/tents/', '/tents/'],
  ['upper-case encoding', '/%D7%97%D7%A0%D7%95%D7%AA/', '/חנות/'],
  ['lower-case encoding', '/%d7%97%d7%a0%d7%95%d7%aa/', '/חנות/'],
  ['both at once', '/%D7%97%d7%a0', '/חנ'],
  ['four bytes', '/%f0%9F%8f%95', '/🏕'],
  ['what was never encoded', '/חנות/אוהל', '/חנות/אוהל'],
  ['a letter and its accent are one', '/cafe%CC%81', '/caf\u00e9'],
  ['a space', '/my%20shoes', '/my shoes'],
  ['letters that need no encoding', '/%74ents/%7Euser', '/tents/~user'],
  ['a percent sign', '/100%25', '/100%'],
  ['decoded once only', '/100%2525', '/100%25'],
  ['a lone percent sign stays', '/100%', '/100%'],
  ['no hex stays', '/a%zz%4', '/a%zz%4'],
  ['another encoding stays', '/gr%FC%DFe', '/gr%FC%DFe'],
  ['what can be read beside it is', '/gr%FC%20%C3%A9', '/gr%FC é'],
  ['and right after it', '/%FF%C3%A9%ff', '/%FFé%ff'],
  ['no character stays', '/%f4%90%80%80%f5%80%80%80', '/%f4%90%80%80%f5%80%80%80'],
  ['half a letter stays', '/caf%C3', '/caf%C3'],
  ['an overlong form stays', '/%C0%AF%E0%80%AF%F0%80%80%AF', '/%C0%AF%E0%80%AF%F0%80%80%AF'],
  ['half a surrogate pair stays', '/%ED%A0%80', '/%ED%A0%80'],
  ['control characters stay', '/a%00%0Ab', '/a%00%0Ab'],
  ['an encoded slash is no slash', '/a%2fb', '/a%2Fb'],
  ['an encoded ? or # begins nothing', '/a%3f%23b', '/a%3F%23b'],
  ['parameters of a segment', '/p;jsessionid=A1B2/x', '/p/x'],
  ['of several segments, several of them', '/a;b=1;c/d;e=2/', '/a/d/'],
  ['of the last', '/p;password=geheim', '/p'],
  ['encoded ones', '/p%3Baccess_token=eyJ%3bx/y', '/p/y'],
  ['after what is a semicolon once normalized', '/p%CD%BEtoken=x/y\u037ez', '/p/y'],
  ['a segment of parameters alone', '/;v=1/x', '//x'],
  ['no segment is dropped', '//a//b/', '//a//b/'],
  ['a file name', '/index.html', '/index.html'],
  ['dots are resolved by the browser', '/a/./b/../c', '/a/c'],
  ['no query', '/search?q=tent', '/search'],
  ['no fragment', '/shoes#top', '/shoes'],
  ['no text fragment', '/shoes#:~:text=red', '/shoes'],
  ['no preview link', '/shoes#selvedge=tents', '/shoes'],
  ['a route', '/app/#/settings', '/app/#/settings'],
  ['a route in an old notation', '/app#!settings', '/app#!settings'],
  ['both notations', '/#!/a%20b/%C3%A9', '/#!/a b/é'],
  ['a route without its query', '/app/#/search?q=tent', '/app/#/search'],
  ['a route without its parameters', '/app/#/p;token=x/y;z', '/app/#/p/y'],
  ['the empty route', '/app/#/', '/app/#/'],
])('path: %s', (_fact, address, path) => expect(readPath(at(address))).toBe(path));

test.each([
  ['/search?q=tent', '?q=tent'],
  ['/#/search?q=tent', '?q=tent'],
  ['/?lang=de#/search?q=tent', '?lang=de&q=tent'],
  ['/?lang=de#top?q=tent', '?lang=de'],
  ['/#/search', ''],
])('query of %s is "%s"', (address, query) => expect(readQuery(at(address))).toBe(query));

describe('another page view', () => {
  const [PUSHED, REPLACED] = [true, false];
  test.each<[fact: string, from: string, to: string, pushed: boolean, replaced: boolean]>([
    ['the same address', '/a', '/a', false, false],
    ['another path', '/a', '/b', PUSHED, true],
    ['another query', '/a', '/a?x=1', PUSHED, REPLACED],
    ['no query any more', '/a?utm_source=news', '/a', PUSHED, REPLACED],
    ['another spelling of the query', '/a?q=red%20dress', '/a?q=red+dress', false, false],
    ['another spelling of the path', '/%c3%a9', '/%C3%A9', false, false],
    ['other parameters of a segment', '/a;v=1', '/a;v=2', false, false],
    ['a fragment', '/a', '/a#x', false, false],
    ['another fragment', '/a#x', '/a#y', false, false],
    ['a route', '/a', '/a#/x', PUSHED, true],
    ['another route', '/a#/x', '/a#!y', PUSHED, true],
    ['another query of a route', '/a#/x?p=1', '/a#/x?p=2', PUSHED, REPLACED],
    ['a slash at the end', '/a', '/a/', PUSHED, true],
  ])('%s', (_fact, from, to, pushed, replaced) => {
    expect(isOtherView(at(from), at(to), false)).toBe(pushed);
    expect(isOtherView(at(from), at(to), true)).toBe(replaced);
  });
});

test('any path is read without an error, and its own pattern fits it', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('%', 'c', '3', 'A', '9', '2', 'F', '/', ';', '*', 'é', '~') }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const url = at(`/x/${parts.join('/').replace(/[\\?#]/g, '')}`);
      const path = readPath(url);
      expect(path).toBe(path.normalize());
      expect(path).not.toContain(';');
      expect(matchesPages([toPattern(url)], url)).toBe(true);
    }),
  );
});

test('however a character is encoded, it is one path', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, isLower) => {
      const plain = text.replace(/[\p{Cc}\p{Cs}/?#;*%\\]/gu, '');
      const encoded = encodeURIComponent(plain).replace(/%../g, (code) =>
        isLower ? code.toLowerCase() : code,
      );
      expect(decodePath(encoded)).toBe(plain.normalize());
    }),
  );
});

test('paths in rules are read as paths are stored; nothing else is touched', () => {
  const encoded = '/%d7%97%D7%A0/';
  const plain = '/חנ/';
  expect(
    decodePaths([
      { kind: 'context', key: 'path', is: { $or: [encoded, { $not: { $startsWith: encoded } }] } },
      { kind: 'context', key: 'campaign', is: encoded },
      { kind: 'count', event: 'page_view', where: { path: { $in: [encoded] }, q: encoded } },
      { kind: 'count', event: 'page_view', where: { $or: [{ path: encoded }, { topics: encoded }] } },
      { kind: 'count', event: 'cta', where: { path: encoded } },
      { kind: 'first', event: 'visit_start', of: 'landing', is: encoded },
      {
        kind: 'sequence',
        steps: [
          { event: 'page_view', where: { path: encoded } },
          { event: 'x', where: { path: encoded } },
        ],
      },
    ]),
  ).toEqual([
    { kind: 'context', key: 'path', is: { $or: [plain, { $not: { $startsWith: plain } }] } },
    { kind: 'context', key: 'campaign', is: encoded },
    { kind: 'count', event: 'page_view', where: { path: { $in: [plain] }, q: encoded } },
    { kind: 'count', event: 'page_view', where: { $or: [{ path: plain }, { topics: encoded }] } },
    { kind: 'count', event: 'cta', where: { path: encoded } },
    { kind: 'first', event: 'visit_start', of: 'landing', is: plain },
    {
      kind: 'sequence',
      steps: [
        { event: 'page_view', where: { path: plain } },
        { event: 'x', where: { path: encoded } },
      ],
    },
  ]);
});

// What is personal and what is not, as text, as a path, as a field.

import { describe, expect, test, vi } from 'vitest';
import { createKeep } from '../../../../shared/page/keep.ts';
import { toProps } from '../../../../shared/page/props.ts';
import { isPersonal, scrub, scrubPath } from '../../../../shared/page/scrub.ts';
import { readArrival } from '../../../../snippet/observe/arrival.ts';
import { HARMLESS, MARKERS } from './markers.ts';

test('there are at least 60 markers', () => expect(new Set(MARKERS).size).toBeGreaterThanOrEqual(60));
test.each(MARKERS)('"%s" is personal', (text) => expect(scrub(text)).toBe(''));
test.each(HARMLESS)('"%s" is harmless', (text) => expect(scrub(text)).toBe(text));

// an address may hold as much, and whoever makes a link chooses what: a pattern that looks back takes hours for it
test.each([
  ['no address', `1 ${'x'.repeat(1e6)}`, false],
  ['an address', `${'x'.repeat(1e6)}@lovelace.example`, true],
  ['many signs of one', `1 ${'a@'.repeat(5e5)}`, false],
  ['beginnings of tokens', `1 ${'eyJ-'.repeat(2e5)}`, true],
  ['encoded', '%25'.repeat(3e5), false],
])('a text of a million letters is looked through at once: %s', (_, text, expected) =>
  expect(isPersonal(text)).toBe(expected),
);

// a run that is read anew from each of its signs takes minutes for as many
test.each<[string, string, boolean]>([
  ['digits', '1'.repeat(2e5), false],
  ['a route of digits', `https://shop.example/#/${'1'.repeat(2e5)}`, false],
  ['digits, then letters', `${'1'.repeat(1e5)}a${'b'.repeat(1e5)}.js`, false],
  ['digits and letters by turns', `${'1a1a1a1a1a-1'.repeat(2e4)}`, true],
  ['digits and separators by turns', '1_1-'.repeat(5e4), false],
  ['digits, few at a time', '12.34:'.repeat(4e4), false],
  ['separators', `a${'-._/+'.repeat(4e4)}`, false],
  ['an address that is none', `/${'x'.repeat(2e5)} 1`, false],
  ['a word with many hyphens above as many empty segments', `/${'a-'.repeat(5e4)}${'/'.repeat(1e5)}`, false],
  ['letters, then a capital', `1 ${'a'.repeat(2e5)}B`, false],
  ['words and numbers', `${'word2024'.repeat(2e4)}`, true],
  ['names that name nobody', 'a.b=;'.repeat(4e4), false],
  ['stray percent signs', '%'.repeat(2e5), false],
])('a long run is read once: %s', (_, text, expected) => expect(isPersonal(text)).toBe(expected));

// anybody can write a link within a link within a link
test('an address within addresses is looked at, and one that goes on without end is dropped', () => {
  expect(isPersonal('/a?/b?/c')).toBe(false);
  expect(isPersonal('/a?/b?/users/17')).toBe(true);
  expect(isPersonal('/a?https://shop.example/b#/reset/x7kq')).toBe(true);
  expect(isPersonal('/?'.repeat(5000))).toBe(true);
  expect(isPersonal('https://a/#'.repeat(1e5))).toBe(true);
});

test('a machine is no source of a visit', () => {
  const keep = createKeep(undefined, () => {});
  const from = (referrer: string) =>
    readArrival(new URL('https://shop.example/'), referrer, keep).arrival.referrer;
  expect(from('http://192.168.178.201/intranet')).toBe(undefined);
  expect(from('https://5d41402abc4b2a76b9719d911017c592.tunnel.example/')).toBe(undefined);
  expect(from('https://www.news.example/')).toBe('news.example');
});

test.each([
  ['/users/ada@lovelace.example/orders', '/users/[removed]/orders'],
  ['/users/ada%2540lovelace.example/', '/users/[removed]/'],
  ['/reset/eyJhbGciOiJIUzI1NiJ9.eyJz.c2ln', '/reset/[removed]'],
  ['/call/+4915123456789', '/call/[removed]'],
  ['/blog/2026/11/22/red-dress', '/blog/2026/11/22/red-dress'],
  ['/blog/2026-11-22-red-dress', '/blog/2026-11-22-red-dress'],
  ['/blog/k3jx8f0qpl5vz2m7w9tb', '/blog/[removed]'],
  ['/blog/xkqwzrtplmn2024bcdfghj', '/blog/[removed]'],
  ['/user/einstellungen', '/user/einstellungen'],
  ['/user/einstellungen/anna', '/user/einstellungen/[removed]'],
  ['/users/12345/anna-schmidt', '/users/[removed]/[removed]'],
  ['/users/12345/reviews', '/users/[removed]/reviews'],
  ['/members/all/anna', '/members/all/[removed]'],
  ['/users/search/anna-schmidt', '/users/search/[removed]'],
  ['/', '/'],
  ['/100%', '/100%'],
])('the path %s becomes %s', (path, expected) => expect(scrubPath(path, false)).toBe(expected));

describe('fields', () => {
  const kept = (given: object, isStated?: boolean) => {
    const dropped = vi.fn();
    return { props: toProps(given, dropped, isStated), dropped: dropped.mock.calls.flat() };
  };
  test.each(MARKERS)('"%s" is dropped wherever it stands', (text) => {
    const { props, dropped } = kept({ text, list: ['a', text], items: [{ item_name: text }], [text]: 1 });
    expect(props).toEqual({ list: ['a'], items: [{}] });
    expect(dropped.sort()).toEqual(['[removed]', 'items.item_name', 'list', 'text']);
    expect(JSON.stringify(dropped)).not.toContain(text);
  });
  test.each<[string, unknown]>([
    ['transaction_id', '20261122-00187'],
    ['transaction_id', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
    ['order_id', 1234567890123],
    ['item_id', '4006381333931'],
    ['gtin', '4006381333931'],
    ['value', 1_500_000_000],
    ['price', 123456789],
    ['updated_at', 1795308092631],
    ['quantity', 3],
    ['totalPrice', 2025550143],
    ['dateModified', 2025550143],
    ['createdAt', 2025550143],
    ['prices', [123456789]],
    ['item_id', 123456789],
    ['rating', 0.123456789012],
    ['item_name', 'Nike Air Zoom Pegasus 39'],
    ['subscribed_by_mail', true],
  ])('%s: %s is kept', (key, value) => expect(kept({ [key]: value }).props).toEqual({ [key]: value }));
  test.each<[string, unknown]>([
    ['transaction_id', 'ada@lovelace.example'],
    ['number', 4111111111111111],
    ['candidate', 4111111111111111],
    ['updated', 4111111111111111],
    ['taxi', 2025550143],
    ['sometimes', 123456789],
    ['value', 4111111111111111],
    ['total', 378282246310005],
    ['order_id', 5555555555554444],
    ['phone_number', '5550143'],
    ['first_name', 'Ada'],
    ['lastName', 'Lovelace'],
    ['surname', 'Lovelace'],
    ['address', { city: 'London', postal_code: 'SW1Y 4JH' }],
    ['street', 'St James’s Square 12'],
    ['shippingAddress', 'St James’s Square 12'],
    ['user_id', 'u-17'],
    ['client_id', 17],
    ['date_of_birth', '1815-12-10'],
    ['password', 'analytical'],
  ])('%s: %s is dropped', (key, value) => expect(kept({ [key]: value }).props).toEqual({}));
  test('a name may be stated, an address not', () =>
    expect(kept({ first_name: 'Ada', home: 'ada@lovelace.example', gone: null }, true)).toEqual({
      props: { first_name: 'Ada', gone: null },
      dropped: ['home'],
    }));
  test('nothing gets at the prototype', () => {
    const given = JSON.parse(
      '{"__proto__": {"polluted": true}, "items": [{"__proto__": {"polluted": true}}]}',
    );
    expect(kept(given).props).toEqual({ items: [{}] });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

// A draft in an address: written and read again; what anybody else put there ends as a sentence, in bounded space.

import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  findDraftPart,
  MOST_IN_LINK,
  MOST_INFLATED,
  readDraftPart,
  writeDraftLink,
} from '../../../../../extension/panel/draft/draft-link.ts';

const START = '#selvedge-draft=';
const linkOf = (bytes: Buffer) => START + bytes.toString('base64url');

test('a text comes back as it was, on the page it was of', async () => {
  const text = JSON.stringify({ words: 'Zelte für „jeden“ Hang 🏕', list: [1, 2, 3] });
  const link = await writeDraftLink('https://shop.example/tents?a=1#old', text);
  expect(link?.startsWith(`https://shop.example/tents?a=1${START}`)).toBe(true);
  expect(link).toMatch(/=[\w-]+$/);
  expect(await readDraftPart(findDraftPart(link!)!)).toBe(text);
});

test('what is too long for a link gets none', async () => {
  let seed = 7;
  const noise = Array.from({ length: 60_000 }, () => {
    seed = (seed * 48271) % 2147483647;
    return String.fromCharCode(33 + (seed % 90));
  }).join('');
  expect(await writeDraftLink('https://shop.example/', noise)).toBeUndefined();
  expect(await writeDraftLink('https://shop.example/', 'a'.repeat(MOST_INFLATED + 1))).toBeUndefined();
});

test.each<[name: string, url: string]>([
  ['no fragment', 'https://shop.example/'],
  ['a preview link', 'https://shop.example/#selvedge=tents'],
  ['the mirror', 'https://shop.example/#selvedge-privacy'],
  ['it stands in the query', 'https://shop.example/?x=#'],
  ['a route before it', 'https://shop.example/#/a#selvedge-draft=abc'],
])('holds no draft: %s', (_name, url) => expect(findDraftPart(url)).toBeUndefined());

describe('is refused in words', () => {
  const text = '{"a":1}';
  const fit = deflateRawSync(text);
  test.each<[name: string, part: string, why: RegExp]>([
    ['nothing', START, /damaged/],
    ['no base64url', `${START}%3Cscript%3E`, /damaged/],
    ['plus and slash', `${START}ab+/`, /damaged/],
    ['one letter', `${START}A`, /damaged/],
    ['cut', linkOf(fit).slice(0, -4), /damaged/],
    ['not deflated', linkOf(Buffer.from(text)), /damaged/],
    ['no UTF-8', linkOf(deflateRawSync(Buffer.from([0xff, 0xfe, 0xfd]))), /damaged/],
    ['a bomb', linkOf(deflateRawSync(Buffer.alloc(20_000_000))), /damaged/],
    ['too long', START + 'A'.repeat(MOST_IN_LINK), /longer than any/],
  ])('%s', async (_name, part, why) => {
    expect(part.length <= MOST_IN_LINK || why.source.includes('longer')).toBe(true);
    await expect(readDraftPart(part)).rejects.toThrow(why);
  });
});

test('as much as a link may hold is read', async () => {
  const text = 'a'.repeat(MOST_INFLATED);
  expect(await readDraftPart(linkOf(deflateRawSync(text)))).toBe(text);
});

// The pictures in the documents and for the stores are not older than what they show: each word of ours that one shows is
// still said. What they hold was noted as they were taken (test/support/picture-words.mjs).

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { hashTheme, keepOwn, readPanel, readShop, SHOWN } from '../../support/picture-words.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { theme, pictures }: { theme: string; pictures: Record<string, string[]> } = JSON.parse(
  readFileSync(SHOWN, 'utf8'),
);
const taken = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.png'))
    .map((name) => name.replace('.png', ''));
const ANEW = 'take the pictures anew, and look at them: node test/support/screenshots.mjs';

test('of each picture is known what it shows', () =>
  expect(Object.keys(pictures).sort()).toEqual(taken('test/shop/pictures').sort()));

test.each(Object.entries(pictures))('%s shows what is said today', (name, words) => {
  expect(words.length).toBeGreaterThan(4);
  const source = name.startsWith('panel-') ? readPanel() : readShop();
  const kept = keepOwn(words, source);
  expect(
    words.filter((word) => !kept.includes(word)),
    ANEW,
  ).toEqual([]);
});

test('they have the colours and sizes of today', () => expect(theme, ANEW).toBe(hashTheme()));

test('a word that nobody says any more is found', () =>
  expect(keepOwn(['Keep this', 'Publish'], 'say("Publish")')).toEqual(['Publish']));

test.each([
  ['here', 1280, 800],
  ['segment', 1280, 800],
  ['make', 1280, 800],
  ['sheet', 1280, 800],
  ['tile', 440, 280],
])('%s has the size that stores ask for, and no transparency', (name, width, height) => {
  const bytes = readFileSync(join(root, `extension/store/pictures/${name}.png`));
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width, height]);
  // 8 bits, RGB
  expect([...bytes.subarray(24, 26)]).toEqual([8, 2]);
});

test('there are no others', () =>
  expect(taken('extension/store/pictures').sort()).toEqual(['here', 'make', 'segment', 'sheet', 'tile']));

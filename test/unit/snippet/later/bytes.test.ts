// What comes at rest of a tag in two files, as it is published, in brotli bytes: what every visitor loads, and what only
// those do who are shown something. At most 4 % more than it has come down to.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { publishFiles } from '../../../../shared/publish/publish-files.ts';
import { nowConfigs } from '../../../support/now-configs.ts';

const read = (name: string): string => readFileSync(`dist/${name}`, 'utf8');
const weigh = (text: string): number =>
  brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const built = {
  pieces: JSON.parse(read('selvedge.parts.json')),
  later: read('selvedge-later.js'),
  show: read('selvedge-show.js'),
  listen: read('selvedge-listen.js'),
};
const config = nowConfigs('test/shop/selvedge.json')['1 segment, 1 text'];
if (!config) throw new Error('there is such a config');
const { now, later } = publishFiles(built, config);

test('the rest, small config: at most 36,900 B', () => expect(weigh(later)).toBeLessThanOrEqual(36_900));
test('what shows changes: at most 12,880 B', () => expect(weigh(built.show)).toBeLessThanOrEqual(12_880));
test('all that a visitor in no segment loads, small config: at most 44,500 B', () =>
  expect(weigh(now) + weigh(later)).toBeLessThanOrEqual(44_500));
test('the applier is in the file for those who are shown something, and in no other', () => {
  // a word of its own: said where a page is edited
  expect([now, later, built.show].map((text) => text.includes('the page is being edited'))).toEqual([
    false,
    false,
    true,
  ]);
});

// What a page with a block loads besides, in brotli bytes: at most 4 % more than it has come down to. The design asked for
// 2 kB; eight shapes with their dress, dialogs that give the focus back, coupons that copy and countdowns that end are more.
// Which pages load it: test/e2e/loop/block.spec.ts.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';

const read = (name: string): string => readFileSync(`dist/${name}`, 'utf8');
const weigh = (text: string): number =>
  brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test('what draws a block: at most 5,300 B', () =>
  expect(weigh(read('selvedge-block.js'))).toBeLessThanOrEqual(5300));

test('it is in no file that a page without a block loads', () => {
  // a word of its own: said where a block is drawn
  const files = ['block', 'show', 'later', 'listen'].map((name) => read(`selvedge-${name}.js`));
  expect(files.map((text) => text.includes('showModal'))).toEqual([true, false, false, false]);
});

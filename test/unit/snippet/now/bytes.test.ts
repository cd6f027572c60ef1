// What the script of a first paint weighs as it is published, in brotli bytes: at most 4 % more than it has come down to.
// And what is loaded after a refusal.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { compose, type Pieces } from '../../../../shared/publish/compose.ts';
import { publishNow } from '../../../../shared/publish/publish-now.ts';
import { allParts } from '../../../support/all-parts.ts';
import { nowConfigs } from '../../../support/now-configs.ts';

const pieces: Pieces = JSON.parse(readFileSync('dist/selvedge.parts.json', 'utf8'));
const weigh = (text: string): number =>
  brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const configs = nowConfigs('test/shop/selvedge.json');

test.each([
  ['1 segment, 1 text', 7870],
  ['typical', 11_680],
  ['the shop', 17_850],
])('%s, with its table: at most %i B', (name, most) => {
  const config = configs[name];
  expect(config && weigh(publishNow(pieces, config).script)).toBeLessThanOrEqual(most);
});

test('everything on, without a table: at most 17,750 B', () =>
  expect(weigh(compose(pieces, 'begin', allParts(pieces), ''))).toBeLessThanOrEqual(17_750));

test('without a table, for data-config: at most 4,140 B', () =>
  expect(weigh(readFileSync('dist/selvedge.js', 'utf8'))).toBeLessThanOrEqual(4140));

test('what a page loads where the visitor has refused: at most 1,024 B', () =>
  expect(weigh(readFileSync('dist/selvedge-listen.js', 'utf8'))).toBeLessThanOrEqual(1024));

// What the script of a first paint weighs as it is published, in brotli bytes: at most 4 % more than it has come down to.
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
  ['1 segment, 1 text', 7330],
  ['typical', 10_900],
  ['the shop', 16_540],
])('%s, with its table: at most %i B', (name, most) => {
  const config = configs[name];
  expect(config && weigh(publishNow(pieces, config).script)).toBeLessThanOrEqual(most);
});

test('everything on, without a table: at most 16,300 B', () =>
  expect(weigh(compose(pieces, 'begin', allParts(pieces), ''))).toBeLessThanOrEqual(16_300));

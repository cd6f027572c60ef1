// What a tag holds of recommended items: nothing where the config names none.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { listsAsBlocks } from '../../../../shared/page/list-as-block.ts';
import { bundle } from '../../../../shared/publish/bundle.ts';
import { sourceFor } from '../../../../shared/publish/form.ts';
import type { Config } from '../../../../shared/schema/config.ts';

const PLAIN: Config = { version: 1, site: 'a.example', revision: 1, segments: [], experiences: [] };
const items = { file: 'selvedge-items-0123abcd.js' };
const read = (name: string) => readFileSync(`dist/${name}`, 'utf8');
const weigh = (text: string) => brotliCompressSync(text).length;

test.each(['whole', 'two'] as const)('%s: a config without items has none of it', (form) => {
  const publish = (config: Config) => bundle(read(sourceFor(form, config)), config);
  const counting = { ...PLAIN, measure: { tell: [{ to: 'dataLayer' as const }] } };
  for (const config of [PLAIN, counting]) expect(publish(config)).not.toContain('selvedge-recommend.js');
  const recommending = publish({ ...PLAIN, items });
  expect(recommending).toContain('selvedge-recommend.js');
  // what counts and asks is not in it for that
  expect(recommending).not.toMatch(/\/\*part|dataLayer\.push|selvedge_asked/);
  const withBoth = publish({ ...counting, items });
  expect(weigh(withBoth) - weigh(publish(counting))).toBeLessThan(450);
});

test('what chooses and draws weighs at most 6.3 kB', () =>
  expect(weigh(read('selvedge-recommend.js'))).toBeLessThan(6_300));

const change = {
  kind: 'recommend' as const,
  target: { css: 'ul' },
  card: { item: 'li' },
  from: ['viewed' as const],
  count: 3,
};
const variant = { id: 'v', name: 'V', segment: 'everyone', changes: [change] };

test('a list is put before itself as a block; without items it is left as it is', () => {
  expect(listsAsBlocks({ items }, variant).changes).toEqual([
    {
      kind: 'block',
      shape: 'list',
      target: change.target,
      position: 'before',
      list: change,
      file: items.file,
    },
  ]);
  expect(listsAsBlocks({}, variant)).toBe(variant);
});

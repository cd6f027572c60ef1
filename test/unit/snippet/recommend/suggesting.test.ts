// What a tag holds of recommended items: nothing where the config names none.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { listsAsBlocks } from '../../../../shared/page/list-as-block.ts';
import { bundle } from '../../../../shared/publish/bundle.ts';
import { sourceFor } from '../../../../shared/publish/form.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { suggesting } from '../../../../snippet/recommend/suggesting.ts';

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
  expect(weigh(withBoth) - weigh(publish(counting))).toBeLessThan(1_350);
});

// 1.0 kB of it reads rows of pages
test('what chooses and draws weighs at most 6.8 kB', () =>
  expect(weigh(read('selvedge-recommend.js'))).toBeLessThan(6_800));

test('what the tag has is not in it a second time: it is lent, and by no other version', async () => {
  const name = 'selvedge-recommend.js';
  // an operator of `where`, and how elements are found
  for (const word of ['elemMatch', 'querySelectorAll']) {
    expect(read('selvedge-measure.js')).toContain(word);
    expect(read(name)).not.toContain(word);
  }
  const file: { begin(lent: unknown[]): unknown } = await import(pathToFileURL(`dist/${name}`).href);
  expect(() => file.begin(['0.0.0'])).toThrow('the files beside the tag are of another version');
});

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

test('whoever turned suggestions off gets another list than the one that is shown, and the rest of the variant', () => {
  const other = { kind: 'hide' as const, target: { css: 'p' } };
  const both = { ...variant, changes: [change, other] };
  const placed = (off: unknown) => suggesting.place({ items }, both, () => off).changes;
  expect(placed(['measure', 'suggestions'])).toEqual([
    expect.objectContaining({ shape: 'list', isOff: true }),
    other,
  ]);
  expect(placed('suggestions')[0]).toHaveProperty('isOff', true);
  for (const off of [undefined, null, [], ['measure'], 'nosuggestions'])
    expect(placed(off)).toEqual([expect.not.objectContaining({ isOff: true }), other]);
});

test('a list whose items are known from their pages asks for these', () => {
  expect(listsAsBlocks({ items: { pages: true } }, variant).changes).toEqual([
    expect.objectContaining({ shape: 'list', file: 'pages' }),
  ]);
  for (const odd of [{}, { pages: 'yes' }, null, 7])
    expect(listsAsBlocks({ items: odd as Config['items'] }, variant)).toBe(variant);
});

test.each(['whole', 'two'] as const)('%s: who has a file of items has nothing of what keeps rows', (form) => {
  const publish = (config: Config) => bundle(read(sourceFor(form, config)), config);
  const [byFile, byPages] = [
    { ...PLAIN, items },
    { ...PLAIN, items: { pages: true as const } },
  ].map(publish);
  expect(byFile).not.toMatch(/item_row|"selvedge-item"/);
  expect(byPages).toMatch(/item_row/);
  expect(byPages).toContain('selvedge-recommend.js');
  expect(weigh(byPages ?? '') - weigh(byFile ?? '')).toBeLessThan(350);
});

// A tag whose config names no items holds nothing of what recommends them: by the words that only that says, and byte for
// byte.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { expect, test } from 'vitest';
import { sayBundled } from '../../../../cli/build-notices.mjs';
import { bundle } from '../../../../shared/publish/bundle.ts';
import { SOURCES, sourceFor } from '../../../../shared/publish/form.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { buildLater, buildTag, type Common } from '../../../../snippet/build-tag.mjs';
import { isLong } from '../../../support/draws.ts';

/** Of what a tag holds for it, something that stays as it is when it is made small. */
const WORDS = ['selvedge-recommend.js', 'createServe', '/*part suggesting*/'];
const PLAIN: Config = { version: 1, site: '', revision: 1, segments: [], experiences: [] };
const items = { file: 'selvedge-items-0123abcd.js' };
const read = (file: string): string => readFileSync(`dist/${file}`, 'utf8');
const foundIn = (text: string): string[] => WORDS.filter((word) => text.includes(word));

test.each(['two', 'whole'] as const)('a tag as %s', (form) => {
  const own = sourceFor(form, PLAIN);
  const recommending = sourceFor(form, { ...PLAIN, items });
  expect(recommending).not.toBe(own);
  // the words would be found
  expect(foundIn(read(recommending))).toEqual(WORDS);
  const others = SOURCES[form].filter((file) => !/measure/.test(file));
  expect(others).toContain(own);
  expect(others.map((file) => [file, foundIn(read(file))])).toEqual(others.map((file) => [file, []]));
});

test('what a page without items loads', () => {
  for (const file of [
    'selvedge.js',
    'selvedge-later.js',
    'selvedge-show.js',
    'selvedge-whole.js',
    'selvedge-block.js',
  ])
    expect([file, foundIn(read(file)), read(file).includes('data-selvedge-list')]).toEqual([file, [], false]);
});

test.each(['two', 'whole'] as const)('%s: one that counts has nothing that a list needs', (form) => {
  const counting: Config = { ...PLAIN, measure: { tell: [{ to: 'dataLayer' }] } };
  const publish = (config: Config) => bundle(read(sourceFor(form, config)), config);
  const [without, withItems] = [publish(counting), publish({ ...counting, items })];
  expect(without).not.toMatch(/selvedge-(recommend|items)/);
  // what is more is the part alone, and the name of the file
  const part = /\/\*part suggesting\*\/(.*?)(?=\/\*part)/s.exec(read(sourceFor(form, counting)))?.[1] ?? '';
  expect(part.length).toBeGreaterThan(300);
  const rest = withItems.replace(part, '').replace(new RegExp(`,?"items":${JSON.stringify(items)}`), '');
  expect(rest === without).toBe(true);
});

/** As if nobody had written these files. */
const emptied: Plugin = {
  name: 'emptied',
  setup({ onLoad }) {
    onLoad(
      { filter: /snippet.recommend..*\.ts$|shared.(items|dom.recommend)..*\.ts$|list-as-block\.ts$/ },
      () => ({
        contents: '',
      }),
    );
  },
};

/** Of the two forms that pages have the one is made again; the other in the long run, as each takes some seconds. */
test.each([
  ['selvedge-later.js', buildLater, true],
  [
    'selvedge-whole.js',
    async (common: Common, idb: string) => (await buildTag(common, idb)).contents,
    isLong,
  ],
] as const)(
  '%s is byte for byte what it is without those files',
  { timeout: 600_000 },
  async (file, make, isDue) => {
    if (!isDue) return;
    const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    const common: Common = {
      bundle: true,
      legalComments: 'none',
      charset: 'utf8',
      logLevel: 'silent',
      absWorkingDir: process.cwd(),
      define: { VERSION: JSON.stringify(version) },
      plugins: [emptied],
    };
    const made = await make(common, sayBundled(process.cwd(), 'idb'));
    expect(made.length).toBeGreaterThan(50_000);
    expect(readFileSync(`dist/${file}`).equals(made)).toBe(true);
  },
);

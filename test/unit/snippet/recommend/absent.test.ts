// A tag whose config names no items holds nothing of what recommends them: by the words that only that says
// (byte for byte: same-without.test.ts).
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundle } from '../../../../shared/publish/bundle.ts';
import { SOURCES, sourceFor } from '../../../../shared/publish/form.ts';
import type { Config } from '../../../../shared/schema/config.ts';

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

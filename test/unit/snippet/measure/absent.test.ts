// A tag whose config does not say `measure` holds nothing of what counts and tells: by the words that only that says
// (byte for byte: same-without.test.ts).
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SOURCES, sourceFor } from '../../../../shared/publish/form.ts';
import type { Config } from '../../../../shared/schema/config.ts';

/** Of each file in snippet/measure, and of what is done for it elsewhere, something that stays as it is when it is made small. */
const WORDS = [
  'selvedge-ping',
  'in another currency',
  'counted',
  'keepalive',
  'no-referrer',
  '&q=',
  'is not on this page',
];
const PLAIN: Config = { version: 1, site: '', revision: 1, segments: [], experiences: [] };
const foundIn = (file: string): string[] => {
  const text = readFileSync(`dist/${file}`, 'utf8');
  return WORDS.filter((word) => text.includes(word));
};

test.each(['two', 'whole'] as const)('a tag as %s', (form) => {
  const own = sourceFor(form, PLAIN);
  for (const measure of [{ ping: {} }, { holdout: 0.1 }, { tell: [{ to: 'matomo' as const }] }]) {
    const counting = sourceFor(form, { ...PLAIN, measure });
    expect(counting).not.toBe(own);
    // the words would be found
    expect(foundIn(counting)).toEqual(WORDS);
  }
  const others = SOURCES[form].filter((file) => !/measure/.test(file));
  expect(others).toContain(own);
  expect(others.map((file) => [file, foundIn(file)])).toEqual(others.map((file) => [file, []]));
  for (const measure of [{}, { goals: [] }, { holdout: 0 }])
    expect(sourceFor(form, { ...PLAIN, measure })).toBe(own);
});

test('what a page without a published config loads', () => {
  for (const file of ['selvedge.js', 'selvedge-later.js', 'selvedge-whole.js', 'selvedge-block.js'])
    expect(foundIn(file)).toEqual([]);
});

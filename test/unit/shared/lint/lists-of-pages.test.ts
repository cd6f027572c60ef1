// Advice on lists whose items are known from their pages.
import { expect, test } from 'vitest';
import { lintLists } from '../../../../shared/lint/lists.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { experienceOf } from '../../../support/tag.ts';
import { SAMPLE } from '../schema/sample.ts';

const configWith = (items: unknown, from: ('similar' | 'trending')[] = ['similar']): Config => ({
  ...SAMPLE,
  items: items as Config['items'],
  experiences: [
    experienceOf('everyone', [
      { kind: 'recommend', target: { css: 'ul' }, card: { item: 'li' }, from, count: 3 },
    ]),
  ],
});
const file = 'selvedge-items-3f9a12bc.js';
const refused = (items: unknown) =>
  checkConfig(configWith(items)).problems.filter(({ severity }) => severity === 'error');

test('items are known from one file, or from their pages', () => {
  expect([refused({ file }), refused({ pages: true })]).toEqual([[], []]);
  for (const odd of [{}, { file, pages: true }])
    expect(refused(odd)).toEqual([
      expect.objectContaining({ path: 'items', remedy: expect.stringContaining('"pages": true') }),
    ]);
  for (const odd of [{ pages: false }, { pages: 'rows' }, { pages: true, more: 1 }])
    expect(refused(odd)).not.toEqual([]);
});

test('what many want is in no page of one item', () => {
  expect(lintLists(configWith({ pages: true }, ['similar', 'trending']))).toEqual([
    expect.objectContaining({
      path: 'experiences[0].variants[0].changes[0].from[1]',
      severity: 'warning',
      problem: expect.stringContaining('"trending"'),
    }),
  ]);
  expect(lintLists(configWith({ pages: true }))).toEqual([]);
  expect(lintLists(configWith({ file }, ['trending']))).toEqual([]);
  expect(lintLists({ ...configWith({ pages: true }), items: undefined })).toEqual([]);
});

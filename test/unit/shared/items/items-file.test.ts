// The name of the file of items, as a config holds it.

import { expect, test } from 'vitest';
import { checkConfig } from '../../../../shared/schema/check.ts';
import { SAMPLE } from '../schema/sample.ts';

const problemsOf = (file: string) => checkConfig({ ...SAMPLE, items: { file } }).problems;

test('a config names the file of items as learn writes it', () => {
  expect(problemsOf('selvedge-items-3f9a12bc.js')).toEqual(checkConfig(SAMPLE).problems);
});

test.each([
  'selvedge-items.js',
  '../selvedge-items-3f9a12bc.js',
  'https://elsewhere.example/selvedge-items-3f9a12bc.js',
  'selvedge-items-3F9A12BC.js',
  'selvedge-items-3f9a12bc.js?a',
  '',
])('another name is refused: %s', (file) => {
  const [problem] = problemsOf(file);
  expect(problem).toMatchObject({ path: 'items.file', severity: 'error' });
  expect(problem?.remedy).toContain('selvedge-items-3f9a12bc.js');
});

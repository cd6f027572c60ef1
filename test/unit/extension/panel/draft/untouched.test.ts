// What is said of parts that a draft left as they are is told apart from what it says of its own.

import { expect, test } from 'vitest';
import { isUntouched } from '../../../../../extension/panel/draft/untouched.ts';
import type { Config } from '../../../../../shared/schema/config.ts';

const experience = (id: string, name: string) => ({
  id,
  name,
  status: 'live' as const,
  pages: ['/'],
  variants: [{ id: 'a', name: 'A', segment: 'everyone', changes: [] }],
});
const base: Config = {
  version: 1,
  site: 'shop.example',
  revision: 1,
  segments: [{ id: 'tents', name: 'Tents', when: { kind: 'age', is: { $gt: '1d' } } }],
  experiences: [experience('one', 'One'), experience('two', 'Two')],
};
const now: Config = {
  ...base,
  // in another order, one of them new, one changed
  experiences: [experience('new', 'New'), experience('two', 'Two'), experience('one', 'Other')],
};

test.each([
  ['experiences[0]', false],
  ['experiences[1]', true],
  ['experiences[1].variants[0].segment', true],
  ['experiences[2].goal', false],
  ['segments[0].when', true],
  ['segments[4].when', false],
  ['items', false],
  ['', false],
])('%s', (path, is) => {
  expect(isUntouched(path, now, base)).toBe(is);
  expect(isUntouched(path, now, undefined)).toBe(false);
});

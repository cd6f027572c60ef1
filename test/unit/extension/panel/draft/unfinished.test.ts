// A rule of which something is still to be filled in.

import { expect, test } from 'vitest';
import { isUnfinished } from '../../../../../extension/panel/draft/unfinished.ts';

const views = { kind: 'count', event: 'page_view', is: { $gte: 3 } };

test.each<[string, unknown]>([
  ['an empty value', { ...views, where: { path: '' } }],
  ['of blanks alone', { ...views, where: { path: '  ' } }],
  ['an empty text', { ...views, where: { path: { $startsWith: '' } } }],
  ['a list of nothing', { ...views, where: { path: { $in: [] } } }],
  ['no event', { ...views, event: '' }],
  [
    'an empty part, deep in it',
    { kind: 'all', of: [views, { kind: 'any', of: [{ ...views, where: { path: '' } }] }] },
  ],
  ['an empty step', { kind: 'sequence', steps: [{ event: 'page_view', where: { path: '' } }], within: '1d' }],
])('%s', (_name, when) => expect(isUnfinished(when)).toBe(true));

test.each<[string, unknown]>([
  ['a figure', views],
  ['none', { ...views, is: 0 }],
  ['no', { ...views, where: { isNew: false } }],
  ['what is not known', { ...views, where: { path: null } }],
  ['a group of nothing, which everybody is in', { kind: 'all', of: [] }],
])('not %s', (_name, when) => expect(isUnfinished(when)).toBe(false));

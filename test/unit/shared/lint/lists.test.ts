// Advice on lists of recommended items.
import { expect, test } from 'vitest';
import { lintConfig } from '../../../../shared/lint/lint.ts';
import { lintLists } from '../../../../shared/lint/lists.ts';
import type { ChangeOf } from '../../../../shared/schema/change.ts';
import type { Config } from '../../../../shared/schema/config.ts';

const configOf = (more: Partial<ChangeOf<'recommend'>>): Config => ({
  version: 1,
  site: '',
  revision: 1,
  items: { file: 'selvedge-items-0123abcd.js' },
  segments: [],
  experiences: [
    {
      id: 'e',
      name: '',
      status: 'live',
      goal: null,
      pages: ['*'],
      variants: [
        {
          id: 'v',
          name: '',
          segment: 'everyone',
          changes: [
            {
              kind: 'recommend',
              target: { css: '.list' },
              card: { item: '.card' },
              from: ['similar', 'viewed'],
              count: 4,
              ...more,
            },
          ],
        },
      ],
    },
  ],
});

test('a source that is left out again is said', () =>
  expect(lintConfig(configOf({ without: ['this', 'viewed'] }))).toEqual([
    {
      path: 'experiences[0].variants[0].changes[0].from[1]',
      problem: 'the source "viewed" shows nothing: "without" leaves out what was looked at',
      remedy: 'Take "viewed" out of one of the two.',
      severity: 'warning',
      inPanel: {
        problem: 'what they looked at is both shown and left out, so none of it shows',
        remedy: 'Take it out of one of the two.',
      },
    },
  ]));

test.each<[string, Partial<ChangeOf<'recommend'>>]>([
  ['what is usual', {}],
  ['another source', { from: ['similar'], without: ['this', 'viewed'] }],
  // what it is time to order again was bought, that is why
  ['what was bought, and is due', { from: ['again'], without: ['bought'] }],
])('nothing is said of %s', (_what, more) => expect(lintLists(configOf(more))).toEqual([]));

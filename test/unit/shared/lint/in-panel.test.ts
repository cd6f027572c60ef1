// Advice for authors, who never see the file: by names, without an id or a field of JSON.

import { expect, test } from 'vitest';
import { lintConfig } from '../../../../shared/lint/lint.ts';
import type { Change } from '../../../../shared/schema/change.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Experience } from '../../../../shared/schema/experience.ts';

const title: Change = { kind: 'text', target: { css: 'h1' }, value: 'x' };
const tents: Condition = { kind: 'context', key: 'device', is: 'phone' };

const experience = (id: string, name: string, more: Partial<Experience> = {}): Experience => ({
  id,
  name,
  status: 'live',
  pages: ['/'],
  goal: 'bought',
  variants: [{ id: 'va', name: 'Summer', segment: 'everyone', changes: [title] }],
  ...more,
});
const configOf = (experiences: Experience[], more: Partial<Config> = {}): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  goals: [{ id: 'bought', name: 'Bought', event: 'purchase' }],
  segments: [{ id: 'seg-a', name: 'On the phone', when: tents }],
  experiences,
  ...more,
});
/** @returns what an author reads, and where it is */
function read(config: Config): string[] {
  const { problems } = checkConfig(config);
  return [...problems, ...lintConfig(config)].map(({ path, inPanel, ...one }) => {
    const { problem, remedy } = inPanel ?? one;
    return `${path}: ${problem}. ${remedy}`;
  });
}

const { goal: _goal, ...aimless } = experience('e-a', 'Hero');
const GOAL =
  'it has no goal, so nobody can tell whether it helps. Say under “What should happen more?” what it is for, or that there is nothing to count.';

test.each<[string, Config, string[]]>([
  ['no goal', configOf([aimless]), [`experiences[0]: ${GOAL}`]],
  [
    'no change',
    configOf([
      experience('e-a', 'Hero', { variants: [{ id: 'va', name: 'S', segment: 'everyone', changes: [] }] }),
    ]),
    [
      'experiences[0]: it changes nothing: whoever gets it sees the original. Add a change to a variant, or pause it.',
    ],
  ],
  [
    'a variant that another comes before',
    configOf([
      experience('e-a', 'Hero', {
        variants: [
          { id: 'va', name: 'Summer', segment: 'everyone', changes: [title] },
          { id: 'vb', name: 'Winter', segment: 'seg-a', changes: [title] },
        ],
      }),
    ]),
    [
      'experiences[0].variants[1].segment: nobody gets it: whoever is in “On the phone” gets “Summer” before. Put the variant for fewer visitors first.',
    ],
  ],
  [
    'an experience that another comes before',
    configOf([experience('e-a', 'Hero'), experience('e-b', 'Other')]),
    [
      'experiences[1]: nobody ever sees it: “Hero” comes first and changes the same things for the same visitors. Put it before the other, or change something else.',
    ],
  ],
  [
    'two segments of the same visitors, one of all, one of nobody',
    configOf([], {
      segments: [
        { id: 'seg-a', name: 'On the phone', when: tents },
        { id: 'seg-b', name: 'Mobile', when: { kind: 'any', of: [tents] } },
        { id: 'seg-c', name: 'All', when: { kind: 'context', key: 'visitNumber', is: { $gte: 0 } } },
        { id: 'seg-d', name: 'None', when: { kind: 'context', key: 'visitNumber', is: { $lt: 0 } } },
      ],
    }),
    [
      expect.stringMatching(
        /^segments\[1\]\.when: it holds the same visitors as “On the phone” \(\d+ of \d+ made-up ones\)\. Keep one of them\.$/,
      ),
      'segments[2].when: everyone is in it. Show it to everyone instead, or ask for more in its rule.',
      expect.stringMatching(/^segments\[3\]\.when: none of \d+ made-up visitors gets into it\. Look for/),
    ],
  ],
  [
    'nothing to compare with',
    configOf([experience('e-a', 'Hero')], { measure: { ping: {} } }),
    [
      'experiences[0]: it is counted, but there is nothing to compare it with. Let some visitors “keep the original”, such as 10 %, or add a second variant for the same segment.',
    ],
  ],
])('%s', (_what, config, expected) => {
  const all = read(config);
  expect(all).toEqual(expected);
  for (const one of all) expect(one).not.toMatch(/"|seg-|e-a|\bv[ab]\b/);
});

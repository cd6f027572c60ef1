// The changes of a variant as the applier takes them, and a config as exactly these segments get it.

import { expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { segments } from '../../../../shared/engine/decide.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import { forceSegments, withoutChance } from '../../../../shared/page/for-everybody.ts';
import { placeVariant } from '../../../../shared/page/placements.ts';
import type { Change } from '../../../../shared/schema/change.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Experience, Variant } from '../../../../shared/schema/experience.ts';

const hide: Change = { kind: 'hide', target: { css: 'h1' } };
const away: Change = { kind: 'redirect', url: '/sale/' };
const variant = (changes: unknown): Variant =>
  ({ id: 'v', name: 'V', segment: 'everyone', changes }) as Variant;
const experience: Experience = {
  id: 'hero',
  name: 'Hero',
  status: 'live',
  pages: ['/'],
  holdout: 0.5,
  frequency: { times: 1, per: 'visit' },
  variants: [],
};
const placed = { experience: 'hero', variant: 'v' };

test.each<[what: string, changes: unknown, placements: object[], redirects: object[]]>([
  [
    'each at its place in the variant',
    [away, hide],
    [{ ...placed, index: 1, change: hide }],
    [{ index: 0, url: '/sale/' }],
  ],
  ['none', [], [], []],
  ['no list', undefined, [], []],
  ['a change instead of a list', hide, [{ ...placed, index: 0, change: hide }], []],
  ['what is no change is the applier’s to tell', [null], [{ ...placed, index: 0, change: null }], []],
])('the changes of a variant: %s', (_what, changes, placements, redirects) => {
  expect(placeVariant(experience, variant(changes))).toEqual({ placements, redirects });
});

test('of a holdout nothing is changed', () => {
  expect(placeVariant(experience, variant([hide]), true).placements).toEqual([
    { ...placed, index: 0, change: hide, dry: true },
  ]);
});

test('everybody is in exactly the segments that are forced, whatever their rules say', () => {
  const config: Config = {
    version: 1,
    site: 'shop.example',
    revision: 1,
    segments: ['a', 'b', 'c'].map((id) => ({ id, name: id, when: { kind: 'trait', key: 'x', is: 1 } })),
    experiences: [],
  };
  for (const ids of [[], ['b'], ['c', 'a']]) {
    const program = compile(forceSegments(config, ids));
    const view = { program, profile: createProfile(program), facts: {}, now: 0 };
    expect(segments(view)).toEqual(['a', 'b', 'c'].filter((id) => ids.includes(id)));
  }
});

test('without chance nobody is held out, and nobody has seen enough', () => {
  const { holdout, frequency, ...rest } = experience;
  expect([holdout, frequency?.times]).toEqual([0.5, 1]);
  expect(withoutChance(experience)).toEqual(rest);
});

// Sides: the same that is shown, and apart from whatever a visitor did.

import { expect, test } from 'vitest';
import { assign } from '../../../../shared/engine/assign.ts';
import { compile } from '../../../../shared/engine/compile.ts';
import { groupsOf } from '../../../../shared/engine/groups-of.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Experience } from '../../../../shared/schema/experience.ts';
import { armOf, groupOf } from '../../../../snippet/measure/arm.ts';

const variant = (id: string, segment: string, weight?: number): Experience['variants'][number] => ({
  id,
  name: id,
  segment,
  ...(weight !== undefined && { weight }),
  changes: [],
});
const experience = (variants: Experience['variants'], holdout = 0.2): Experience => ({
  id: 'home',
  name: 'Home',
  status: 'live',
  pages: ['*'],
  holdout,
  variants,
});
const seeds = Array.from({ length: 2000 }, (_, i) => `${i}`.padStart(32, '0'));
const split = [variant('a', 'keen'), variant('b', 'everyone', 3), variant('c', 'everyone')];

test('what is shown to those of the split segment is what is counted', () => {
  const given = experience(split.slice(1));
  const config: Config = { version: 1, site: 's', revision: 1, segments: [], experiences: [given] };
  const program = compile(config);
  const view = { program, profile: createProfile(program), facts: {}, now: 1 };
  for (const seed of seeds) {
    const { outcome, variant } = assign(given, view, seed);
    expect(armOf(given, seed)).toBe(outcome === 'variant' ? `variant:${variant}` : outcome);
  }
});

test('without a split all who are not in the holdout are one side', () => {
  const given = experience([variant('a', 'keen'), variant('b', 'everyone')]);
  expect([...new Set(seeds.map((seed) => armOf(given, seed)))].sort()).toEqual(['holdout', 'on']);
  expect(armOf(experience([variant('a', 'everyone')], 0), 'x')).toBe('on');
});

test('shares are those of holdout and weights, by chi-square', () => {
  const expected: Record<string, number> = { holdout: 0.2, 'variant:b': 0.6, 'variant:c': 0.2 };
  const counts = new Map<string, number>();
  for (const seed of seeds) {
    const arm = armOf(experience(split), seed);
    counts.set(arm, (counts.get(arm) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual(Object.keys(expected));
  let chi = 0;
  for (const [arm, share] of Object.entries(expected))
    chi += ((counts.get(arm) ?? 0) - share * seeds.length) ** 2 / (share * seeds.length);
  // two degrees of freedom: 13.8 once in a thousand
  expect(chi).toBeLessThan(13.8);
});

test('neighbours of one segment are one group, from 1', () => {
  const given = experience(split);
  expect(groupsOf(given.variants).map((group) => group.map(({ id }) => id))).toEqual([['a'], ['b', 'c']]);
  expect(['keen', 'everyone', 'gone', undefined].map((segment) => groupOf(given, segment))).toEqual([
    1, 2, 0, 0,
  ]);
});

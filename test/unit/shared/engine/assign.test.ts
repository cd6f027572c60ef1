// Who gets what of an experience: status, schedule, holdout, order, weights, frequency.

import { expect, test } from 'vitest';
import { assign } from '../../../../shared/engine/assign.ts';
import { compile } from '../../../../shared/engine/compile.ts';
import { record } from '../../../../shared/engine/fold.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import type { View } from '../../../../shared/engine/view.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Props } from '../../../../shared/schema/props.ts';
import { configOf, NOW } from './arbitraries.ts';

type Experience = Config['experiences'][number];

const HOUR = 3_600_000;
const iso = (offset: number) => new Date(NOW + offset).toISOString();
const variant = (id: string, segment = 'everyone', more = {}) => ({
  id,
  name: id,
  segment,
  changes: [],
  ...more,
});
const base: Experience = { id: 'hero', name: 'hero', status: 'live', pages: ['*'], variants: [variant('a')] };
const rules: Condition[] = [
  { kind: 'trait', key: 'plan', is: 'gold' },
  { kind: 'count', event: 'view_item', is: { $gte: 1 }, within: '7d' },
];

type Act = [name: string, ago: number, props?: Props];

function run(
  more: object,
  { seed = 'seed', acts = [], doubt }: { seed?: string; acts?: Act[]; doubt?: View['doubt'] } = {},
) {
  const experience = { ...base, ...more };
  const program = compile(configOf(rules, { experiences: [experience] }));
  const profile = createProfile(program);
  for (const [name, ago, props] of acts) record(program, profile, name, props ?? {}, NOW - ago);
  return assign(experience, { program, profile, facts: {}, now: NOW, doubt }, seed);
}
const seen: Act = ['exposure', HOUR, { experience: 'hero', outcome: 'variant', variant: 'a' }];
const view: Act = ['view_item', HOUR];

test.each<[fact: string, more: object, options: Parameters<typeof run>[1], expected: object]>([
  ['everyone gets it', {}, {}, { outcome: 'variant', variant: 'a', eligible: true, until: Infinity }],
  ['not while paused', { status: 'paused' }, {}, { outcome: 'original', reason: 'paused' }],
  ['nor as a draft', { status: 'draft' }, {}, { outcome: 'original', reason: 'draft' }],
  ['not before its time', { schedule: { from: iso(HOUR) } }, {}, { outcome: 'original', until: NOW + HOUR }],
  ['from its time on', { schedule: { from: iso(0) } }, {}, { outcome: 'variant' }],
  ['until its end', { schedule: { to: iso(HOUR) } }, {}, { outcome: 'variant', until: NOW + HOUR }],
  ['not at its end', { schedule: { to: iso(0) } }, {}, { outcome: 'original' }],
  [
    'in no segment: the original',
    { variants: [variant('a', 's0')] },
    {},
    { outcome: 'original', eligible: false },
  ],
  [
    'the first segment wins',
    { variants: [variant('a', 's1'), variant('b')] },
    { acts: [view] },
    { variant: 'a' },
  ],
  ['else the next', { variants: [variant('a', 's1'), variant('b')] }, {}, { variant: 'b' }],
  [
    'a segment left in time',
    { variants: [variant('a', 's1')] },
    { acts: [view] },
    { until: NOW + 167 * HOUR },
  ],
  [
    'unknown is not in',
    { variants: [variant('a', 's1')] },
    { acts: [view], doubt: 'waiting' },
    { outcome: 'original' },
  ],
  ['a holdout of all', { holdout: 1 }, {}, { outcome: 'holdout', eligible: true }],
  [
    'a holdout in no segment',
    { holdout: 1, variants: [variant('a', 's0')] },
    {},
    { outcome: 'holdout', eligible: false },
  ],
  [
    'a weight of 0 is never given',
    { variants: [variant('a', 'everyone', { weight: 0 }), variant('b')] },
    {},
    { variant: 'b' },
  ],
  [
    'often enough',
    { frequency: { times: 1, per: 'visitor' } },
    { acts: [seen] },
    { outcome: 'original', reason: 'frequency' },
  ],
  ['not yet', { frequency: { times: 2, per: 'visitor' } }, { acts: [seen] }, { outcome: 'variant' }],
  [
    'often enough for a while',
    { frequency: { times: 1, per: '2h' } },
    { acts: [seen] },
    { outcome: 'original', until: NOW + HOUR },
  ],
  [
    'another visit',
    { frequency: { times: 1, per: 'visit' } },
    { acts: [seen, ['x', 0]] },
    { outcome: 'variant' },
  ],
])('%s', (_fact, more, options, expected) => {
  expect(run(more, options)).toMatchObject(expected);
});

test('neighbours of one segment share its visitors by weight, the same visitor always alike, holdout apart', () => {
  const more = { holdout: 0.5, variants: [variant('a', 'everyone', { weight: 3 }), variant('b')] };
  const got: Record<string, number> = { a: 0, b: 0, holdout: 0 };
  for (let i = 0; i < 4000; i++) {
    const one = run(more, { seed: `seed-${i}` });
    got[one.variant && one.outcome === 'variant' ? one.variant : one.outcome]!++;
    if (i < 50) expect(run(more, { seed: `seed-${i}` }).outcome).toBe(one.outcome);
  }
  expect(Math.abs(got.holdout! - 2000)).toBeLessThan(160);
  expect(Math.abs(got.a! - 1500)).toBeLessThan(160);
  expect(Math.abs(got.b! - 500)).toBeLessThan(130);
});

test('what is shown already has used its turn: how often it was seen is not asked again', () => {
  const once: Experience = {
    id: 'x',
    name: 'x',
    status: 'live',
    pages: ['*'],
    frequency: { times: 1, per: 'visitor' },
    variants: [{ id: 'v', name: 'v', segment: 'everyone', changes: [] }],
  };
  const program = compile(configOf([], { experiences: [once] }));
  const profile = createProfile(program);
  const ask = (isShown?: boolean) => assign(once, { program, profile, facts: {}, now: NOW }, 'seed', isShown);
  expect(ask()).toMatchObject({ outcome: 'variant', variant: 'v', segment: 'everyone' });
  record(program, profile, 'exposure', { experience: 'x', variant: 'v', segment: 'everyone' }, NOW);
  expect([ask().outcome, ask(true).outcome]).toEqual(['original', 'variant']);
  expect(ask()).not.toHaveProperty('segment');
  expect([profile.exposed, profile.exposedIn]).toEqual([{ x: 'v' }, { x: 'everyone' }]);
});

// What keeps a profile small, and what that costs: how many topics and values are remembered, how states are told
// apart, and what stays out of a snapshot that would grow too long.

import { expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { decide } from '../../../../shared/engine/decide.ts';
import { fold, missing, rebuild, record } from '../../../../shared/engine/fold.ts';
import { keyOf } from '../../../../shared/engine/hash.ts';
import { pack, unpack } from '../../../../shared/engine/pack.ts';
import { createProfile, type Profile } from '../../../../shared/engine/profile.ts';
import type { View } from '../../../../shared/engine/view.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Props } from '../../../../shared/schema/props.ts';
import { configOf, NOW } from './arbitraries.ts';

const MIN = 60_000;

type Act = [name: string, props: Props];

function lived(rules: Condition[], acts: Act[]) {
  const program = compile(configOf(rules));
  const profile = createProfile(program);
  const ledger = acts.flatMap(([name, props], i) => record(program, profile, name, props, NOW + i * MIN));
  const replayed = createProfile(program);
  for (const event of ledger) fold(program, replayed, event);
  expect(replayed).toEqual(profile);
  const view: View = { program, profile, facts: {}, now: profile.newestAt };
  return { program, profile, ledger, view };
}
const sizeOf = (profile: Profile) => Object.values(profile.nodes).map((state) => state.length);

test('interest remembers 50 topics: the latest, and of the others the strongest', () => {
  const rank = (topic: string): Condition => ({ kind: 'interest', topic, rank: { $exists: true } });
  const weak = rank('t3');
  const strong = rank('t2');
  const latest = rank('t79');
  const acts = Array.from({ length: 80 }, (_, i): Act => ['view_item', { topic: `t${i}` }]);
  acts.splice(10, 0, ['purchase', { topic: 't2' }]);
  const { profile, view } = lived([weak, strong, latest], acts);
  expect(sizeOf(profile)).toEqual([50]);
  expect([weak, strong, latest].map((when) => decide(when, view).value)).toEqual([false, true, true]);
});

const pair: Condition = {
  kind: 'sequence',
  steps: [{ event: 'a' }, { event: 'b' }],
  within: '1d',
  same: 'id',
};

test('a sequence remembers the 100 latest values of which it waits for a step', () => {
  const acts = Array.from({ length: 150 }, (_, i): Act => ['a', { id: i }]);
  const { profile } = lived([pair], acts);
  expect(sizeOf(profile)).toEqual([100]);
  const then = (id: number) => decide(pair, lived([pair], [...acts, ['b', { id }]]).view).value;
  expect([then(49), then(50), then(149)]).toEqual([false, true, true]);
});

test('what was done stays, however many other values came after it', () => {
  const acts = Array.from({ length: 150 }, (_, i): Act => ['a', { id: i }]);
  acts.splice(1, 0, ['b', { id: 0 }]);
  expect(decide(pair, lived([pair], acts).view).value).toBe(true);
});

test('a sequence that happens all the time keeps only the times that tell when it holds', () => {
  const rule: Condition = {
    kind: 'sequence',
    steps: [{ event: 'a' }],
    within: '1d',
    inLast: '2h',
    after: '1h',
  };
  const acts = Array.from({ length: 500 }, (): Act => ['a', {}]);
  const { profile, view } = lived([rule], acts);
  expect(sizeOf(profile)[0]).toBeLessThan(6);
  const { value, until } = decide(rule, view);
  expect([value, until - profile.newestAt]).toEqual([true, 120 * MIN]);
});

test('no two of 200,000 like rules share the key of their state', () => {
  const keys = new Set(Array.from({ length: 200_000 }, (_, i) => keyOf(`["count","view_item",${i}]`)));
  expect(keys.size).toBe(200_000);
});

test('a snapshot that would grow too long leaves the largest states out: their rules are unknown, others are not', () => {
  const sum: Condition = { kind: 'sum', event: 'a', of: 'n', is: { $gt: 1 }, within: '30d' };
  const last: Condition = { kind: 'last', event: 'a', of: 'n', is: 1499 };
  const acts = Array.from({ length: 1500 }, (_, i): Act => ['a', { n: i }]);
  const { program, profile, ledger, view } = lived([sum, last], acts);
  const text = pack(profile);
  expect(text.length).toBeLessThan(7500);
  const snapshot = unpack(text);
  const ask = (rule: Condition) => decide(rule, { ...view, profile: snapshot }).value;
  expect([ask(sum), ask(last), missing(program, snapshot).length]).toEqual(['unknown', true, 1]);
  expect({ ...snapshot, nodes: {} }).toEqual({ ...profile, nodes: {} });
  const building = rebuild(program, snapshot, missing(program, snapshot));
  for (const event of ledger) building.fold(event);
  building.done();
  expect(snapshot).toEqual(profile);
});

test('traits that are too long by themselves are kept all the same', () => {
  const { profile } = lived([], [['a', {}]]);
  profile.traits.note = 'x'.repeat(9000);
  expect(unpack(pack(profile))).toEqual(profile);
});

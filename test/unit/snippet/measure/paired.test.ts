// Nothing of the past leaks at level `coin`: two visitors with the same coin who do the same on the counted pages say the
// same, whatever they did before, whatever segments they are in, and whatever they are shown.

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VisitorEvent } from '../../../../shared/engine/event.ts';
import { chiSquaredAbove } from '../../../../shared/measure/chi-squared.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { armOf } from '../../../../snippet/measure/arm.ts';
import { createCounted } from '../../../../snippet/measure/counted.ts';
import { look } from '../../../../snippet/measure/look.ts';
import { planOf } from '../../../../snippet/measure/plan.ts';
import { draws } from '../../../support/draws.ts';

const DAY = 864e5;
const START = Date.UTC(2026, 10, 20);
const variant = (id: string, segment: string) => ({ id, name: '', segment, changes: [] });
const config: Config = {
  version: 1,
  site: 'shop.example',
  revision: 1,
  goals: [
    { id: 'order', name: '', event: 'purchase', value: 'value', cap: 500 },
    { id: 'call', name: '', event: 'call' },
  ],
  measure: { ping: {}, goals: ['call'], holdout: 0.1 },
  segments: [],
  experiences: [
    {
      id: 'home',
      name: '',
      status: 'live',
      pages: ['/'],
      goal: 'order',
      holdout: 0.2,
      variants: [variant('k', 'keen'), variant('a', 'everyone'), variant('b', 'everyone')],
    },
    {
      id: 'tents',
      name: '',
      status: 'live',
      pages: ['/tents'],
      goal: 'order',
      variants: [variant('f', 'fans')],
    },
  ],
};
const getPlan = (given: Config) => {
  const plan = planOf(given);
  if (!plan) throw new Error('nothing is counted');
  return plan;
};
const plan = getPlan(config);

type Deed = [name: string, props: VisitorEvent['props'], opened: string[]];
/** What one visitor has of their own: a life before, and what they are shown for the segments that they are in. */
const past = fc.array(
  fc.oneof(
    fc.constantFrom<Deed>(['view_item', { item: 'x' }, []], ['search', { q: 'tent' }, []], ['call', {}, []]),
    fc.nat(900).map((value): Deed => ['purchase', { value }, []]),
    fc.constant<Deed>(['page_view', { path: '/other' }, []]),
  ),
  { maxLength: 12 },
);
const shown = fc.constantFrom<Deed | undefined>(
  undefined,
  ['exposure', { experience: 'home', outcome: 'variant', variant: 'k', segment: 'keen' }, []],
  ['exposure', { experience: 'home', outcome: 'holdout', segment: 'everyone' }, []],
  ['exposure', { experience: 'tents', outcome: 'variant', variant: 'f', segment: 'fans' }, []],
);
/** What both do from the first counted page on. */
const common = fc.array(
  fc.oneof(
    fc.constantFrom<Deed>(
      ['page_view', { path: '/' }, ['home']],
      ['page_view', { path: '/tents' }, ['tents']],
      ['page_view', { path: '/other' }, []],
      ['call', {}, []],
    ),
    fc.nat(700).map((value): Deed => ['purchase', { value }, []]),
  ),
  { minLength: 1, maxLength: 14 },
);

/** The lines of a visitor's whole life, without their random part, which is drawn as they are sent. */
function linesOf(seed: string, before: Deed[], acts: Deed[], shown: (Deed | undefined)[]): string[] {
  const counted = createCounted(0);
  let opened: string[] = [];
  const see = ([name, props, on]: Deed, at: number) => {
    if (name === 'page_view') opened = on;
    look(counted, [{ name, at, props }], { plan, seed, opened, now: at, strange() {} });
  };
  for (const [i, deed] of before.entries()) see(deed, START - DAY + i);
  // nobody is counted by then
  expect(counted.waiting).toEqual([]);
  for (const [i, deed] of acts.entries()) {
    see(deed, START + i * 60_000);
    const given = shown[i];
    if (given) see(given, START + i * 60_000 + 1);
  }
  return counted.waiting.map(({ props }) => props.url);
}

describe('level coin', () => {
  test('requests are equal byte for byte, whatever was before and whatever is shown', () => {
    let said = 0;
    const own = fc.tuple(past, fc.array(shown, { maxLength: 14 }));
    fc.assert(
      fc.property(
        fc.nat(5_000),
        common,
        own,
        own,
        (seed, acts, [before, given], [otherBefore, otherGiven]) => {
          const lines = linesOf(`seed ${seed}`, before, acts, given);
          said += lines.length;
          expect(linesOf(`seed ${seed}`, otherBefore, acts, otherGiven)).toEqual(lines);
        },
      ),
      { numRuns: draws(2_000) },
    );
    expect(said).toBeGreaterThan(300);
  });

  test('at `exact` they would not be: what is shown can be told apart', () => {
    const exact = getPlan({ ...config, measure: { ping: { level: 'exact' } } });
    const said = ['keen', 'everyone'].map((segment) => {
      const counted = createCounted(0);
      const events = [
        { name: 'page_view', at: START, props: {} },
        { name: 'exposure', at: START + 1, props: { experience: 'home', segment } },
        { name: 'purchase', at: START + 2, props: { value: 5 } },
      ];
      look(counted, events, { plan: exact, seed: 's', opened: ['home'], now: START, strange() {} });
      return counted.waiting.map(({ props }) => props.url);
    });
    expect(said[0]).not.toEqual(said[1]);
  });

  test('over 2,000 seeds the side is independent of the segment', () => {
    const [home] = config.experiences;
    if (!home) throw new Error('there is one');
    // a segment that is drawn from the same seed in another way, as all that a visitor is hangs on who they are
    const segmentOf = (seed: string) => (createHash('sha1').update(seed).digest()[0] ?? 0) % 3;
    const counts = new Map<string, [number, number, number]>();
    for (let i = 0; i < 2_000; i++) {
      const seed = createHash('md5').update(`${i}`).digest('hex');
      const arm = armOf(home, seed);
      const row = counts.get(arm) ?? [0, 0, 0];
      row[segmentOf(seed) as 0]++;
      counts.set(arm, row);
    }
    const rows = [...counts.values()];
    expect([...counts.keys()].sort()).toEqual(['holdout', 'variant:a', 'variant:b']);
    const sum = (of: number[]) => of.reduce((all, one) => all + one, 0);
    const columns = [0, 1, 2].map((at) => sum(rows.map((row) => row[at as 0])));
    const chi = sum(
      rows.flatMap((row) =>
        row.map((count, at) => {
          const expected = (sum(row) * (columns[at] ?? 0)) / 2_000;
          return (count - expected) ** 2 / expected;
        }),
      ),
    );
    expect(chiSquaredAbove(chi, 4)).toBeGreaterThan(0.001);
  });
});

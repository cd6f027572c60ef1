// A holdout from everything is one more thing that is counted: whoever is in it is in the counts of no experience.

import { describe, expect, test } from 'vitest';
import { assign } from '../../../../shared/engine/assign.ts';
import { assignUnlessHeldOut, HELD_OUT } from '../../../../shared/engine/assign-unless-held-out.ts';
import { compile } from '../../../../shared/engine/compile.ts';
import { isHeldOut } from '../../../../shared/engine/held-out.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import { planOf as planOfReport } from '../../../../shared/measure/planned.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { createCounted } from '../../../../snippet/measure/counted.ts';
import { look } from '../../../../snippet/measure/look.ts';
import { planOf } from '../../../../snippet/measure/plan.ts';

const HOLDOUT = 0.25;
const config: Config = {
  version: 1,
  site: 'shop.example',
  revision: 1,
  goals: [
    { id: 'order', name: '', event: 'purchase' },
    { id: 'call', name: '', event: 'call' },
  ],
  measure: { ping: { level: 'exact' }, goals: ['call'], holdout: HOLDOUT },
  segments: [],
  experiences: [0, 1].map((i) => ({
    id: `e${i}`,
    name: '',
    status: 'live',
    pages: ['*'],
    goal: 'order',
    holdout: 0.5,
    variants: [{ id: 'a', name: '', segment: 'everyone', changes: [] }],
  })),
};
const seeds = Array.from({ length: 800 }, (_, i) => `seed ${i}`);
const [out = [], others = []] = [true, false].map((is) =>
  seeds.filter((seed) => isHeldOut(seed, HOLDOUT) === is),
);

/** What a visitor of two pages who orders, and calls, has said of themselves. */
function linesOf(seed: string, opened: string[][], given = config): string[] {
  const plan = planOf(given);
  if (!plan) throw new Error('nothing is counted');
  const counted = createCounted(0);
  const see = (name: string, opened: string[] = []) =>
    look(counted, [{ name, at: 1, props: {} }], { plan, seed, opened, now: 1, strange() {} });
  for (const ids of opened) see('page_view', ids);
  for (const name of ['purchase', 'call', 'purchase']) see(name);
  return counted.waiting.map(({ props }) => props.url.slice('/selvedge-ping?v=1&'.length));
}

describe('counted on the device', () => {
  test('who gets the original everywhere is counted once for all of it, whatever pages they see', () => {
    expect(out.length).toBeGreaterThan(100);
    for (const seed of out)
      expect(linesOf(seed, [['e0'], ['e1', 'e0'], []])).toEqual([
        'e=*&o=1&a=holdout',
        'e=*&o=1&a=holdout&g=order&n=1',
        'e=*&o=1&a=holdout&g=call&n=1',
      ]);
  });
  test('the others for all of it and for each, and what they are in stays a draw of its own', () => {
    let held = 0;
    for (const seed of others) {
      const lines = linesOf(seed, [['e0'], ['e1']]);
      expect(lines.filter((line) => line.startsWith('e=*'))).toEqual([
        'e=*&o=1&a=on',
        'e=*&o=1&a=on&g=order&n=1',
        'e=*&o=1&a=on&g=call&n=1',
      ]);
      expect(lines).toHaveLength(9);
      held += +lines.includes('e=e0&o=1&a=holdout');
    }
    expect(Math.abs(held / others.length - 0.5)).toBeLessThan(0.1);
  });
  test('a page of none of them, or of one that is not live, counts nobody', () => {
    for (const seed of [...out.slice(0, 5), ...others.slice(0, 5)]) {
      expect(linesOf(seed, [[]])).toEqual([]);
      const schedule = { from: '2200-01-01T00:00:00Z' };
      const experiences = config.experiences.map((one) => ({ ...one, schedule }));
      expect(linesOf(seed, [['e0']], { ...config, experiences })).toEqual([]);
    }
  });
  test('it costs nothing of the budget', () => {
    const measure = { ...config.measure, ping: { level: 'private' as const, epsilon: 2, budget: 4 } };
    const [seed = ''] = others;
    const lines = linesOf(seed, [['e0', 'e1']], { ...config, measure });
    expect(lines.filter((line) => !line.includes('&g='))).toEqual([
      'e=*&o=1&a=on',
      expect.stringMatching(/^e=e0&/),
    ]);
    expect(lines.filter((line) => /^e=\*.*&s=/.test(line))).toEqual([]);
  });
});

test('a report plans what is counted', () => {
  const [everything] = planOfReport(config);
  const plan = planOf(config);
  expect(everything?.id).toBe(plan?.everything?.experience.id);
  expect(everything?.goals.map(({ goal }) => goal).sort()).toEqual(
    plan?.everything?.goals.map(({ id }) => id).sort(),
  );
});

test('whoever is held out gets the original of each experience, and nobody else another than before', () => {
  const program = compile(config);
  const view = { program, profile: createProfile(program), facts: {}, now: 1 };
  for (const experience of config.experiences) {
    for (const seed of out)
      expect(assignUnlessHeldOut(experience, view, seed)).toMatchObject({
        outcome: 'original',
        eligible: false,
        reason: HELD_OUT,
      });
    for (const seed of others) {
      const { until: _, ...given } = assignUnlessHeldOut(experience, view, seed);
      const { until: __, ...own } = assign(experience, view, seed);
      expect(given).toEqual(own);
    }
  }
});

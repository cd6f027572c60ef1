// How long an experience takes is said from what is known, and nothing is made up.
import '../../../../support/fake-browser.ts';
import { expect, test } from 'vitest';
import { NO_PACE } from '../../../../../extension/panel/publish/pace.ts';
import { planExperiences } from '../../../../../extension/panel/publish/plan-experience.ts';
import { makeReport } from '../../../../../shared/measure/make-report.ts';
import { planVisitors } from '../../../../../shared/measure/plan.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { countedOf, daily } from '../../../shared/measure/counted.ts';

type Experience = Config['experiences'][0];
const tents: Experience = {
  id: 'tents',
  name: 'Tents',
  status: 'live',
  pages: ['/'],
  holdout: 0.5,
  goal: 'order',
  variants: [{ id: 'a', name: 'A', segment: 'everyone', changes: [] }],
};
const configOf = (over: Partial<Experience> = {}, measure: Config['measure'] = { ping: {} }): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  goals: [{ id: 'order', name: 'Order', event: 'purchase' }],
  measure,
  segments: [],
  experiences: [{ ...tents, ...over }],
});
const KNOWN = { visitors: { tents: 4_000 }, rates: { order: 0.03 }, segments: { keen: 0.2 } };

test('where nothing is known nothing is said but what it hangs on', () => {
  const [plan] = planExperiences(configOf(), NO_PACE);
  expect(plan).toEqual({
    id: 'tents',
    name: 'Tents',
    goal: 'order',
    share: 1,
    isReported: false,
    level: 'coin',
  });
});

test('from what the author says, the visitors of the contract’s table', () => {
  const [plan] = planExperiences(configOf(), KNOWN);
  expect(plan?.needed?.map(({ level }) => level)).toEqual(['exact', 'private', 'coin']);
  const coin = plan?.needed?.find(({ level }) => level === 'coin');
  expect(Math.round((coin?.visitors ?? 0) / 1000)).toBe(232);
  expect(coin?.days).toBe(Math.ceil((coin?.visitors ?? 0) / 4_000));
});

test('a segment is asked for, and costs at each level what it costs', () => {
  const keen = { variants: [{ id: 'a', name: 'A', segment: 'keen', changes: [] }] };
  const [open] = planExperiences(configOf(keen), { ...KNOWN, segments: {} });
  expect(open).toMatchObject({ segment: 'keen', visitors: 4_000 });
  expect(open).not.toHaveProperty('needed');
  const [plan] = planExperiences(configOf(keen), KNOWN);
  // 10 %, a fifth: 1,162,000, 2,120,000 and 6,927,000
  expect(plan?.needed?.map(({ visitors }) => Math.round((visitors ?? 0) / 10_000))).toEqual([116, 212, 693]);
});

test('of a split the smallest side counts, and the two are a part of the visitors', () => {
  const variants = ['a', 'b'].map((id) => ({ id, name: id, segment: 'everyone', changes: [], weight: 1 }));
  const [plan] = planExperiences(configOf({ holdout: 0.2, variants }), KNOWN);
  const of = {
    rate: 0.03,
    lift: 0.1,
    share: 0.4 / 0.6,
    segment: 1,
    level: 'coin' as const,
    epsilon: 2,
    alpha: 0.05,
  };
  expect(plan?.needed?.[2]?.visitors).toBe(Math.ceil(planVisitors(of) / 0.6));
});

test('an open report of the same experience says the pace; of another it says nothing', () => {
  const report = makeReport(countedOf(daily(10, { holdout: [1000, 30], on: [1000, 45] }, { e: 'tents' })), {
    config: configOf(),
    alpha: 0.05,
    made: '2026-11-28T09:00:00.000Z',
  });
  const [plan] = planExperiences(configOf(), NO_PACE, report);
  expect(plan).toMatchObject({ isReported: true, visitors: 2_000, rate: 0.03 });
  expect(plan?.needed?.[0]?.days).toBeGreaterThan(90);
  const [other] = planExperiences(configOf({ id: 'boots' }), NO_PACE, report);
  expect(other).not.toHaveProperty('visitors');
});

test.each<[why: string, over: Partial<Experience>]>([
  ['is not live', { status: 'paused' }],
  ['has nothing to count', { goal: null }],
  ['has nothing to compare with', { holdout: 0 }],
])('what %s has no plan', (_, over) => {
  expect(planExperiences(configOf(over), KNOWN)).toEqual([]);
});

test('without counting it is said all the same, and no level is the own one', () => {
  const { measure: _, ...plain } = configOf();
  const [plan] = planExperiences(plain, KNOWN);
  expect(plan?.needed).toHaveLength(3);
  expect(plan).not.toHaveProperty('level');
});

// Reports of counts: which sides are compared, by which statistic, and what is said of it.
import { describe, expect, test } from 'vitest';
import { adjustForMany } from '../../../../shared/measure/adjust-for-many.ts';
import { chancesOf, compareManyGroups, compareOneGroup } from '../../../../shared/measure/among-shown.ts';
import { compareCounts } from '../../../../shared/measure/compare-counts.ts';
import { compareValues } from '../../../../shared/measure/compare-values.ts';
import type { CountRow } from '../../../../shared/measure/count-row.ts';
import { makeReport } from '../../../../shared/measure/make-report.ts';
import type { MeasuredConfig } from '../../../../shared/measure/planned.ts';
import { configOf, countedOf, daily, dayOf, rowOf } from './counted.ts';

const MADE = '2026-11-28T12:00:00.000Z';
const reportOf = (rows: CountRow[], config?: MeasuredConfig, alpha = 0.05) =>
  makeReport(countedOf(rows), { config, alpha, made: MADE });
/** The only experience, its main goal and that goal's comparisons. */
function first(rows: CountRow[], config?: MeasuredConfig) {
  const report = reportOf(rows, config);
  const [experience] = report.experiences;
  const [goal] = experience?.goals ?? [];
  if (!experience || !goal) throw new Error('nothing is reported');
  return { report, experience, goal, comparisons: goal.comparisons, comparison: goal.comparisons[0] };
}

describe('the verdict', () => {
  const halves = (days: number, base: number, arm: number) =>
    daily(days, { holdout: [1000, base], on: [1000, arm] });
  test.each<[verdict: string, rows: CountRow[]]>([
    ['better', halves(10, 30, 45)],
    ['worse', halves(10, 45, 30)],
    ['no difference seen', halves(10, 30, 31)],
    ['too early', halves(6, 30, 90)],
    ['too early', halves(10, 2, 90)],
    ['broken split', daily(10, { holdout: [800, 30], on: [1200, 60] })],
    ['broken split', daily(3, { holdout: [800, 1], on: [1200, 60] })],
  ])('%s', (verdict, rows) => {
    expect(first(rows, configOf()).comparison?.verdict).toBe(verdict);
  });
  test('of other goals is none but that', () => {
    const rows = [...halves(10, 30, 45), ...daily(10, { holdout: [0, 30], on: [0, 45] }, { g: 'basket' })];
    const { experience } = first(rows, configOf({}, { measure: { goals: ['basket'] } }));
    const said = experience.goals.map(({ goal, isMain, comparisons }) => [
      goal,
      isMain,
      comparisons.map(({ verdict }) => verdict),
    ]);
    expect(said).toEqual([
      ['order', true, ['better']],
      ['basket', false, ['no difference seen']],
    ]);
  });
});

test('a comparison says what the counts say, and its days how they got there', () => {
  const rows = daily(9, { holdout: [1000, 30], on: [1000, 40] }).filter(({ day }) => day !== dayOf(4));
  const { report, experience, goal, comparison } = first(rows, configOf());
  expect(report).toMatchObject({
    version: 1,
    site: 'shop.example',
    revision: 7,
    made: MADE,
    from: dayOf(1),
    until: dayOf(9),
    alpha: 0.05,
  });
  expect(experience).toMatchObject({ id: 'tents', name: 'Tents', round: 1, level: 'coin', days: 9 });
  expect(experience).not.toHaveProperty('epsilon');
  expect(goal).toMatchObject({
    goal: 'order',
    name: 'Order',
    isMain: true,
    among: 'visitors of these pages',
  });
  expect(goal.arms).toEqual([
    { arm: 'holdout', visitors: 8000, converted: 240, rate: 0.03 },
    { arm: 'on', visitors: 8000, converted: 320, rate: 0.04 },
  ]);
  const { lift, low, high, p } = compareCounts({ base: 240, arm: 320, share: 0.5 }, 0.05);
  expect(comparison).toMatchObject({ arm: 'on', base: 'holdout', measure: 'converted', lift, low, high, p });
  expect(comparison).not.toHaveProperty('group');
  const series = comparison?.series ?? [];
  expect(series.map(({ day }) => day)).toEqual(Array.from({ length: 9 }, (_, i) => dayOf(i + 1)));
  // a day without a line is as the day before it
  expect(series[3]).toEqual({ ...series[2], day: dayOf(4) });
  expect(series.at(-1)).toMatchObject({ visitors: 16_000, converted: 560, lift, low, high });
});

test('the p of days is the least until then, that of the comparison the last one', () => {
  const rows = [
    ...daily(8, { holdout: [1000, 20], on: [1000, 40] }),
    rowOf({ day: dayOf(9), a: 'holdout', g: 'order', pings: 160 }),
  ];
  const { comparison } = first(rows, configOf());
  const ps = comparison?.series.map(({ p }) => p) ?? [];
  expect(ps.every((p, i) => i === 0 || p <= (ps[i - 1] ?? 0))).toBe(true);
  expect(ps.at(-1)).toBeLessThan(0.01);
  expect(comparison?.p).toBe(1);
  expect(comparison?.verdict).toBe('no difference seen');
});

const AB = [
  { id: 'a', segment: 'everyone', weight: 3 },
  { id: 'b', segment: 'everyone' },
];
const sides = (rows: CountRow[], config?: MeasuredConfig) =>
  first(rows, config).comparisons.map(({ arm, base, group }) => `${arm} ${base} ${group ?? ''}`.trim());

describe('which sides are compared', () => {
  const rows = daily(8, { holdout: [100, 30], 'variant:a': [675, 200], 'variant:b': [225, 70] });
  test('each with the holdout, and a split with its first', () => {
    expect(sides(rows, configOf({ holdout: 0.1, variants: AB }))).toEqual([
      'variant:a holdout',
      'variant:b holdout',
      'variant:b variant:a',
    ]);
    const { comparisons, experience } = first(rows, configOf({ holdout: 0.1, variants: AB }));
    // shares of the two alone
    expect(comparisons[2]?.p).toBe(compareCounts({ base: 1600, arm: 560, share: 0.25 }, 0.05).p);
    expect(comparisons[0]?.p).toBe(compareCounts({ base: 240, arm: 1600, share: 0.675 / 0.775 }, 0.05).p);
    const adjusted = adjustForMany(comparisons.map(({ p }) => p));
    expect(comparisons.map(({ adjustedP }) => adjustedP)).toEqual(adjusted);
    expect(experience.split.arms.map(({ expected }) => Math.round(expected))).toEqual([800, 5400, 1800]);
    expect(experience.split.isBroken).toBe(false);
  });
  test('a split alone, with its first', () => {
    const split = daily(8, { 'variant:a': [750, 200], 'variant:b': [250, 70] });
    expect(sides(split, configOf({ holdout: 0, variants: AB }))).toEqual(['variant:b variant:a']);
    // a variant of weight 0 is nobody's
    const idle = [...AB, { id: 'c', segment: 'everyone', weight: 0 }];
    expect(sides(split, configOf({ holdout: 0, variants: idle }))).toEqual(['variant:b variant:a']);
  });
  test('nothing, where all are on one side', () => {
    const { comparisons, experience } = first(daily(8, { on: [100, 30] }), configOf({ holdout: 0 }));
    expect(comparisons).toEqual([]);
    expect(experience.split).toMatchObject({ p: 1, isBroken: false });
  });
  test('a split is one side to who is in another segment', () => {
    const variants = [{ id: 'x', segment: 'fans' }, ...AB];
    const measure = { ping: { level: 'exact' as const } };
    const shown = rows.map((row) => (row.g ? { ...row, s: '1' } : row));
    expect(sides(shown, configOf({ holdout: 0.1, variants }, { measure }))).toEqual([
      'on holdout 1',
      'variant:a holdout 2',
      'variant:b holdout 2',
      'variant:b variant:a 2',
    ]);
    const [joined] = first(shown, configOf({ holdout: 0.1, variants }, { measure })).comparisons;
    expect(joined?.p).toBe(compareCounts({ base: 240, arm: 2160, share: 0.9 }, 0.05).p);
  });
  test('everything against a holdout from all of it', () => {
    const all = daily(8, { holdout: [50, 10], on: [950, 250] }, { e: '*' });
    const { experience } = first(all, configOf({}, { measure: { holdout: 0.05 } }));
    expect(experience).toMatchObject({ id: '*', level: 'coin' });
    expect(experience.goals.map(({ goal, isMain }) => [goal, isMain])).toEqual([['order', true]]);
  });
});

describe('without a config', () => {
  const rows = daily(10, { on: [900, 36], holdout: [300, 10] });
  test('the shares are what was counted', () => {
    const { report, experience, comparison } = first(rows);
    expect(report).not.toHaveProperty('site');
    expect(experience.split).toEqual({
      arms: [
        { arm: 'holdout', visitors: 3000, expected: 3000 },
        { arm: 'on', visitors: 9000, expected: 9000 },
      ],
      p: 1,
      chi: 0,
      chiP: 1,
      isBroken: false,
      series: expect.arrayContaining([{ day: comparison?.series[1]?.day, visitors: [600, 1800] }]),
    });
    expect(experience.split.series).toHaveLength(10);
    expect(comparison).toMatchObject({ arm: 'on', base: 'holdout' });
    expect(comparison?.p).toBe(compareCounts({ base: 100, arm: 360, share: 0.75 }, 0.05).p);
    expect(comparison?.series[0]).toMatchObject({ visitors: 1200, converted: 46 });
  });
  test('rounds are apart, and all goals are main ones', () => {
    const more = [
      ...rows,
      ...daily(10, { on: [0, 90], holdout: [0, 30] }, { g: 'basket' }),
      ...daily(2, { on: [90, 9] }, { o: 2 }),
    ];
    const { experiences } = reportOf(more);
    expect(experiences.map(({ id, round }) => [id, round])).toEqual([
      ['tents', 1],
      ['tents', 2],
    ]);
    const goals = experiences[0]?.goals ?? [];
    expect(goals.map(({ goal, isMain }) => [goal, isMain])).toEqual([
      ['basket', true],
      ['order', true],
    ]);
    const all = goals.flatMap(({ comparisons }) => comparisons);
    expect(all.map(({ adjustedP }) => adjustedP)).toEqual(adjustForMany(all.map(({ p }) => p)));
  });
  test('symbols are refused', () => {
    expect(() => reportOf(rows.map((row) => (row.g ? { ...row, s: '0' } : row)))).toThrow(/config/);
  });
});

test('what the config has no place for is counted as unknown', () => {
  const known = daily(8, { holdout: [100, 3], on: [100, 3] });
  const strange = [{ e: 'old' }, { o: 2 }, { a: 'variant:z' }, { g: 'gone' }].map((over) =>
    rowOf({ ...over, pings: 5 }),
  );
  const { report, goal } = first([...known, ...strange], configOf());
  expect(report.source).toMatchObject({ pings: 8 * 206, skipped: { unknown: 20 } });
  expect(goal.arms.map(({ visitors, converted }) => [visitors, converted])).toEqual([
    [800, 24],
    [800, 24],
  ]);
  // among those shown, who does not say to whom
  const measure = { ping: { level: 'exact' as const } };
  const silent = reportOf([...known, rowOf({ g: 'order', s: '2', pings: 7 })], configOf({}, { measure }));
  expect(silent.source.skipped.unknown).toBe(48 + 7);
});

describe('among those shown', () => {
  const shown = (arm: string, counts: Record<string, number>) => [
    rowOf({ a: arm, pings: 20_000 }),
    ...Object.entries(counts).map(([s, pings]) => rowOf({ a: arm, g: 'order', s, pings })),
  ];
  const levelOf = (level: 'private' | 'exact', segments = ['fans']) =>
    configOf(
      { variants: segments.map((segment) => ({ id: segment, segment })) },
      { measure: { ping: { level, ...(level === 'private' && { epsilon: 1 }) } } },
    );
  const one = [...shown('holdout', { 0: 400, 1: 300 }), ...shown('on', { 0: 400, 1: 420 })];
  const answers = (own: number, others: number) => ({ visitors: 20_000, own, others });
  test('private, one group', () => {
    const { experience, goal, comparison } = first(one, levelOf('private'));
    expect(experience).toMatchObject({ level: 'private', epsilon: 1 });
    expect(goal.among).toBe('those shown');
    expect(goal.arms[1]).toMatchObject({ visitors: 20_000, converted: 820 });
    const said = compareOneGroup(answers(300, 400), answers(420, 400), 0.5, chancesOf(1, 1), 0.05);
    expect(comparison).toMatchObject({ group: 1, ...said });
    expect(comparison?.series).toMatchObject([{ visitors: 40_000, converted: 720 }]);
  });
  test('exact', () => {
    const { experience, comparison } = first(one, levelOf('exact'));
    expect(experience).not.toHaveProperty('epsilon');
    expect(comparison).toMatchObject({ ...compareCounts({ base: 300, arm: 420, share: 0.5 }, 0.05) });
  });
  test('private, two groups', () => {
    const two = [...shown('holdout', { 0: 400, 1: 300, 2: 99 }), ...shown('on', { 0: 400, 1: 420, 2: 150 })];
    const { comparisons } = first(two, levelOf('private', ['fans', 'everyone']));
    const said = compareManyGroups(answers(300, 499), answers(420, 550), chancesOf(1, 2), 0.05);
    expect(comparisons[0]).toMatchObject({ group: 1, ...said });
    expect(comparisons[1]).toMatchObject({ group: 2, lift: null, p: 1, verdict: 'too early' });
  });
});

test('what visitors are worth is compared from 100 converted in each arm on', () => {
  const worth = (days: number) =>
    daily(days, { holdout: [1000, 20], on: [1000, 30] }).map((row) =>
      row.g ? { ...row, value: row.pings * 50, squares: row.pings * 3000 } : row,
    );
  const goals = [{ id: 'order', name: 'Order', value: 'value', cap: 1000 }];
  const { goal, comparisons } = first(worth(8), configOf({}, { goals }));
  expect(goal.arms[1]).toMatchObject({ value: 12_000, perVisitor: 1.5 });
  expect(comparisons.map(({ measure }) => measure)).toEqual(['converted', 'value']);
  const base = { visitors: 8000, value: 8000, squares: 480_000 };
  const arm = { visitors: 8000, value: 12_000, squares: 720_000 };
  expect(comparisons[1]).toMatchObject(compareValues(base, arm, 0.05));
  expect(comparisons[1]?.needed.visitors).toBeGreaterThan(0);
  expect(comparisons[1]?.series[3]).toMatchObject({ lift: null, p: 1 });
  expect(comparisons[1]?.series[4]?.lift).not.toBeNull();
  // later orders of the same visitor are of the value alone
  const more = [...worth(8), rowOf({ g: 'order', isFirst: false, pings: 10, value: 100, squares: 5000 })];
  expect(first(more, configOf({}, { goals })).goal.arms[1]).toMatchObject({ converted: 240, value: 12_100 });
});

test('how many more visitors a lift of a tenth needs, and days at this pace', () => {
  const { comparison } = first(daily(10, { holdout: [1000, 30], on: [1000, 30] }), configOf());
  const { lift, visitors, days } = comparison?.needed ?? { visitors: 0 };
  expect(lift).toBe(0.1);
  // the plan's 232,000 in all
  expect(Math.abs(visitors + 20_000 - 232_000)).toBeLessThan(1000);
  expect(days).toBe(Math.ceil(visitors / 2000));
  const none = first(daily(8, { holdout: [10, 0], on: [10, 0] }), configOf()).comparison;
  expect(none?.needed.visitors).toBeGreaterThan(232_000);
  const many = first(daily(10, { holdout: [10_000, 5000], on: [10_000, 5000] }), configOf()).comparison;
  expect(many?.needed).toEqual({ lift: 0.1, visitors: 0, days: 0 });
});

test('a report of nothing has the dates that were asked for', () => {
  const options = { alpha: 0.05, made: MADE };
  expect(makeReport(countedOf([]), options)).toMatchObject({
    from: dayOf(28),
    until: dayOf(28),
    experiences: [],
  });
  expect(makeReport(countedOf([]), { ...options, since: dayOf(3) })).toMatchObject({ from: dayOf(3) });
});

test('goals that were reached without a counted visitor leave every number a number', () => {
  const rows = daily(8, { holdout: [0, 30], on: [0, 40] });
  for (const config of [undefined, configOf()]) {
    const said = JSON.stringify(reportOf(rows, config));
    expect(said).not.toMatch(/NaN|Infinity|"p":null|"visitors":null|"rate":null/);
  }
});

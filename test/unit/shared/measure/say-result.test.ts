// Sentences for owners: what is said of each verdict, and what never is.
import { describe, expect, test } from 'vitest';
import type { CountRow } from '../../../../shared/measure/count-row.ts';
import { makeReport } from '../../../../shared/measure/make-report.ts';
import type { MeasuredConfig } from '../../../../shared/measure/planned.ts';
import { sayExperience, sayLift, sayShare } from '../../../../shared/measure/say-result.ts';
import { configOf, countedOf, daily, rowOf } from './counted.ts';

function say(rows: CountRow[], config: MeasuredConfig = configOf()): string {
  const [experience] = makeReport(countedOf(rows), { config, alpha: 0.05, made: '2026-11-28' }).experiences;
  if (!experience) throw new Error('nothing is reported');
  const said = sayExperience(experience);
  expect(said).not.toMatch(/significan|confiden|\bp\b|probab|conversion|NaN|undefined|null|Infinity/i);
  return said;
}
const halves = (days: number, base: number, arm: number) =>
  daily(days, { holdout: [1000, base], on: [1000, arm] });

describe('a sentence', () => {
  test.each<[says: RegExp, rows: CountRow[]]>([
    [
      /^Tents: better\. 4\.5 % of visitors reached “Order” with it, 3\.0 % without: \+50 % \(between \+\d+ % and \+\d+ %\)\.$/,
      halves(10, 30, 45),
    ],
    [/^Tents: worse\. 3\.0 % of .+: −33 % \(between −\d+ % and −\d+ %\)\.$/, halves(10, 45, 30)],
    [
      /^Tents: no difference seen so far\. A lift of 10 % would show after about 2\d0,000 more visitors \(1\d\d days\)\.$/,
      halves(10, 30, 31),
    ],
    [
      /^Tents: no difference seen so far\. A lift of 10 % would most likely have shown by now\.$/,
      halves(10, 500, 501),
    ],
    [/^Tents: too early to say: 6 of 7 days\. 1 more day\.$/, halves(6, 30, 90)],
    [
      /^Tents: too early to say: 10 of 25 who reached “Order” in the holdout\. At this pace: 15 more days\.$/,
      halves(10, 1, 90),
    ],
    [
      /^Tents: too early to say: 9 of 25 who reached “Order” with it\. At this pace: 6 more days\.$/,
      halves(3, 30, 3),
    ],
    [/^Tents: too early to say: 0 of 25 who reached “Order” in the holdout\.$/, halves(10, 0, 90)],
    [
      /^Tents: stop: the split is not what it should be \(8,000 of 20,000 in the holdout, 10,000 expected\)\. Nothing below can be trusted\. Usual causes: /,
      daily(10, { holdout: [800, 30], on: [1200, 60] }),
    ],
  ])('%s', (says, rows) => {
    expect(say(rows)).toMatch(says);
  });
  test('of an arm of a split names it and what it is against', () => {
    const variants = ['a', 'b'].map((id) => ({ id, segment: 'everyone' }));
    const rows = daily(10, { 'variant:a': [1000, 30], 'variant:b': [1000, 50] });
    expect(say(rows, configOf({ holdout: 0, variants }))).toMatch(
      /^Tents: better\. 5\.0 % of visitors reached “Order” with variant b, 3\.0 % with variant a: /,
    );
  });
  test('among those shown says so, and never the rate of all', () => {
    const measure = { ping: { level: 'exact' as const } };
    const rows = halves(10, 30, 45).map((row) => (row.g ? { ...row, s: '1' } : row));
    expect(say(rows, configOf({}, { measure }))).toMatch(
      /^Tents: better\. It against the holdout, reached “Order” among those it was shown to: \+50 % /,
    );
  });
  test('where too few were shown it', () => {
    const measure = { ping: { level: 'private' as const, epsilon: 1 } };
    const rows = daily(10, { holdout: [10_000, 0], on: [10_000, 0] }, { s: '1' });
    const answers = ['holdout', 'on'].flatMap((a) => [
      rowOf({ a, g: 'order', s: '0', pings: 731 }),
      rowOf({ a, g: 'order', s: '1', pings: 269 }),
    ]);
    expect(say([...rows, ...answers], configOf({}, { measure }))).toBe(
      'Tents: nothing can be said: too few were shown it.',
    );
  });
  test('where there is nothing to compare', () => {
    expect(say(daily(8, { on: [100, 3] }), configOf({ holdout: 0 }))).toBe(
      'Tents: nothing to compare: all visitors are on one side.',
    );
    expect(say([rowOf({ pings: 9 })], configOf({ goal: null, holdout: 0 }))).toBe(
      'Tents: no goal to compare by.',
    );
  });
  test('of what visitors are worth', () => {
    const goals = [{ id: 'order', name: 'Order', value: 'value', cap: 1000 }];
    const rows = daily(10, { holdout: [1000, 30], on: [1000, 30] }).map((row) => {
      const each = row.a === 'on' ? 80 : 50;
      return row.g ? { ...row, value: row.pings * each, squares: row.pings * each ** 2 } : row;
    });
    expect(say(rows, configOf({}, { goals }))).toMatch(
      /^Tents: better\. “Order” is worth 2\.4 a visitor with it, 1\.5 without: \+60 % \(between \+/,
    );
  });
});

test('numbers are as short as they are true', () => {
  expect([0, 0.002, 0.029, 0.03, 0.12, 1].map(sayShare)).toEqual([
    '0 %',
    '0.20 %',
    '2.9 %',
    '3.0 %',
    '12 %',
    '100 %',
  ]);
  expect([0.0049, 0.214, -0.329, 12.3456, 0].map((lift) => sayLift(lift))).toEqual([
    '+0.5 %',
    '+21 %',
    '−33 %',
    '+1,235 %',
    '0 %',
  ]);
  expect([sayLift(null), sayLift(null, true)]).toEqual(['no end above', 'no end below']);
});

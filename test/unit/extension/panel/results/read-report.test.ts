// A report that is opened is foreign: what is none says what it is, and what is one is whole.
import { describe, expect, test } from 'vitest';
import { findMisfits, isOfSite } from '../../../../../extension/panel/results/find-misfits.ts';
import { readReport } from '../../../../../extension/panel/results/read-report.ts';
import { makeReport } from '../../../../../shared/measure/make-report.ts';
import type { Report } from '../../../../../shared/measure/report.ts';
import { shopConfig } from '../../../../support/fake-stage.ts';
import { configOf, countedOf, daily, rowOf } from '../../../shared/measure/counted.ts';

const MADE = '2026-11-28T09:00:00.000Z';
const reportOf = (more: Parameters<typeof configOf>[0] = {}, rows = halves()): Report =>
  makeReport(countedOf(rows), { config: configOf(more), alpha: 0.05, made: MADE });
const halves = () => daily(10, { holdout: [1000, 30], on: [1000, 45] });

const damage = (change: (report: Report) => void): string => {
  const report = structuredClone(reportOf());
  change(report);
  return JSON.stringify(report);
};

test('what the terminal writes is read whole, of every level and without a config', () => {
  const value = { goals: [{ id: 'order', name: 'Order', value: 'total', cap: 500 }] };
  const shown = halves().map((row) => (row.g ? { ...row, s: '1' } : row));
  const reports = [
    reportOf(),
    makeReport(countedOf(halves()), { config: configOf({}, value), alpha: 0.05, made: MADE }),
    makeReport(countedOf(halves()), { alpha: 0.05, made: MADE }),
    makeReport(countedOf(shown), {
      config: configOf({}, { measure: { ping: { level: 'private' } } }),
      alpha: 0.1,
      made: MADE,
    }),
    // one side only, and a goal that was reached without anybody counted
    makeReport(countedOf([rowOf({ a: 'on', pings: 3 }), rowOf({ a: 'holdout', g: 'order', pings: 2 })]), {
      config: configOf(),
      alpha: 0.05,
      made: MADE,
    }),
  ];
  for (const report of reports) {
    const text = JSON.stringify(report, null, 2);
    expect(readReport(text)).toEqual({ kind: 'ok', report: JSON.parse(text) });
  }
});

describe('what is none says what it is', () => {
  test.each<[what: string, text: string, says: RegExp]>([
    ['nothing', ' \n', /nothing in it/],
    ['a log', '1.2.3.4 - - [28/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1', /is an access log/],
    ['a log of JSON lines', '{"request":{"uri":"/selvedge-ping?v=1&e=a"}}', /is an access log/],
    ['a packed log', '\x1f\x8b\x08\0\0', /is packed/],
    ['a config', JSON.stringify(shopConfig()), /is a config/],
    ['half a report', JSON.stringify(reportOf()).slice(0, 900), /cut or damaged/],
    ['a page', '<!doctype html><title>404</title>', /is no report/],
    ['other JSON', '[1]', /is no report/],
    ['a number', '7', /is no report/],
    ['a newer report', damage((one) => Object.assign(one, { version: 2 })), /newer Selvedge .*version 2/],
    ['an older report', damage((one) => Object.assign(one, { version: 0 })), /\(at version\)/],
    [
      'a text for a number',
      damage((one) => Object.assign(one.experiences[0]!, { days: '9' })),
      /\(at experiences, 1, days\)/,
    ],
    [
      'fewer than nobody',
      damage((one) => Object.assign(one.experiences[0]!.split.arms[1]!, { visitors: -1 })),
      /\(at experiences, 1, split, arms, 2, visitors\)/,
    ],
    [
      'a number without end',
      JSON.stringify(reportOf()).replace(/"lines":\d+/, '"lines":1e999'),
      /\(at source, lines\)/,
    ],
    [
      'another verdict',
      damage((one) =>
        Object.assign(one.experiences[0]!.goals[0]!.comparisons[0]!, { verdict: '<b>best</b>' }),
      ),
      /\(at experiences, 1, goals, 1, comparisons, 1, verdict\)/,
    ],
    [
      'a long name',
      damage((one) => Object.assign(one.experiences[0]!, { name: 'x'.repeat(400) })),
      /, name\)/,
    ],
    ['a day that is none', damage((one) => Object.assign(one, { from: 'yesterday' })), /\(at from\)/],
    [
      'more than a site has',
      damage((one) => Object.assign(one, { experiences: Array(501).fill(one.experiences[0]) })),
      /\(at experiences\)/,
    ],
    ['far too much', `{"a":"${'x'.repeat(4_000_000)}"}`, /longer than 4 million/],
  ])('%s', (_, text, says) => {
    const read = readReport(text);
    expect(read).toEqual({ kind: 'bad', why: expect.stringMatching(says) });
    // what to do stands there, unless there is nothing
    if (text.trim()) expect(JSON.stringify(read)).toMatch(/selvedge report|Update|Copy it again|--since/);
  });
});

test('whose it is', () => {
  const of = (site?: string): Report => {
    const { site: _, ...rest } = reportOf();
    return site === undefined ? rest : { ...rest, site };
  };
  expect(isOfSite(of('shop.example'), ['localhost:8080', 'shop.example'])).toBe(true);
  expect(isOfSite(of('www.Shop.example'), ['shop.example'])).toBe(true);
  expect(isOfSite(of('shop.example'), ['other.example', 'myshop.example'])).toBe(false);
  expect(isOfSite(of(), ['other.example'])).toBe(true);
});

test('what is of another time is named, and what fits is not', () => {
  const [first] = shopConfig().experiences;
  const liveOf = (more: object) => ({ ...shopConfig(), experiences: [{ ...first!, id: 'tents', ...more }] });
  expect(findMisfits(reportOf(), liveOf({}))).toEqual([]);
  expect(findMisfits(reportOf(), undefined)).toEqual([]);
  expect(findMisfits(reportOf(), liveOf({ name: 'Tents', round: 2 }))).toEqual([
    '“Tents” is counted anew since: what is live is round 2, this is round 1.',
  ]);
  expect(findMisfits(reportOf(), liveOf({ id: 'boots' }))).toEqual(['“Tents” is not live here.']);
  const { site: _, ...nobodys } = reportOf();
  expect(findMisfits(nobodys, liveOf({}))).toEqual([expect.stringContaining('without a config')]);
});

test('so is all of it together, by its own round', () => {
  const [tents] = reportOf().experiences;
  const report: Report = { ...reportOf(), experiences: [{ ...tents!, id: '*', name: 'All of it' }] };
  const liveOf = (measure: object) => ({ ...shopConfig(), measure: { ping: {}, ...measure } });
  expect(findMisfits(report, liveOf({ holdout: 0.05 }))).toEqual([]);
  expect(findMisfits(report, liveOf({ holdout: 0.1, round: 2 }))).toEqual([
    '“All of it” is counted anew since: what is live is round 2, this is round 1.',
  ]);
  expect(findMisfits(report, liveOf({}))).toEqual(['“All of it” is not live here.']);
});

// Whatever was counted, the report is one that the panel opens: no number in it is none, and nothing is said of nothing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReportShape } from '../../../../extension/panel/site/report-shape.ts';
import type { CountRow } from '../../../../shared/measure/count-row.ts';
import { makeReport } from '../../../../shared/measure/make-report.ts';
import type { MeasuredConfig } from '../../../../shared/measure/planned.ts';
import { sayComparison, sayExperience } from '../../../../shared/measure/say-result.ts';
import { draws } from '../../../support/draws.ts';

const share = fc.oneof(
  fc.constantFrom(0, 1, 0.5, 0.1, 1e-9, 5e-324, 1 - 1e-9, 1 - 2 ** -53),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const weight = fc.oneof(
  fc.constantFrom(0, 1, 3, 1e-300, 5e-324, 1e308),
  fc.double({ min: 0, max: 1e308, noNaN: true }),
);
const variant = fc.record({
  id: fc.constantFrom('a', 'b', 'c', '__proto__'),
  segment: fc.constantFrom('everyone', 'new'),
  weight,
});
const config: fc.Arbitrary<MeasuredConfig> = fc.record({
  site: fc.constant('shop.example'),
  revision: fc.constant(1),
  goals: fc.constant([
    { id: 'order', name: 'Order', value: 'total', cap: 500 },
    { id: 'read', name: 'Read' },
  ]),
  measure: fc.record({
    ping: fc.record({
      level: fc.constantFrom('coin' as const, 'private' as const, 'exact' as const),
      epsilon: fc.constantFrom(0.5, 1, 2, 4),
    }),
    goals: fc.constant(['read']),
    holdout: share,
  }),
  experiences: fc.array(
    fc.record({
      id: fc.constant('tents'),
      name: fc.constant('Tents'),
      holdout: share,
      goal: fc.constant('order'),
      variants: fc.uniqueArray(variant, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
    }),
    { minLength: 1, maxLength: 1 },
  ),
});
const many = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(1, 24, 25, 100, 101, 5000, 2e6) },
  { weight: 1, arbitrary: fc.constantFrom(1e9, 2 ** 31, 2 ** 53) },
  { weight: 2, arbitrary: fc.nat({ max: 3000 }) },
);
const worth = fc.oneof(
  fc.constantFrom(0, 1, -1, 1e-300, 1e15, -1e15),
  fc.double({ min: -1e15, max: 1e15, noNaN: true }),
);
const square = fc.oneof(
  fc.constantFrom(0, 1, -1, 1e-300, 1e30, -1e30),
  fc.double({ min: 0, max: 1e30, noNaN: true }),
);
const row: fc.Arbitrary<CountRow> = fc
  .record({
    day: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-08', '2026-11-09'),
    e: fc.constantFrom('tents', 'tents', 'tents', '*'),
    o: fc.constant(1),
    a: fc.constantFrom('holdout', 'on', 'variant:a', 'variant:b', 'variant:c', 'variant:__proto__'),
    g: fc.constantFrom('', '', 'order', 'order', 'read'),
    s: fc.constantFrom('0', '1', '1', '2', '3'),
    isFirst: fc.boolean(),
    pings: many,
    value: worth,
    squares: square,
  })
  .map((row) =>
    row.g === ''
      ? { ...row, s: '', isFirst: false, value: 0, squares: 0 }
      : { ...row, isFirst: row.isFirst || row.g === 'read' },
  );

const source = (rows: readonly CountRow[]) => ({
  engine: 'lines',
  files: 1,
  lines: 9,
  pings: rows.reduce((sum, { pings }) => sum + pings, 0),
  skipped: { robot: 0, twice: 0, unreadable: 0, outside: 0, unknown: 0 },
});
const made = '2026-11-28T12:00:00.000Z';
const alpha = fc.constantFrom(0.05, 0.5, 1e-9, Number.MIN_VALUE);

/** Every number is one, what is written the panel opens, and what is claimed has something to stand on. */
function judge(rows: CountRow[], config: MeasuredConfig | undefined, alpha: number): void {
  const report = makeReport({ rows, source: source(rows) }, { config, alpha, made });
  const noNumbers: string[] = [];
  const written = JSON.parse(
    JSON.stringify(report, (name, value) => {
      if (typeof value === 'number' && !Number.isFinite(value)) noNumbers.push(name);
      return value;
    }),
  );
  expect(noNumbers).toEqual([]);
  expect(ReportShape.safeParse(written).error?.issues).toBeUndefined();
  for (const experience of report.experiences) {
    const said = experience.goals.flatMap((goal) =>
      goal.comparisons.map((comparison) => sayComparison(experience, goal, comparison)),
    );
    expect([sayExperience(experience), ...said].join('\n')).not.toMatch(/NaN|undefined|Infinity/);
  }
  const claims = report.experiences.flatMap(({ days, split, goals }) =>
    goals.flatMap(({ comparisons, isMain }) => comparisons.map((one) => ({ ...one, isMain, days, split }))),
  );
  for (const { verdict, lift, adjustedP, days, isMain, split } of claims) {
    if (verdict !== 'better' && verdict !== 'worse') continue;
    expect([isMain, days >= 7, split.isBroken, adjustedP < alpha]).toEqual([true, true, false, true]);
    expect(Math.sign(lift ?? 0)).toBe(verdict === 'better' ? 1 : -1);
  }
}

test('every number of a report is one, whatever was counted', () => {
  fc.assert(
    fc.property(config, fc.array(row, { maxLength: 20 }), alpha, (config, rows, alpha) => {
      judge(rows, config, alpha);
    }),
    { numRuns: draws(6000) },
  );
});

test('so it is without a config', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), alpha, (rows, alpha) => {
      judge(
        rows.map((one) => ({ ...one, s: '' })),
        undefined,
        alpha,
      );
    }),
    { numRuns: draws(1500) },
  );
});

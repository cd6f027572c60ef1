// Whole experiments in which nothing differs, reported every day: how often any report calls a difference.
import { expect, test } from 'vitest';
import { makeReport } from '../../../../shared/measure/make-report.ts';
import { draws } from '../../../support/draws.ts';
import { random } from '../../../support/random.ts';
import { configOf, countedOf, dayOf, rowOf } from './counted.ts';

const RUNS = draws(2000);
const DAYS = 14;
const ALPHA = 0.05;
const atMost = ALPHA + 3 * Math.sqrt((ALPHA * (1 - ALPHA)) / RUNS);

/** Nearly as many as of so many coins; more than that is not asked of a day. */
function drawOf(share: () => number, mean: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  let count = 0;
  for (let left = Math.exp(-mean), product = share(); product > left; product *= share()) count++;
  return count;
}

const SPLIT = [
  { id: 'a', segment: 'everyone' },
  { id: 'b', segment: 'everyone' },
];

test.each<[what: string, arms: Record<string, number>, config: Parameters<typeof configOf>[0]]>([
  ['halves', { holdout: 0.5, on: 0.5 }, { holdout: 0.5 }],
  ['a holdout of a tenth', { holdout: 0.1, on: 0.9 }, { holdout: 0.1 }],
  [
    'three comparisons',
    { holdout: 0.2, 'variant:a': 0.4, 'variant:b': 0.4 },
    { holdout: 0.2, variants: SPLIT },
  ],
])('%s: at most 5 % of all are ever called', (_, arms, experience) => {
  const config = configOf(experience);
  let called = 0;
  let broken = 0;
  for (let run = 0; run < RUNS; run++) {
    const { share } = random(run + 1);
    // some sites have a visitor in 500 who orders, some one in two
    const rate = [0.002, 0.03, 0.5][run % 3] ?? 0.03;
    const visitors = 300 / rate;
    const rows = Array.from({ length: DAYS }, (_, i) =>
      Object.entries(arms).flatMap(([a, part]) => [
        rowOf({ day: dayOf(i + 1), a, pings: drawOf(share, visitors * part) }),
        rowOf({ day: dayOf(i + 1), a, g: 'order', pings: drawOf(share, visitors * part * rate) }),
      ]),
    ).flat();
    const [told] = makeReport(countedOf(rows), { config, alpha: ALPHA, made: '2026-11-28' }).experiences;
    const comparisons = told?.goals[0]?.comparisons ?? [];
    expect(comparisons.length).toBeGreaterThan(0);
    // Holm's first step is the first to be called, so one look at the least p of all is a look at every day's report
    const least = Math.min(...comparisons.map(({ series }) => series.at(-1)?.p ?? 0));
    if (least * comparisons.length < ALPHA) called++;
    if (told?.split.isBroken) broken++;
  }
  expect(called / RUNS).toBeLessThanOrEqual(atMost);
  expect(broken / RUNS).toBeLessThanOrEqual(0.001 + 3 * Math.sqrt(0.001 / RUNS));
});

// Whole experiments are drawn, with a look after every batch: how often a difference is called that is not there, how
// often an interval misses the truth, and how often a true one is found by the planned number of visitors.
import { describe, expect, test } from 'vitest';
import { chancesOf, compareManyGroups } from '../../../../shared/measure/among-shown.ts';
import { logEvidence } from '../../../../shared/measure/compare-counts.ts';
import { planVisitors } from '../../../../shared/measure/plan.ts';
import { draws } from '../../../support/draws.ts';
import { random } from '../../../support/random.ts';

const RUNS = draws(2000);
const ALARM = Math.log(20);

/** A share of the runs, and three standard deviations of it. */
const atMost = (share: number) => share + 3 * Math.sqrt((share * (1 - share)) / RUNS);
const atLeast = (share: number) => share - 3 * Math.sqrt((share * (1 - share)) / RUNS);

/** How many of `visitors` are converted: exact, by the gaps between one and the next. */
function drawConverted(share: () => number, visitors: number, rate: number): number {
  const step = Math.log1p(-rate);
  const gap = () => 1 + Math.floor(Math.log(1 - share()) / step);
  let count = 0;
  for (let at = gap(); at <= visitors; at += gap()) count++;
  return count;
}

/** @returns whether any of `looks` looks finds the evidence against θ of 1/α */
function isEverCalled(
  {
    visitors,
    looks,
    rates,
    share,
  }: { visitors: number; looks: number; rates: [number, number]; share: number },
  theta: number,
  seed: number,
): boolean {
  const { share: chance } = random(seed);
  const counts = { base: 0, arm: 0, share };
  const batch = visitors / looks;
  // a visitor is in the arm and converted, or in the base and converted, or neither
  const ofArm = share * rates[1];
  const either = ofArm + (1 - share) * rates[0];
  for (let look = 0; look < looks; look++) {
    const converted = drawConverted(chance, Math.round(batch), either);
    const inArm = drawConverted(chance, converted, ofArm / either);
    counts.arm += inArm;
    counts.base += converted - inArm;
    if (logEvidence(counts, theta) >= ALARM) return true;
  }
  return false;
}

function shareCalled(experiment: Parameters<typeof isEverCalled>[0], theta: number): number {
  let called = 0;
  for (let run = 0; run < RUNS; run++) if (isEverCalled(experiment, theta, run + 1)) called++;
  return called / RUNS;
}

describe('where nothing differs, at most 5 % are ever called', () => {
  test.each([
    [0.03, 0.5, 60_000],
    [0.03, 0.9, 60_000],
    [0.002, 0.5, 300_000],
    [0.002, 0.9, 300_000],
    [0.5, 0.5, 4_000],
    [0.5, 0.9, 4_000],
  ])('at a rate of %d and a share of %d', (rate, share, visitors) => {
    const called = shareCalled({ visitors, looks: 100, rates: [rate, rate], share }, 0);
    expect(called).toBeLessThanOrEqual(atMost(0.05));
  });
});

test.each([
  [0.15, 0.5],
  [-0.3, 0.5],
  [0.5, 0.9],
])('the interval misses a true lift of %d at any look in at most 5 % (share %d)', (lift, share) => {
  const rates: [number, number] = [0.03, 0.03 * (1 + lift)];
  const missed = shareCalled({ visitors: 60_000, looks: 100, rates, share }, Math.log1p(lift));
  expect(missed).toBeLessThanOrEqual(atMost(0.05));
});

test.each([0.5, 0.9])(
  'a true lift of 15 in 100 is found in 78 of 100 by the planned number (share %d)',
  (share) => {
    const planned = {
      rate: 0.03,
      lift: 0.15,
      share,
      segment: 1,
      level: 'coin',
      epsilon: 2,
      alpha: 0.05,
    } as const;
    const visitors = planVisitors(planned);
    const found = shareCalled({ visitors, looks: 50, rates: [0.03, 0.0345], share }, 0);
    expect(found).toBeGreaterThanOrEqual(atLeast(0.78));
  },
);

test('of two groups at ε 1 the idle one is called in at most 5 %', () => {
  const chances = chancesOf(1, 2);
  const [RATE, LOOKS, BATCH] = [0.06, 20, 4000];
  let called = 0;
  for (let run = 0; run < RUNS; run++) {
    const { share } = random(run + 1);
    const arms = [0, 1].map(() => ({ visitors: 0, own: 0, others: 0 }));
    let isCalled = false;
    for (let look = 0; look < LOOKS && !isCalled; look++) {
      arms.forEach((answers, arm) => {
        answers.visitors += BATCH;
        // a third is in each group; the other group's variant doubles what its visitors do
        const idle = drawConverted(share, Math.round(BATCH / 3), RATE);
        const lively = drawConverted(share, Math.round(BATCH / 3), RATE * (1 + arm));
        const rest = drawConverted(share, Math.round(BATCH / 3), RATE);
        const own =
          drawConverted(share, idle, chances.truth) + drawConverted(share, lively + rest, chances.other);
        answers.own += own;
        answers.others += idle + lively + rest - own;
      });
      const [base, arm] = arms;
      isCalled = Boolean(base && arm && compareManyGroups(base, arm, chances, 0.05).p <= 0.05);
    }
    if (isCalled) called++;
  }
  expect(called / RUNS).toBeLessThanOrEqual(atMost(0.05));
});

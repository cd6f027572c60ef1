// How many order days to expect of buyers, and what they are worth: fitted as the device remembers them, and held against
// what they did in the test.

import { type Bought, type Buying, expectedOrders } from '../engine/conditions/expected-orders.ts';
import { areaUnder } from './area-under.ts';
import { fitBuying, fitSpend, type Spend, type Spent } from './fit-buying.ts';
import type { Held } from './held-orders.ts';
import { MOST_CORRELATION } from './most-correlation.ts';
import type { Learned, Split } from './parts.ts';
import { createRandom, draw } from './random.ts';
import { roundFigure, roundShare } from './round.ts';
import { sayValueFault, type ValueFault } from './value-fault.ts';

const LEAST_REPEAT = 200;
/** Below this share of order days the device would mistake the first that it remembers for the first. */
const LEAST_REMEMBERED = 0.95;
const [LEAST_RATIO, MOST_RATIO] = [0.7, 1.4];
/** So much worse than recency alone the order of buyers may be. */
const MOST_BEHIND = 0.02;
/** More buyers than these tell the four numbers no better. */
const MOST_FITTED = 50_000;

export interface Fifth {
  buyers: number;
  expected: number;
  actual: number;
}

export interface ValueReport {
  buyers: number;
  /** bought on two days or more */
  repeat: number;
  /** share of the order days of the export that the device remembers */
  remembered: number;
  /** of how many order days a buyer has and what one is worth */
  correlation: number;
  /** order days, of buyers by what was expected of them; null where it was not tested */
  test: {
    until: string;
    days: number;
    expected: number;
    actual: number;
    auc: number | null;
    aucOfRecency: number | null;
    /** what chance alone reaches in 39 of 40 such tests */
    atMostByChance: number | null;
    /** those of whom least was expected first */
    fifths: Fifth[];
  } | null;
  /** why it was refused */
  faults?: ValueFault[];
}

export interface Value {
  event?: string;
  value?: string;
  purchases: Buying;
  spend?: Spend;
}

export interface ValueOptions {
  event?: string | undefined;
  value?: string | undefined;
  seed: number;
}

const boughtOf = (held: Held, i: number): Bought => {
  const T = held.age[i] ?? 0;
  return { x: (held.frequency[i] ?? 1) - 1, t: T - (held.recency[i] ?? 0), T };
};

function fit(held: Held, seed: number): Buying {
  const places = draw(held.count, MOST_FITTED, createRandom(seed));
  return fitBuying(Array.from(places, (i) => boughtOf(held, i)));
}

/** Of those who bought again: most did not. */
function spentOf(held: Held, seed: number): Spent[] {
  const again = Uint32Array.from({ length: held.count }, (_, i) => i).filter(
    (i) => (held.frequency[i] ?? 1) > 1 && (held.later[i] ?? 0) > 0,
  );
  const places = draw(again.length, MOST_FITTED, createRandom(seed));
  return Array.from(places, (place) => {
    const i = again[place] ?? 0;
    return { x: (held.frequency[i] ?? 1) - 1, mean: held.later[i] ?? 0 };
  });
}

function correlate(all: readonly Spent[]): number {
  const mean = (of: (one: Spent) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  const [x, m] = [mean((one) => one.x), mean((one) => one.mean)];
  const both = mean((one) => (one.x - x) * (one.mean - m));
  const spread = Math.sqrt(mean((one) => (one.x - x) ** 2) * mean((one) => (one.mean - m) ** 2));
  return spread > 0 ? both / spread : 0;
}

/** What tells nothing lies this far above a half at most, but in one of 40 tests (two standard errors of ranks). */
function chanceOf(did: Uint8Array): number | undefined {
  const all = did.reduce((sum, one) => sum + one, 0);
  const others = did.length - all;
  return all && others ? 0.5 + 2 * Math.sqrt((did.length + 1) / (12 * all * others)) : undefined;
}

function judge({ test }: Split, seed: number): ValueReport['test'] {
  if (!test || test.held.count === 0) return null;
  const { held, bought, until, days } = test;
  const buying = fit(held, seed);
  const expected = Float64Array.from({ length: held.count }, (_, i) =>
    expectedOrders(buying, boughtOf(held, i), days),
  );
  const actual = Float64Array.from({ length: held.count }, (_, i) => bought.get(held.buyer[i] ?? -1) ?? 0);
  const did = Uint8Array.from(actual, (one) => +(one > 0));
  const order = Uint32Array.from(expected, (_, i) => i).sort(
    (one, other) => (expected[one] ?? 0) - (expected[other] ?? 0) || one - other,
  );
  const fifths = Array.from({ length: 5 }, (_, fifth): Fifth => {
    const places = order.subarray((fifth * order.length) / 5, ((fifth + 1) * order.length) / 5);
    const sum = (of: Float64Array) => places.reduce((all, i) => all + (of[i] ?? 0), 0);
    return { buyers: places.length, expected: roundFigure(sum(expected)), actual: sum(actual) };
  });
  const share = (auc: number | undefined): number | null => (auc === undefined ? null : roundShare(auc));
  return {
    until,
    days,
    expected: roundFigure(expected.reduce((sum, one) => sum + one, 0)),
    actual: actual.reduce((sum, one) => sum + one, 0),
    auc: share(areaUnder(expected, did)),
    aucOfRecency: share(
      areaUnder(
        held.recency.slice(0, held.count).map((days) => -days),
        did,
      ),
    ),
    atMostByChance: share(chanceOf(did)),
    fifths,
  };
}

/** How many days a device must remember to keep what is needed of all order days. */
function findEnough(ages: Split['ages']): number {
  const all = [...ages.values()].reduce((sum, count) => sum + count, 0);
  let kept = 0;
  for (const [age, count] of [...ages].sort(([one], [other]) => one - other)) {
    kept += count;
    if (kept >= LEAST_REMEMBERED * all) return age + 1;
  }
  return 0;
}

function findFaults({ retention, remembered, ages }: Split, { repeat, test }: ValueReport): ValueFault[] {
  const faults: ValueFault[] = [];
  if (repeat < LEAST_REPEAT) faults.push({ kind: 'few', repeat, needed: LEAST_REPEAT });
  if (remembered < LEAST_REMEMBERED) {
    const share = Math.floor(100 * remembered) / 100;
    const enough = findEnough(ages);
    faults.push({ kind: 'forgotten', remembered: share, needed: LEAST_REMEMBERED, retention, enough });
  }
  if (faults.length > 0) return faults;
  if (!test) return [{ kind: 'untested' }];
  const { expected, actual, auc, aucOfRecency, atMostByChance } = test;
  if (!Number.isFinite(expected)) return [{ kind: 'no number' }];
  const ratio = actual ? expected / actual : Infinity;
  if (ratio < LEAST_RATIO || ratio > MOST_RATIO) faults.push({ kind: 'apart', expected, actual });
  if (auc === null || aucOfRecency === null || auc < aucOfRecency - MOST_BEHIND)
    faults.push({ kind: 'recency' });
  else if (auc <= (atMostByChance ?? 1)) faults.push({ kind: 'alike' });
  return faults;
}

const four = ([r, alpha, a, b]: Buying): Buying => [
  roundFigure(r),
  roundFigure(alpha),
  roundFigure(a),
  roundFigure(b),
];

export function learnValue(split: Split, { event, value, seed }: ValueOptions): Learned<Value, ValueReport> {
  const { held } = split;
  const repeat = held.frequency.subarray(0, held.count).reduce((sum, days) => sum + +(days > 1), 0);
  const isEnough = repeat >= LEAST_REPEAT && split.remembered >= LEAST_REMEMBERED;
  const spent = spentOf(held, seed);
  const correlation = spent.length > 1 ? correlate(spent) : 0;
  const report: ValueReport = {
    buyers: held.count,
    repeat,
    remembered: roundShare(split.remembered),
    correlation: roundShare(correlation),
    test: isEnough ? judge(split, seed) : null,
  };
  const refuse = (faults: ValueFault[]): Learned<Value, ValueReport> => ({
    status: 'refused',
    why: faults.map(sayValueFault),
    // what is no number cannot be shown
    report: { ...report, test: faults.some(({ kind }) => kind === 'no number') ? null : report.test, faults },
  });
  const faults = findFaults(split, report);
  if (faults.length > 0) return refuse(faults);
  const purchases = four(fit(held, seed));
  const hasSpend = spent.length >= LEAST_REPEAT && Math.abs(correlation) <= MOST_CORRELATION;
  const [p, q, v] = hasSpend ? fitSpend(spent) : [0, 0, 0];
  const spend: Spend = [roundFigure(p), roundFigure(q), roundFigure(v)];
  if (![...purchases, ...spend].every(Number.isFinite)) return refuse([{ kind: 'no number' }]);
  return {
    status: 'learned',
    value: {
      ...(event !== undefined && { event }),
      ...(value !== undefined && { value }),
      purchases,
      // with a smaller q an order day would be worth any amount
      ...(hasSpend && q > 1 && { spend }),
    },
    report,
  };
}

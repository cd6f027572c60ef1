// Whether what was learned of a goal is good enough to be stated: what is missing in an export, and where stated chances did
// not hold.

import { DAY_MS, writeDay } from '../day.ts';
import { createRandom } from '../random.ts';
import { roundFigure, roundShare } from '../round.ts';
import { type Logit, logistic, sumOf } from './fit-logistic.ts';
import type { Moments } from './hold-visits.ts';
import type { IntentFault } from './intent-fault.ts';
import { type Bin, type Judged, judgeChances, LEAST_VISITORS } from './judge-chances.ts';
import { type Counted, countVisits, pickRows, rowsWhere, type Split } from './split-visits.ts';

const LEAST_OF_EACH = 200;
const LEAST_AUC = 0.65;
const [LEAST_SLOPE, MOST_SLOPE] = [0.8, 1.25];
const [LEAST_RATIO, MOST_RATIO] = [0.9, 1.1];
/** Share of visits with no beginning from which on lines are missing, not visits cut by the export's ends. */
const MOST_CUT = 0.1;
/** Share of goals that no page view comes before, from which on the others are not like them. */
const MOST_UNSEEN = 0.5;
export interface IntentTest {
  from: string;
  until: string;
  visits: number;
  positives: number;
  visitors: number;
  rows: number;
  auc: number;
  /** 95 of 100 draws of the visitors lie between */
  interval: [low: number, high: number];
  mean: number;
  actual: number;
  slope: number;
  brier: number;
  brierOfMean: number;
  bins: Bin[];
}

export interface IntentReport {
  goal: string;
  /** visits with a page view before the goal, and those of them in which it came */
  visits: number;
  positives: number;
  training: { until: string; visits: number; positives: number };
  /** terms that could have been, and how much weights cost */
  usable: number;
  lambda: number;
  test: IntentTest | null;
  /** why it was refused; `why` beside it says the same */
  faults?: IntentFault[];
}

export const NOTHING: IntentReport = {
  goal: '',
  visits: 0,
  positives: 0,
  training: { until: '', visits: 0, positives: 0 },
  usable: 0,
  lambda: 0,
  test: null,
};

/** @param logit fitted to what came before the test */
export function judge(moments: Moments, logit: Logit, { cut, end }: Split, seed: number): IntentTest | null {
  const isTest = (at: number) => at >= cut && at < end;
  const rows = rowsWhere(moments, isTest);
  const { table, visitor } = pickRows(moments, rows);
  const chance = Float64Array.from(table.did, (_, i) => logistic(sumOf(logit, table, i)));
  const judged = judgeChances({ chance, did: table.did, visitor }, createRandom(seed));
  if (!judged) return null;
  const starts = rows.reduce(
    ([least, most], row) => {
      const at = moments.startAt[row] ?? 0;
      return [Math.min(least, at), Math.max(most, at)] as [number, number];
    },
    [Infinity, -Infinity] as [number, number],
  );
  return {
    from: writeDay(Math.floor(starts[0] / DAY_MS)),
    until: writeDay(Math.floor(starts[1] / DAY_MS)),
    ...countVisits(moments, isTest),
    visitors: new Set(visitor).size,
    rows: rows.length,
    ...written(judged),
  };
}

const written = (judged: Judged) => ({
  auc: roundShare(judged.auc),
  interval: [roundShare(judged.low), roundShare(judged.high)] as [number, number],
  mean: roundFigure(judged.mean),
  actual: roundFigure(judged.actual),
  slope: roundShare(judged.slope),
  brier: roundFigure(judged.brier),
  brierOfMean: roundFigure(judged.brierOfMean),
  bins: judged.bins.map((bin) => ({ ...bin, mean: roundFigure(bin.mean), actual: roundFigure(bin.actual) })),
});

/** What makes an export unfit to be learned from. */
export function findFaults({ visits, goals, unseen, begun }: Moments): IntentFault[] {
  if (begun > 0 && visits - begun > MOST_CUT * visits) return [{ kind: 'cut', cut: visits - begun, visits }];
  if (goals >= LEAST_OF_EACH && unseen > MOST_UNSEEN * goals) return [{ kind: 'unseen', unseen, goals }];
  return [];
}

export function findMissing({ visits, positives }: Counted): IntentFault[] {
  const few = (of: 'goals' | 'others', count: number): IntentFault[] =>
    count < LEAST_OF_EACH ? [{ kind: 'few', of, count, needed: LEAST_OF_EACH }] : [];
  return [...few('goals', positives), ...few('others', visits - positives)];
}

export function findReasons(test: IntentTest | null): IntentFault[] {
  if (!test) return [{ kind: 'one outcome' }];
  const why: IntentFault[] = [];
  if (test.bins.length === 0)
    why.push({ kind: 'few visitors', visitors: test.visitors, needed: LEAST_VISITORS });
  const { mean, actual, slope } = test;
  const [low, high] = test.interval;
  if (!(low >= LEAST_AUC)) why.push({ kind: 'weak', low, high, needed: LEAST_AUC });
  if (!(slope >= LEAST_SLOPE && slope <= MOST_SLOPE))
    why.push({ kind: 'slope', slope, least: LEAST_SLOPE, most: MOST_SLOPE });
  const ratio = actual ? mean / actual : Infinity;
  if (!(ratio >= LEAST_RATIO && ratio <= MOST_RATIO)) why.push({ kind: 'apart', mean, actual });
  return why;
}

// Whether what was learned of a goal is good enough to be stated: what is missing in an export, and where stated chances did
// not hold. In words for the owner.

import { DAY_MS, writeDay } from '../day.ts';
import { createRandom } from '../random.ts';
import { roundFigure, roundShare } from '../round.ts';
import { type Logit, logistic, sumOf } from './fit-logistic.ts';
import type { Moments } from './hold-visits.ts';
import { type Bin, type Judged, judgeChances } from './judge-chances.ts';
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
export function findFaults({ visits, goals, unseen, begun }: Moments): string[] {
  if (begun > 0 && visits - begun > MOST_CUT * visits)
    return [
      `${visits - begun} of ${visits} visits have no beginning: lines are missing in this export, and what a browser would remember cannot be told from those that are left. Export whole visits`,
    ];
  if (goals >= LEAST_OF_EACH && unseen > MOST_UNSEEN * goals)
    return [
      `${unseen} of ${goals} visits with the goal have no page view before that of the goal, so nothing comes before it that could tell`,
    ];
  return [];
}

export function findMissing({ visits, positives }: Counted): string[] {
  const others = visits - positives;
  return [
    ...(positives < LEAST_OF_EACH ? [`${positives} goals, ${LEAST_OF_EACH} needed`] : []),
    ...(others < LEAST_OF_EACH ? [`${others} visits without the goal, ${LEAST_OF_EACH} needed`] : []),
  ];
}

export function findReasons(test: IntentTest | null): string[] {
  if (!test) return ['in the test the goal came in every visit, or in none: nothing can be told apart'];
  const why: string[] = [];
  const [low, high] = test.interval;
  if (!(low >= LEAST_AUC))
    why.push(
      `what comes before the goal tells too little: one who reached it stands above one who did not in ${Math.floor(100 * low)} to ${Math.ceil(100 * high)} of 100 pairs (50 is chance), ${100 * LEAST_AUC} needed at the least`,
    );
  if (!(test.slope >= LEAST_SLOPE && test.slope <= MOST_SLOPE))
    why.push(
      `chances were stated ${test.slope < 1 ? 'too sharply' : 'too flatly'} for the test (slope ${test.slope.toFixed(2)}, ${LEAST_SLOPE} to ${MOST_SLOPE} needed)`,
    );
  const ratio = test.actual ? test.mean / test.actual : Infinity;
  if (!(ratio >= LEAST_RATIO && ratio <= MOST_RATIO))
    why.push(
      `of 100 page views in the test ${(100 * test.mean).toFixed(1)} were expected to lead to the goal and ${(100 * test.actual).toFixed(1)} did`,
    );
  return why;
}

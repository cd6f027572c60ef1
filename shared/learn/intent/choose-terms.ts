// Which of the possible terms a model is made of: one after the other that which explains most of what is left, as long as
// visitors it was not chosen by are told better with it. No chance is in it but which visitor is in which fifth.

import { areaUnder } from '../area-under.ts';
import type { Random } from '../random.ts';
import { fitLogistic, logistic, lossOf, solve, spreadOf, sumOf, type Table } from './fit-logistic.ts';

export const MOST_TERMS = 12;
const FOLDS = 5;
/** Fewer visitors of whom a term says something would be told apart by it. */
const LEAST_VISITORS = 50;
/** What alone tells so well happens with the goal. */
const LEAK = 0.98;
/** While terms are chosen; afterwards it is chosen itself. */
const LAMBDA = 1e-3;
export const LAMBDAS = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 3e-2, 0.1, 0.3, 1];
/** So many in a row that tell others no better: more are not looked for. */
const PATIENCE = 3;
/** Of which the others already say nearly all. */
const LEAST_OWN = 1e-6;

export const rowsOf = (table: Table): Uint32Array => Uint32Array.from(table.did, (_, i) => i);

/** These columns alone. */
export function pickColumns({ width, cells, did }: Table, columns: readonly number[]): Table {
  const picked = new Float64Array(did.length * columns.length);
  for (let i = 0; i < did.length; i++)
    for (const [j, column] of columns.entries())
      picked[i * columns.length + j] = cells[i * width + column] ?? 0;
  return { width: columns.length, cells: picked, did };
}

/** A fifth of the visitors each, by chance: rows of one never lie in two. */
export function splitVisitors(visitor: Int32Array, random: Random): Uint8Array {
  const of = new Map<number, number>();
  return Uint8Array.from(visitor, (one) => {
    const known = of.get(one) ?? random.below(FOLDS);
    of.set(one, known);
    return known;
  });
}

/** The mean loss of each fifth, fitted on the four others. */
export function lossesOf(table: Table, fold: Uint8Array, lambda: number): number[] {
  const rows = rowsOf(table);
  return Array.from({ length: FOLDS }, (_, f) => {
    const within = rows.filter((row) => fold[row] === f);
    const others = rows.filter((row) => fold[row] !== f);
    if (within.length === 0 || others.length === 0) return 0;
    const logit = fitLogistic(table, others, lambda);
    return (
      within.reduce((sum, row) => sum + lossOf(sumOf(logit, table, row), table.did[row] ?? 0), 0) /
      within.length
    );
  });
}

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const leastOf = (losses: readonly number[][]): number[] =>
  losses.reduce((a, b) => (meanOf(b) < meanOf(a) ? b : a));

/** How far the losses are from others of the same fifths, and the standard error of that. */
function apart(losses: readonly number[], least: readonly number[]): { mean: number; error: number } {
  const gaps = losses.map((loss, i) => loss - (least[i] ?? 0));
  const mean = meanOf(gaps);
  const error = Math.sqrt(meanOf(gaps.map((gap) => (gap - mean) ** 2)) / (gaps.length - 1));
  return { mean, error };
}

/**
 * What each column would add to a model of those chosen (score test): the square of what is left in its direction over
 * what of its direction the chosen ones do not have.
 */
function scoresOf(table: Table, chosen: readonly number[], left: readonly number[]): Float64Array {
  const rows = rowsOf(table);
  const logit = fitLogistic(pickColumns(table, chosen), rows, LAMBDA);
  const { width, cells, did } = table;
  const n = chosen.length + 1;
  const bend = new Float64Array(n * n);
  const across = left.map(() => new Float64Array(n));
  const own = new Float64Array(left.length);
  const pull = new Float64Array(left.length);
  const known = new Float64Array(n);
  known[0] = 1;
  for (const row of rows) {
    let sum = logit.bias;
    for (let j = 1; j < n; j++) {
      known[j] = cells[row * width + (chosen[j - 1] ?? 0)] ?? 0;
      sum += (logit.weights[j - 1] ?? 0) * (known[j] ?? 0);
    }
    const chance = logistic(sum);
    const weight = chance * (1 - chance);
    for (let j = 0; j < n; j++)
      for (let k = 0; k <= j; k++)
        bend[j * n + k] = (bend[j * n + k] ?? 0) + weight * (known[j] ?? 0) * (known[k] ?? 0);
    for (let c = 0; c < left.length; c++) {
      const cell = cells[row * width + (left[c] ?? 0)] ?? 0;
      if (cell === 0) continue;
      pull[c] = (pull[c] ?? 0) + cell * ((did[row] ?? 0) - chance);
      own[c] = (own[c] ?? 0) + weight * cell * cell;
      const with_ = across[c] ?? known;
      for (let j = 0; j < n; j++) with_[j] = (with_[j] ?? 0) + weight * cell * (known[j] ?? 0);
    }
  }
  return Float64Array.from(left, (_, c) => {
    const with_ = across[c] ?? known;
    const shared = solve(bend.slice(), with_.slice(), n).reduce(
      (sum, one, j) => sum + one * (with_[j] ?? 0),
      0,
    );
    const alone = (own[c] ?? 0) - shared;
    return alone > LEAST_OWN * (own[c] ?? 0) ? (pull[c] ?? 0) ** 2 / alone : 0;
  });
}

/** Columns that differ, and say something of visitors enough. */
function usableOf(table: Table, visitor: Int32Array): number[] {
  const { spread } = spreadOf(table, rowsOf(table));
  return Array.from(spread, (_, j) => j).filter((j) => {
    if (!spread[j]) return false;
    const some = new Set<number>();
    for (let i = 0; i < visitor.length && some.size < LEAST_VISITORS; i++)
      if (table.cells[i * table.width + j]) some.add(visitor[i] ?? 0);
    return some.size >= LEAST_VISITORS;
  });
}

const columnOf = ({ width, cells, did }: Table, column: number): Float64Array =>
  Float64Array.from(did, (_, i) => cells[i * width + column] ?? 0);

export interface Chosen {
  /** columns, in the order in which they were taken */
  columns: number[];
  lambda: number;
  /** columns that could be */
  usable: number;
  /** columns each of which tells the goal by itself */
  leaks: number[];
}

function findLambda(table: Table, fold: Uint8Array): number {
  let [best, least] = [LAMBDA, Infinity];
  // of equal ones that which holds the weights smaller
  for (const lambda of LAMBDAS) {
    const loss = meanOf(lossesOf(table, fold, lambda));
    if (loss <= least) [best, least] = [lambda, loss];
  }
  return best;
}

/** @param visitor whose each row of the table is */
export function chooseTerms(table: Table, visitor: Int32Array, random: Random): Chosen {
  const usable = usableOf(table, visitor);
  const leaks = usable.filter((column) => {
    const area = areaUnder(columnOf(table, column), table.did) ?? 0.5;
    return Math.max(area, 1 - area) >= LEAK;
  });
  if (leaks.length > 0) return { columns: [], lambda: LAMBDA, usable: usable.length, leaks };
  const fold = splitVisitors(visitor, random);
  const columns: number[] = [];
  const losses = [lossesOf(pickColumns(table, []), fold, LAMBDA)];
  while (columns.length < MOST_TERMS) {
    const left = usable.filter((column) => !columns.includes(column));
    const scores = scoresOf(table, columns, left);
    const best = scores.reduce((at, score, c) => (score > (scores[at] ?? 0) ? c : at), 0);
    if (!(scores[best] ?? 0)) break;
    columns.push(left[best] ?? 0);
    losses.push(lossesOf(pickColumns(table, columns), fold, LAMBDA));
    if (losses.indexOf(leastOf(losses)) < losses.length - PATIENCE) break;
  }
  const least = leastOf(losses);
  // the fewest that are not told worse than the best by more than chance would
  const count = losses.findIndex((one) => {
    const { mean, error } = apart(one, least);
    return mean <= error;
  });
  const taken = columns.slice(0, count);
  return {
    columns: taken,
    lambda: taken.length ? findLambda(pickColumns(table, taken), fold) : LAMBDA,
    usable: usable.length,
    leaks,
  };
}

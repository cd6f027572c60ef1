// The chance of something as a sum of weighted numbers (logistic regression), with weights held small (L2): the one
// optimum, by Newton's steps.

/** One row of numbers for each moment that was looked at, and whether it happened afterwards. */
export interface Table {
  width: number;
  /** row after row */
  cells: Float64Array;
  did: Uint8Array;
}

export interface Logit {
  bias: number;
  weights: Float64Array;
}

const MOST_STEPS = 60;
const CLOSE = 1e-12;
/** A column that spreads less says nothing. */
const LEAST_SPREAD = 1e-12;

export const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));

/** log(1 + e^x) without overflow */
const softplus = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));

/** What came of one row, given the sum that was made of it. */
export const lossOf = (sum: number, did: number): number => softplus(sum) - did * sum;

export function sumOf({ bias, weights }: Logit, { cells, width }: Table, row: number): number {
  let sum = bias;
  for (let j = 0, at = row * width; j < width; j++) sum += (weights[j] ?? 0) * (cells[at + j] ?? 0);
  return sum;
}

/** Means and standard deviations of the columns over these rows. */
export function spreadOf({ cells, width }: Table, rows: Uint32Array) {
  const mean = new Float64Array(width);
  const spread = new Float64Array(width);
  for (const row of rows)
    for (let j = 0; j < width; j++) mean[j] = (mean[j] ?? 0) + (cells[row * width + j] ?? 0);
  for (let j = 0; j < width; j++) mean[j] = (mean[j] ?? 0) / rows.length;
  for (const row of rows)
    for (let j = 0; j < width; j++)
      spread[j] = (spread[j] ?? 0) + ((cells[row * width + j] ?? 0) - (mean[j] ?? 0)) ** 2;
  for (let j = 0; j < width; j++) {
    const one = Math.sqrt((spread[j] ?? 0) / rows.length);
    spread[j] = one > LEAST_SPREAD ? one : 0;
  }
  return { mean, spread };
}

/**
 * Solves A x = b where A is symmetric and positive; both are written over.
 *
 * @param a rows of `n` numbers, of which the lower triangle is read
 */
export function solve(a: Float64Array, b: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (a[i * n + k] ?? 0) * (a[j * n + k] ?? 0);
      a[i * n + j] = i === j ? Math.sqrt(Math.max(sum, Number.MIN_VALUE)) : sum / (a[j * n + j] ?? 1);
    }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) b[i] = (b[i] ?? 0) - (a[i * n + k] ?? 0) * (b[k] ?? 0);
    b[i] = (b[i] ?? 0) / (a[i * n + i] ?? 1);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) b[i] = (b[i] ?? 0) - (a[k * n + i] ?? 0) * (b[k] ?? 0);
    b[i] = (b[i] ?? 0) / (a[i * n + i] ?? 1);
  }
  return b;
}

/** These rows with columns of mean 0 and standard deviation 1, and a 1 before each row. */
function standardize(table: Table, rows: Uint32Array) {
  const { mean, spread } = spreadOf(table, rows);
  const n = table.width + 1;
  const cells = new Float64Array(rows.length * n);
  rows.forEach((row, i) => {
    cells[i * n] = 1;
    for (let j = 0; j < table.width; j++)
      if (spread[j])
        cells[i * n + j + 1] =
          ((table.cells[row * table.width + j] ?? 0) - (mean[j] ?? 0)) / (spread[j] ?? 1);
  });
  return { cells, did: Uint8Array.from(rows, (row) => table.did[row] ?? 0), n, mean, spread };
}
type Standard = ReturnType<typeof standardize>;

interface Place {
  at: Float64Array;
  /** what is made least: the mean loss, and half of `lambda` times the squares of the weights */
  cost: number;
  /** Newton's */
  step: Float64Array;
  /** how much less it would cost there, were the cost as bent everywhere as it is here */
  gain: number;
}

function lookFrom({ cells, did, n }: Standard, at: Float64Array, lambda: number): Place {
  const slope = new Float64Array(n);
  const bend = new Float64Array(n * n);
  let cost = 0;
  // this is where nearly all of the time goes: no lists, no functions, and what is dear once for each row
  for (let i = 0; i < did.length; i++) {
    const row = i * n;
    let sum = 0;
    for (let j = 0; j < n; j++) sum += (at[j] ?? 0) * (cells[row + j] ?? 0);
    // no sum is too large for it
    const small = Math.exp(-Math.abs(sum));
    const happened = did[i] ?? 0;
    cost += Math.max(sum, 0) + Math.log1p(small) - happened * sum;
    const chance = (sum > 0 ? 1 : small) / (1 + small);
    const off = chance - happened;
    const weight = chance * (1 - chance);
    for (let j = 0; j < n; j++) {
      const cell = cells[row + j] ?? 0;
      slope[j] = (slope[j] ?? 0) + off * cell;
      const weighed = weight * cell;
      for (let k = 0; k <= j; k++) bend[j * n + k] = (bend[j * n + k] ?? 0) + weighed * (cells[row + k] ?? 0);
    }
  }
  let squares = 0;
  for (let j = 0; j < n; j++) {
    const weight = j ? (at[j] ?? 0) : 0;
    squares += weight ** 2;
    slope[j] = (slope[j] ?? 0) / did.length + lambda * weight;
    for (let k = 0; k <= j; k++) bend[j * n + k] = (bend[j * n + k] ?? 0) / did.length;
    // a hair more, so that a column that says nothing stays where it is
    bend[j * n + j] = (bend[j * n + j] ?? 0) + (j ? lambda : 0) + 1e-12;
  }
  const step = solve(bend, slope.slice(), n);
  const gain = step.reduce((sum, one, j) => sum + one * (slope[j] ?? 0), 0) / 2;
  return { at, cost: cost / did.length + (lambda / 2) * squares, step, gain };
}

/**
 * @param rows of the table that are looked at
 * @param lambda how much weights cost, of columns in standard deviations; 0: nothing
 */
export function fitLogistic(table: Table, rows: Uint32Array, lambda: number): Logit {
  const standard = standardize(table, rows);
  const { n, mean, spread, did } = standard;
  const share = did.reduce((sum, one) => sum + one, 0) / did.length;
  const start = new Float64Array(n);
  start[0] = Math.log((share + 1e-9) / (1 - share + 1e-9));
  let place = lookFrom(standard, start, lambda);
  for (let i = 0; i < MOST_STEPS && place.gain > CLOSE; i++) {
    const { at, cost, step } = place;
    let next = place;
    for (let length = 1; length > 1e-4; length /= 2) {
      next = lookFrom(
        standard,
        at.map((value, j) => value - length * (step[j] ?? 0)),
        lambda,
      );
      if (next.cost <= cost) break;
    }
    if (!(cost - next.cost > CLOSE)) break;
    place = next;
  }
  const { at } = place;
  const weights = Float64Array.from(spread, (one, j) => (one ? (at[j + 1] ?? 0) / one : 0));
  const bias = weights.reduce((sum, weight, j) => sum - weight * (mean[j] ?? 0), at[0] ?? 0);
  return { bias, weights };
}

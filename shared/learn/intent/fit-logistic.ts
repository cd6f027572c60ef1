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

/** What is made least: the mean loss, and half of `lambda` times the squares of the weights. */
function costOf({ cells, did, n }: Standard, at: Float64Array, lambda: number): number {
  let cost = 0;
  for (let i = 0; i < did.length; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += (at[j] ?? 0) * (cells[i * n + j] ?? 0);
    cost += lossOf(sum, did[i] ?? 0);
  }
  let squares = 0;
  for (let j = 1; j < n; j++) squares += (at[j] ?? 0) ** 2;
  return cost / did.length + (lambda / 2) * squares;
}

/** Newton's step from there. */
function stepFrom({ cells, did, n }: Standard, at: Float64Array, lambda: number): Float64Array {
  const slope = new Float64Array(n);
  const bend = new Float64Array(n * n);
  for (let i = 0; i < did.length; i++) {
    const row = i * n;
    let sum = 0;
    for (let j = 0; j < n; j++) sum += (at[j] ?? 0) * (cells[row + j] ?? 0);
    const chance = logistic(sum);
    const off = chance - (did[i] ?? 0);
    const weight = chance * (1 - chance);
    // this is where nearly all of the time goes: no lists, no functions
    for (let j = 0; j < n; j++) {
      const cell = cells[row + j] ?? 0;
      if (cell === 0) continue;
      slope[j] = (slope[j] ?? 0) + off * cell;
      const weighed = weight * cell;
      for (let k = 0; k <= j; k++) bend[j * n + k] = (bend[j * n + k] ?? 0) + weighed * (cells[row + k] ?? 0);
    }
  }
  for (let j = 0; j < n; j++) {
    slope[j] = (slope[j] ?? 0) / did.length + (j ? lambda * (at[j] ?? 0) : 0);
    for (let k = 0; k <= j; k++) bend[j * n + k] = (bend[j * n + k] ?? 0) / did.length;
    // a hair more, so that a column that says nothing stays where it is
    bend[j * n + j] = (bend[j * n + j] ?? 0) + (j ? lambda : 0) + 1e-12;
  }
  return solve(bend, slope, n);
}

/**
 * @param rows of the table that are looked at
 * @param lambda how much weights cost, of columns in standard deviations; 0: nothing
 */
export function fitLogistic(table: Table, rows: Uint32Array, lambda: number): Logit {
  const standard = standardize(table, rows);
  const { n, mean, spread, did } = standard;
  const share = did.reduce((sum, one) => sum + one, 0) / did.length;
  let at = new Float64Array(n);
  at[0] = Math.log((share + 1e-9) / (1 - share + 1e-9));
  let cost = costOf(standard, at, lambda);
  for (let i = 0; i < MOST_STEPS; i++) {
    const step = stepFrom(standard, at, lambda);
    let next = at;
    let less = cost;
    for (let length = 1; length > 1e-4; length /= 2) {
      next = at.map((value, j) => value - length * (step[j] ?? 0));
      less = costOf(standard, next, lambda);
      if (less <= cost) break;
    }
    if (!(cost - less > CLOSE)) break;
    [at, cost] = [next, less];
  }
  const weights = Float64Array.from(spread, (one, j) => (one ? (at[j + 1] ?? 0) / one : 0));
  const bias = weights.reduce((sum, weight, j) => sum - weight * (mean[j] ?? 0), at[0] ?? 0);
  return { bias, weights };
}

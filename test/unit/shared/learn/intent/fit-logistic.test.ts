// The fit against a slow optimum that was found another way, and the judgement of chances against counting pairs.
import { describe, expect, test } from 'vitest';
import { fitLogistic, type Table } from '../../../../../shared/learn/intent/fit-logistic.ts';
import { drawInterval, judgeChances, slopeOf } from '../../../../../shared/learn/intent/judge-chances.ts';
import { createRandom } from '../../../../../shared/learn/random.ts';
import { type Random, random } from '../../../../support/random.ts';

const logistic = (sum: number) => 1 / (1 + Math.exp(-sum));
const all = (count: number) => Uint32Array.from({ length: count }, (_, i) => i);

/** Rows of a truth: one column counts, one is yes or no, one has nothing to do with it, one says nothing. */
function makeTable(count: number, truth: [bias: number, ...weights: number[]], { share }: Random): Table {
  const width = 4;
  const cells = new Float64Array(count * width);
  const did = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const row = [Math.log1p(Math.floor(-Math.log(1 - share()) * 3)), +(share() < 0.3), share() * 100, 7];
    cells.set(row, i * width);
    const [bias, ...weights] = truth;
    did[i] = +(share() < logistic(weights.reduce((sum, weight, j) => sum + weight * row[j]!, bias)));
  }
  return { width, cells, did };
}

/** Plain steps down the slope of the same cost: tens of thousands of them, and no second derivative. */
function descend({ width, cells, did }: Table, lambda: number) {
  const count = did.length;
  const columns = Array.from({ length: width }, (_, j) =>
    Array.from({ length: count }, (_, i) => cells[i * width + j]!),
  );
  const means = columns.map((column) => column.reduce((sum, one) => sum + one, 0) / count);
  const spreads = columns.map((column, j) =>
    Math.sqrt(column.reduce((sum, one) => sum + (one - means[j]!) ** 2, 0) / count),
  );
  const rows = Array.from({ length: count }, (_, i) =>
    columns.map((column, j) => (spreads[j]! > 1e-9 ? (column[i]! - means[j]!) / spreads[j]! : 0)),
  );
  let bias = 0;
  let weights = columns.map(() => 0);
  for (let step = 0; step < 6000; step++) {
    let ofBias = 0;
    const slopes = weights.map((weight) => lambda * weight);
    rows.forEach((row, i) => {
      const off = logistic(row.reduce((sum, one, j) => sum + one * weights[j]!, bias)) - did[i]!;
      ofBias += off / count;
      row.forEach((one, j) => {
        slopes[j]! += (off * one) / count;
      });
    });
    bias -= ofBias;
    weights = weights.map((weight, j) => weight - slopes[j]!);
  }
  const plain = weights.map((weight, j) => (spreads[j]! > 1e-9 ? weight / spreads[j]! : 0));
  return { bias: plain.reduce((sum, weight, j) => sum - weight * means[j]!, bias), weights: plain };
}

describe('the fit', () => {
  test.each([0, 0.01, 0.3])('is the optimum that small steps find, where weights cost %d', (lambda) => {
    const table = makeTable(400, [-2, 1.2, 0.8, 0.01, 0], random(5));
    const found = fitLogistic(table, all(400), lambda);
    const slow = descend(table, lambda);
    expect(found.bias).toBeCloseTo(slow.bias, 5);
    slow.weights.forEach((weight, j) => {
      expect(found.weights[j]).toBeCloseTo(weight, 5);
    });
    expect(found.weights[3]).toBe(0);
  });

  test('finds the weights of the truth again', () => {
    const { bias, weights } = fitLogistic(
      makeTable(60_000, [-3, 1.5, -0.7, 0, 0], random(9)),
      all(60_000),
      0,
    );
    expect(Math.abs(bias + 3)).toBeLessThan(0.06);
    expect(Math.abs(weights[0]! - 1.5)).toBeLessThan(0.06);
    expect(Math.abs(weights[1]! + 0.7)).toBeLessThan(0.08);
    expect(Math.abs(weights[2]!)).toBeLessThan(0.002);
  });

  test('looks at no other rows than it is told, and ends where all did it, or where it is told apart at once', () => {
    const table = makeTable(300, [-1, 1, 0, 0, 0], random(2));
    const some = Uint32Array.from({ length: 150 }, (_, i) => 2 * i);
    const alone: Table = {
      width: 4,
      cells: Float64Array.from([...some].flatMap((i) => [...table.cells.subarray(4 * i, 4 * i + 4)])),
      did: Uint8Array.from(some, (i) => table.did[i]!),
    };
    expect(fitLogistic(table, some, 0.01)).toEqual(fitLogistic(alone, all(150), 0.01));
    for (const did of [table.did.map(() => 1), table.did.map((_, i) => +(table.cells[4 * i + 1] === 1))]) {
      const { bias, weights } = fitLogistic({ ...table, did }, all(300), 0);
      expect([bias, ...weights].every(Number.isFinite)).toBe(true);
    }
  });
});

/** Chances of visitors with many rows each, and what came. */
function makeStated(visitors: number, each: number, { share }: Random, sharper = 1) {
  const count = visitors * each;
  const stated = {
    chance: new Float64Array(count),
    did: new Uint8Array(count),
    visitor: new Int32Array(count),
  };
  for (let v = 0, i = 0; v < visitors; v++) {
    const own = -1 + 2 * (share() - 0.5);
    for (let k = 0; k < each; k++, i++) {
      const sum = own + 2 * (share() - 0.5);
      // rounded, so that some are equal
      stated.chance[i] = Number(logistic(sharper * sum).toFixed(3));
      stated.did[i] = +(share() < logistic(sum));
      stated.visitor[i] = v;
    }
  }
  return stated;
}

describe('chances are judged', () => {
  const stated = makeStated(300, 4, random(3));

  test('in their order as by counting all pairs', () => {
    let [right, pairs] = [0, 0];
    stated.did.forEach((one, i) => {
      stated.did.forEach((other, j) => {
        if (!one || other) return;
        pairs++;
        right += stated.chance[i]! > stated.chance[j]! ? 1 : stated.chance[i] === stated.chance[j] ? 0.5 : 0;
      });
    });
    const judged = judgeChances(stated, createRandom(1))!;
    expect(judged.auc).toBeCloseTo(right / pairs, 12);
    expect(judged.low).toBeLessThan(judged.auc);
    expect(judged.high).toBeGreaterThan(judged.auc);
    expect(judged.brier).toBeLessThan(judged.brierOfMean);
    expect(judged.bins).toHaveLength(10);
    expect(judged.bins.reduce((sum, { rows }) => sum + rows, 0)).toBe(1200);
    expect(judged.bins.at(-1)!.actual).toBeGreaterThan(judged.bins[0]!.actual);
    // of few visitors there are fewer, and of fewer than fifty none
    const few = judgeChances(makeStated(120, 4, random(3)), createRandom(1))!;
    expect(few.bins.length).toBeGreaterThan(1);
    expect(few.bins.every(({ visitors }) => visitors >= 50)).toBe(true);
    expect(judgeChances(makeStated(40, 4, random(3)), createRandom(1))!.bins).toEqual([]);
  });

  test('with an interval that is wider where few visitors made the rows', () => {
    const width = ([low, high]: [number, number]) => high - low;
    const ofMany = { ...stated, visitor: Int32Array.from(stated.did, (_, i) => i) };
    // the same visitor did the same each time: forty rows are one finding
    const few = makeStated(30, 1, random(3));
    const rows = Array.from({ length: 1200 }, (_, i) => i % 30);
    const repeated = {
      chance: Float64Array.from(rows, (i) => few.chance[i]!),
      did: Uint8Array.from(rows, (i) => few.did[i]!),
      visitor: Int32Array.from(rows, (i) => few.visitor[i]!),
    };
    expect(width(drawInterval(repeated, createRandom(1)))).toBeGreaterThan(
      3 * width(drawInterval(ofMany, createRandom(1))),
    );
    expect(drawInterval(stated, createRandom(8))).toEqual(drawInterval(stated, createRandom(8)));
  });

  test('by how sharply they are stated', () => {
    expect(Math.abs(slopeOf(makeStated(3000, 4, random(4))) - 1)).toBeLessThan(0.1);
    expect(Math.abs(slopeOf(makeStated(3000, 4, random(4), 3)) - 1 / 3)).toBeLessThan(0.05);
  });

  test('nowhere that all did it, or nobody', () => {
    expect(judgeChances({ ...stated, did: stated.did.map(() => 1) }, createRandom(1))).toBeUndefined();
    expect(judgeChances({ ...stated, did: stated.did.map(() => 0) }, createRandom(1))).toBeUndefined();
  });
});

// Whether stated chances hold: how well they put in order, and whether so many of a hundred came as were stated.

import { areaUnder } from '../area-under.ts';
import type { Random } from '../random.ts';
import { fitLogistic } from './fit-logistic.ts';

/** What was stated of each moment of the test, whose it was, and what came. */
export interface Stated {
  chance: Float64Array;
  did: Uint8Array;
  visitor: Int32Array;
}

export interface Bin {
  /** moments */
  rows: number;
  /** of whom */
  visitors: number;
  mean: number;
  actual: number;
}

export interface Judged {
  auc: number;
  /** 95 of 100 draws of the visitors lie between */
  low: number;
  high: number;
  mean: number;
  actual: number;
  slope: number;
  brier: number;
  /** of the mean alone */
  brierOfMean: number;
  bins: Bin[];
}

const DRAWS = 400;
const BINS = 10;
/** Of fewer nothing is said on their own. */
export const LEAST_VISITORS = 50;
/** Chances nearer to 0 or 1 are taken for this near: their logarithm has no end. */
const EDGE = 1e-9;

/** Order of rows by chance, and where each run of equal ones ends. */
function sortChances(chance: Float64Array): { order: Uint32Array; ends: Uint32Array } {
  const order = Uint32Array.from(chance, (_, i) => i).sort(
    (a, b) => (chance[a] ?? 0) - (chance[b] ?? 0) || a - b,
  );
  const ends: number[] = [];
  order.forEach((row, i) => {
    if (i + 1 === order.length || chance[row] !== chance[order[i + 1] ?? 0]) ends.push(i + 1);
  });
  return { order, ends: Uint32Array.from(ends) };
}

/** The area under the curve of drawn visitors: each counts as often as it was drawn. */
function areaOfDrawn(
  { order, ends }: ReturnType<typeof sortChances>,
  { did, visitor }: Stated,
  times: Uint32Array,
): number {
  let [pairs, all, others] = [0, 0, 0];
  let from = 0;
  for (const to of ends) {
    let [here, beside] = [0, 0];
    for (let i = from; i < to; i++) {
      const row = order[i] ?? 0;
      const drawn = times[visitor[row] ?? 0] ?? 0;
      if (did[row]) here += drawn;
      else beside += drawn;
    }
    pairs += here * (others + beside / 2);
    all += here;
    others += beside;
    from = to;
  }
  return all && others ? pairs / (all * others) : Number.NaN;
}

/** Where 95 of 100 areas lie if the visitors had been others like them (bootstrap, whole visitors). */
export function drawInterval(stated: Stated, random: Random): [low: number, high: number] {
  const sorted = sortChances(stated.chance);
  const most = stated.visitor.reduce((max, one) => Math.max(max, one), -1) + 1;
  const visitors = Int32Array.from(new Set(stated.visitor));
  const areas: number[] = [];
  for (let i = 0; i < DRAWS; i++) {
    const times = new Uint32Array(most);
    for (let j = 0; j < visitors.length; j++) {
      const one = visitors[random.below(visitors.length)] ?? 0;
      times[one] = (times[one] ?? 0) + 1;
    }
    const area = areaOfDrawn(sorted, stated, times);
    if (!Number.isNaN(area)) areas.push(area);
  }
  areas.sort((a, b) => a - b);
  const at = (share: number) => areas[Math.round(share * (areas.length - 1))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}

const meanOf = (numbers: ArrayLike<number>, of = (i: number): number => numbers[i] ?? 0): number => {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += of(i);
  return sum / numbers.length;
};

/** 1 where chances are stated as sharply as they hold; less than 1: too sharply. */
export function slopeOf({ chance, did }: Stated): number {
  const cells = chance.map((one) => {
    const inside = Math.min(Math.max(one, EDGE), 1 - EDGE);
    return Math.log(inside / (1 - inside));
  });
  const rows = Uint32Array.from(did, (_, i) => i);
  return fitLogistic({ width: 1, cells, did }, rows, 0).weights[0] ?? Number.NaN;
}

/** Equal parts of the moments, by what was stated of them. */
function binsOf({ chance, did, visitor }: Stated, order: Uint32Array, count: number): Bin[] {
  return Array.from({ length: count }, (_, bin): Bin => {
    const places = order.subarray(
      Math.round((bin * order.length) / count),
      Math.round(((bin + 1) * order.length) / count),
    );
    return {
      rows: places.length,
      visitors: new Set(places.map((row) => visitor[row] ?? 0)).size,
      mean: meanOf(places, (i) => chance[places[i] ?? 0] ?? 0),
      actual: meanOf(places, (i) => did[places[i] ?? 0] ?? 0),
    };
  });
}

/** Ten of them, or as many as are of visitors enough. */
function findBins(stated: Stated): Bin[] {
  const { order } = sortChances(stated.chance);
  for (let count = BINS; count > 0; count--) {
    const bins = binsOf(stated, order, count);
    if (bins.every(({ visitors }) => visitors >= LEAST_VISITORS)) return bins;
  }
  return [];
}

/** @returns undefined where all did it, or nobody */
export function judgeChances(stated: Stated, random: Random): Judged | undefined {
  const { chance, did } = stated;
  const auc = areaUnder(chance, did);
  if (auc === undefined) return undefined;
  const [low, high] = drawInterval(stated, random);
  const actual = meanOf(did);
  return {
    auc,
    low,
    high,
    mean: meanOf(chance),
    actual,
    slope: slopeOf(stated),
    brier: meanOf(chance, (i) => ((chance[i] ?? 0) - (did[i] ?? 0)) ** 2),
    brierOfMean: actual * (1 - actual),
    bins: findBins(stated),
  };
}

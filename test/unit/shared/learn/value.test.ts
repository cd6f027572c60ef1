// How many order days to expect: the formulas against their slow series and published figures, the fit against made-up
// shops whose truth is known, and what is refused.
import { describe, expect, test } from 'vitest';
import {
  type Buying,
  chanceAlive,
  expectedOrders,
} from '../../../../shared/engine/conditions/expected-orders.ts';
import { fitBuying, fitSpend } from '../../../../shared/learn/fit-buying.ts';
import type { Held } from '../../../../shared/learn/held-orders.ts';
import { learn } from '../../../../shared/learn/learn.ts';
import { learnValue } from '../../../../shared/learn/learn-value.ts';
import { minimize } from '../../../../shared/learn/minimize.ts';
import { createOrders } from '../../../../shared/learn/orders.ts';
import type { Split } from '../../../../shared/learn/parts.ts';
import { createRandom, type Random } from '../../../../shared/learn/random.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { gamma, live } from '../../../shop/year/buying-life.ts';

/** Of the CDNOW sample until 1997-09-30, as it was published; the sample is not part of this repository. */
const cdnow: Buying = [0.2426, 30.895, 0.793, 2.426];

describe('the formulas', () => {
  test.each([
    [{ x: 1, t: 12, T: 272 }, 0.21239, 0.14201],
    [{ x: 2, t: 213, T: 272 }, 0.72662, 0.86162],
    [{ x: 9, t: 250, T: 260 }, 0.90491, 4.39813],
  ])('say of %j what was published', (bought, alive, expected) => {
    expect(chanceAlive(cdnow, bought)).toBeCloseTo(alive, 4);
    expect(expectedOrders(cdnow, bought, 182)).toBeCloseTo(expected, 3);
  });

  /** The paper's own series: all terms positive, and thousands of them near 1. */
  function gauss(A: number, B: number, C: number, z: number): number {
    let [term, sum] = [1, 1];
    for (let n = 0; term > sum * 1e-17; n++) {
      term *= (((A + n) * (B + n)) / ((C + n) * (n + 1))) * z;
      sum += term;
    }
    return sum;
  }
  function slowly([r, alpha, a, b]: Buying, x: number, t: number, T: number, D: number): number {
    const first = (a + b + x - 1) / (a - 1);
    const gone = ((alpha + T) / (alpha + T + D)) ** (r + x);
    const alive = x ? 1 / (1 + (a / (b + x - 1)) * ((alpha + T) / (alpha + t)) ** (r + x)) : 1;
    return first * (1 - gone * gauss(r + x, b + x, a + b + x - 1, D / (alpha + T + D))) * alive;
  }
  const rows = [cdnow, [0.8, 12, 1.7, 3], [2.5, 90, 0.3, 0.9], [0.1, 4, 3.2, 8]].flatMap((buying) =>
    [0, 1, 2, 7, 60].flatMap((x) =>
      [1, 90, 182, 3650].map((D): [Buying, number, number] => [buying as Buying, x, D]),
    ),
  );
  test.each(rows)('of %j with %i order days after the first, in %i days', (buying, x, D) => {
    const [t, T] = x ? [170, 200] : [0, 200];
    const found = expectedOrders(buying, { x, t, T }, D);
    expect(found / slowly(buying, x, t, T, D)).toBeCloseTo(1, 9);
    expect(found).toBeGreaterThan(0);
  });

  test('hold where the formula would divide by 0, and of who ordered once nobody is gone', () => {
    const at = (a: number) => expectedOrders([0.5, 20, a, 2], { x: 3, t: 90, T: 100 }, 90);
    expect(at(1)).toBeCloseTo((at(0.999) + at(1.001)) / 2, 4);
    expect(chanceAlive(cdnow, { x: 0, t: 0, T: 900 })).toBe(1);
  });

  /** Over every chance p of having ordered for the last time, by the model's own words and no series. */
  function integral([r, alpha, a, b]: Buying, T: number, D: number): number {
    let [sum, all] = [0, 0];
    // p = 1 / (1 + e^-u), so that both ends are far away however steep they are
    for (let u = -200; u <= 200; u += 0.2) {
      const p = 1 / (1 + Math.exp(-u));
      const weight = Math.exp(-a * Math.log1p(Math.exp(-u)) - b * Math.log1p(Math.exp(u)));
      const orders = -Math.expm1(-r * Math.log1p((D * p) / (alpha + T))) / p;
      all += weight;
      sum += weight * orders;
    }
    return sum / all;
  }
  test('are a number of every buyer, and of who bought once what the model says', () => {
    for (const r of [0.05, 0.24, 0.8, 2.5])
      for (const a of [0.1, 0.3, 0.5, 0.9, 1, 1.8])
        for (const b of [0.1, 0.3, 0.5, 0.7, 0.9, 2.4])
          for (const T of [0, 30, 400])
            for (const D of [1, 90, 3650]) {
              const name = JSON.stringify([r, a, b, T, D]);
              const found = expectedOrders([r, 20, a, b], { x: 0, t: 0, T }, D);
              expect(found / integral([r, 20, a, b], T, D), name).toBeCloseTo(1, 5);
            }
  });
});

test('the least of a valley is found', () => {
  const { at } = minimize(([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [-1.2, 1]);
  expect(at[0]).toBeCloseTo(1, 4);
  expect(at[1]).toBeCloseTo(1, 4);
});

test('the fit finds again what a made-up shop was made by', () => {
  const random = createRandom(4);
  const truth: Buying = [0.8, 25, 0.9, 2.5];
  const all = Array.from({ length: 6000 }, () => {
    const T = 150 + random.below(200);
    const days = live(truth, T, random);
    return { x: days.length - 1, t: days.at(-1)!, T };
  });
  const found = fitBuying(all);
  for (const [i, value] of truth.entries()) {
    expect(found[i]! / value, `${found}`).toBeGreaterThan(0.7);
    expect(found[i]! / value, `${found}`).toBeLessThan(1.4);
  }
  const expected = (buying: Buying) =>
    all.reduce((sum, bought) => sum + expectedOrders(buying, bought, 90), 0);
  expect(expected(found) / expected(truth)).toBeCloseTo(1, 1);
  const [p, q, v] = [6, 4, 15];
  const spent = all
    .filter(({ x }) => x > 0)
    .map(({ x }) => {
      const scale = gamma(q, random) / v;
      return { x, mean: gamma(p * x, random) / (scale * x) };
    });
  const spend = fitSpend(spent);
  // what an order is worth among all
  expect((spend[0] * spend[2]) / (spend[1] - 1)).toBeCloseTo((p * v) / (q - 1), -1);
  // another currency is no other shop
  const yen = fitSpend(spent.map(({ x, mean }) => ({ x, mean: 160 * mean })));
  expect(yen[2] / spend[2]).toBeCloseTo(160, 0);
  expect(yen[0]).toBeCloseTo(spend[0], 2);
});

describe('value', () => {
  const BEGIN = 20_000;
  const LENGTH = 360;
  interface Shop {
    buying?: Buying;
    buyers?: number;
    /** from then on one order in ten is left */
    ends?: number;
    worth?(x: number, random: Random): number;
  }
  function open({ buying = [0.9, 25, 0.8, 2.5], buyers = 1500, ends = LENGTH, worth }: Shop) {
    const random = createRandom(9);
    const store = createOrders();
    for (let buyer = 0; buyer < buyers; buyer++) {
      const first = random.below(200);
      const days = live(buying, LENGTH - first, random);
      for (const day of days) {
        const at = first + day;
        const total = worth?.(days.length, random) ?? gamma(6, random) * 10;
        if (at < ends || random.share() < 0.1)
          store.add(`b${buyer}`, '', (BEGIN + Math.floor(at)) * 864e5 + 5e7, total);
      }
    }
    return store.settle();
  }
  const learned = (shop: Shop, retention = '400d', until = LENGTH - 90, buyer?: Config['buyer']) => {
    const config: Config = {
      version: 1,
      site: '',
      revision: 1,
      privacy: { retention },
      buyer,
      segments: [],
      experiences: [],
    };
    const day = new Date((BEGIN + until) * 864e5).toISOString().slice(0, 10);
    return learn(
      open(shop),
      { files: [], refused: {}, noted: {} },
      { what: ['value'], config, at: '2026-11-28', seed: 1, until: day },
    );
  };

  test('is learned, and the test says how many came', () => {
    const { parts, config } = learned({});
    const { value } = parts;
    if (value?.status !== 'learned') throw new Error(value?.why.join());
    const { test } = value.report;
    expect(test!.expected / test!.actual).toBeGreaterThan(0.85);
    expect(test!.expected / test!.actual).toBeLessThan(1.15);
    expect(test!.fifths.reduce((sum, { actual }) => sum + actual, 0)).toBe(test!.actual);
    expect(test!.fifths[4]!.expected).toBeGreaterThan(4 * test!.fifths[0]!.expected);
    expect(test!.auc).toBeGreaterThan(0.7);
    expect(value.value.purchases).toHaveLength(4);
    expect(value.value.spend).toHaveLength(3);
    expect(config).toEqual({ learned: config?.learned, value: value.value });
    expect(learned({}).parts).toEqual(parts);
  });

  test('is refused of buyers who are all alike: their number is learned, and nobody is told from another', () => {
    // all at one rate, and nobody ends: r and alpha grow without end
    const { value } = learned({ buying: [1e6, 9e7, 1e-9, 9], buyers: 400 }).parts;
    expect(value?.status === 'refused' && value.why).toEqual([
      'who bought in the test is told no better than by chance: all buyers have about as many order days to expect',
    ]);
    expect(value?.report.faults).toEqual([{ kind: 'alike' }]);
    const { auc, atMostByChance } = value!.report.test!;
    expect(auc).toBeLessThanOrEqual(atMostByChance!);
  });

  test('leaves out what an order is worth where that hangs on how many there are', () => {
    const { value } = learned({ worth: (x, random) => 10 + 20 * x + random.below(5) }).parts;
    if (value?.status !== 'learned') throw new Error(value?.why.join());
    expect(value.report.correlation).toBeGreaterThan(0.3);
    expect(value.value).not.toHaveProperty('spend');
  });

  test('is learned of all orders where the site states its buyers, however short the memory', () => {
    const buyer = { orders: 'orders', first: 'first_order', last: 'last_order' };
    const { value, ...others } = learned({}, '90d', undefined, buyer).parts;
    expect(value?.status === 'learned' && value.value).toEqual(
      (learned({}).parts.value as typeof value & { value: unknown }).value,
    );
    expect(others).toEqual({});
    // since when there were so many nobody says
    expect(learned({}, '90d', undefined, { orders: 'orders', last: 'last_order' }).parts.value?.status).toBe(
      'refused',
    );
  });

  test.each<[name: string, shop: Shop, retention: string, until: number, why: RegExp]>([
    ['few buyers', { buyers: 200 }, '400d', 270, /^\d+ repeat buyers, 200 needed$/],
    ['one-time buyers', { buying: [0.01, 900, 5, 0.1] }, '400d', 270, /^\d+ repeat buyers, 200 needed$/],
    ['a short memory', {}, '90d', 270, /^\d+ % of the order days lie in the last 90d, 95 % needed/],
    ['no later day', {}, '400d', LENGTH, /no day is left to test it on/],
    [
      'a shop that hardly sells any more',
      { ends: 272 },
      '400d',
      270,
      /order days were expected and \d+ came, which is too far/,
    ],
  ])('is refused of %s', (_name, shop, retention, until, why) => {
    const { value } = learned(shop, retention, until).parts;
    expect(value?.status).toBe('refused');
    expect(value?.status === 'refused' && value.why[0]).toMatch(why);
    expect(value).not.toHaveProperty('value');
  });

  /** Half of them bought twice. @param age of the first buyer */
  function splitOf(age: number, remembered = 1): Split {
    const column = (of: (i: number) => number) => Float64Array.from({ length: 500 }, (_, i) => of(i));
    const held: Held = {
      count: 500,
      buyer: Int32Array.from({ length: 500 }, (_, i) => i),
      recency: column(() => 10),
      frequency: column((i) => 1 + (i % 2)),
      monetary: column(() => 20),
      age: column((i) => (i ? 10 + 30 * (i % 2) : age)),
      later: column(() => 20),
    };
    return {
      held,
      retention: '400d',
      remembered,
      ages: new Map([
        [10, 94],
        [410, 1],
        [411, 5],
      ]),
      test: { held, bought: new Map(), until: '2026-06-30', days: 90 },
    };
  }
  test('what orders are worth is told of all who bought again, however many did not', () => {
    const [count, again] = [120_000, 400];
    const column = (of: (i: number) => number) => Float64Array.from({ length: count }, (_, i) => of(i));
    const isAgain = (i: number) => i % (count / again) === 0;
    const worth = (i: number) => 10 + ((i * 7) % 13);
    const held: Held = {
      count,
      buyer: Int32Array.from({ length: count }, (_, i) => i),
      recency: column(() => 10),
      frequency: column((i) => (isAgain(i) ? 2 + ((i / 300) % 5) : 1)),
      monetary: column(() => 20),
      age: column(() => 40),
      later: column((i) => (isAgain(i) ? worth(i / 300) : 0)),
    };
    const few: Held = { ...held, count: again, frequency: held.frequency.filter((_, i) => isAgain(i)) };
    few.later = held.later.filter((_, i) => isAgain(i));
    const correlationOf = (one: Held) =>
      learnValue({ ...splitOf(10, 0.5), held: one }, { seed: 1 }).report.correlation;
    expect(correlationOf(held)).toBe(correlationOf(few));
  });
  test('is refused, and nothing is shown, where the formula gives no number of a buyer', () => {
    const part = learnValue(splitOf(Number.NaN), { seed: 1 });
    expect(part).toMatchObject({
      status: 'refused',
      why: ['of some buyers no number came out of what is expected'],
      report: { test: null, faults: [{ kind: 'no number' }] },
    });
  });
  test('a share that is short of what is needed is never said to be it', () => {
    const part = learnValue(splitOf(10, 0.94999), { seed: 1 });
    expect(part).toMatchObject({
      status: 'refused',
      why: [
        expect.stringMatching(
          /^94 % of the order days lie in the last 400d, 95 % needed.* Raise privacy\.retention to 411d or more/,
        ),
      ],
      report: {
        faults: [{ kind: 'forgotten', remembered: 0.94, needed: 0.95, retention: '400d', enough: 411 }],
      },
    });
  });
});

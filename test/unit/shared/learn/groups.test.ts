// Groups: found where there are some, judged as their papers say, refused where a second sample finds others.
import { describe, expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { decide } from '../../../../shared/engine/decide.ts';
import { fold } from '../../../../shared/engine/fold.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import { assign, findGroups, type Point } from '../../../../shared/learn/find-groups.ts';
import type { Held } from '../../../../shared/learn/held-orders.ts';
import { adjustedRand, silhouetteOf } from '../../../../shared/learn/judge-groups.ts';
import { learnPersonas } from '../../../../shared/learn/learn-personas.ts';
import type { Split } from '../../../../shared/learn/parts.ts';
import { scaleOf, toPoints } from '../../../../shared/learn/persona-space.ts';
import { createRandom, draw, type Random } from '../../../../shared/learn/random.ts';
import { readableOf } from '../../../../shared/learn/readable-groups.ts';

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.share())) * Math.cos(2 * Math.PI * random.share());
}

/** Buyers around some histories: days since, order days, money. */
function makeHeld(around: Point[], each: number, spread: number, seed = 5): Held {
  const random = createRandom(seed);
  const count = around.length * each;
  const held: Held = {
    count,
    buyer: Int32Array.from({ length: count }, (_, i) => i),
    recency: new Float64Array(count),
    frequency: new Float64Array(count),
    monetary: new Float64Array(count),
    age: new Float64Array(count),
    later: new Float64Array(count),
  };
  for (let i = 0; i < count; i++) {
    const [days, orders, money] = around[i % around.length]!;
    held.recency[i] = Math.round(days * Math.exp(spread * normal(random)));
    held.frequency[i] = Math.max(1, Math.round(orders * Math.exp(spread * normal(random))));
    held.monetary[i] = Math.round(100 * money * Math.exp(spread * normal(random))) / 100;
  }
  return held;
}

const three: Point[] = [
  [5, 12, 900],
  [60, 3, 150],
  [150, 1, 20],
];
const clear = makeHeld(three, 120, 0.15);
const splitOf = (held: Held, test?: Split['test']): Split => ({
  held,
  retention: '180d',
  remembered: 1,
  ages: new Map(),
  test,
});

describe('a grouping', () => {
  const points = toPoints(clear, scaleOf(clear));
  const centres = findGroups(points, 3, 5, createRandom(1));
  const groups = assign(points, centres);

  test('finds what is there, whoever begins', () => {
    const truth = Uint8Array.from({ length: clear.count }, (_, i) => i % 3);
    expect(adjustedRand(groups, truth, 3)).toBe(1);
    const others = assign(points, findGroups(points, 3, 5, createRandom(2)));
    expect(adjustedRand(groups, others, 3)).toBe(1);
  });

  test('is judged by how far its groups are apart', () => {
    const slowly = (at: number): number => {
      const far = (i: number, j: number) =>
        Math.hypot(...[0, 1, 2].map((d) => points[3 * i + d]! - points[3 * j + d]!));
      const mean = (g: number) => {
        const own = [...groups.keys()].filter((j) => j !== at && groups[j] === g);
        return own.reduce((sum, j) => sum + far(at, j), 0) / own.length;
      };
      const within = mean(groups[at]!);
      const other = Math.min(...[0, 1, 2].filter((g) => g !== groups[at]).map(mean));
      return (other - within) / Math.max(within, other);
    };
    const expected = [...groups.keys()].reduce((sum, i) => sum + slowly(i), 0) / groups.length;
    expect(silhouetteOf(points, groups, 3)).toBeCloseTo(expected, 10);
  });

  test('of two the adjusted Rand index says how alike they are', () => {
    const of = (...list: number[]) => Uint8Array.from(list);
    expect(adjustedRand(of(0, 0, 1, 1), of(1, 1, 0, 0), 2)).toBe(1);
    // by hand: 1 pair in both, 2 and 3 in each, of 10
    expect(adjustedRand(of(0, 0, 0, 1, 1), of(0, 0, 1, 1, 2), 3)).toBeCloseTo((1 - 0.8) / (3 - 0.8), 12);
    const random = createRandom(3);
    const drawn = () => Uint8Array.from({ length: 4000 }, () => random.below(3));
    expect(Math.abs(adjustedRand(drawn(), drawn(), 3))).toBeLessThan(0.01);
  });

  test('so many are drawn as may be, none twice', () => {
    expect([...draw(3, 5, createRandom(1))]).toEqual([0, 1, 2]);
    const places = [...draw(1000, 100, createRandom(1))];
    expect(places).toHaveLength(100);
    expect(new Set(places).size).toBe(100);
    expect(Math.max(...places)).toBeLessThan(1000);
  });
});

describe('personas', () => {
  const bought = new Map([...clear.buyer].filter((i) => i % 3 === 0).map((i) => [i, 1]));
  const test3 = { held: clear, bought, until: '2026-08-01', days: 90 };
  const learned = learnPersonas(splitOf(clear, test3), { seed: 1 });

  test('are learned where there are some, named by days, orders and money, and tested', () => {
    if (learned.status === 'refused') throw new Error(learned.why.join());
    const { groups } = learned.value;
    expect(groups.map(({ id, share }) => [id, share])).toEqual([
      ['persona-1', 0.3333],
      ['persona-2', 0.3333],
      ['persona-3', 0.3333],
    ]);
    expect(groups[0]!.name).toMatch(/^Bought about 12 times, about 5 days ago$/);
    expect(groups[0]!.description).toMatch(
      /spent about [89]\d0: 33 % of buyers; 100 % bought again in the test, of all 33 %$/,
    );
    expect(groups[2]!.name).toBe('Bought once, about 5 months ago');
    expect(learned.report.groups.map(({ test }) => test?.bought)).toEqual([120, 0, 0]);
    expect(learnPersonas(splitOf(clear, test3), { seed: 1 })).toEqual(learned);
  });

  test('are said as segments that hold the same buyers, in a browser too', () => {
    if (learned.status === 'refused') throw new Error(learned.why.join());
    const points = toPoints(clear, scaleOf(clear));
    const groups = assign(
      points,
      learned.value.groups.map(({ centre }) => centre),
    );
    const segments = learned.report.groups.map(({ id, readable }) => ({
      id,
      name: id,
      when: readable!.when,
    }));
    const program = compile({ version: 1, site: '', revision: 1, segments, experiences: [] });
    const now = 20_000 * 864e5;
    let wrong = 0;
    for (let i = 0; i < clear.count; i++) {
      const profile = createProfile(program);
      const days = clear.frequency[i]!;
      for (let order = days - 1; order >= 0; order--) {
        // one a day, and half an hour ago where it is about today
        const at = now - (clear.recency[i]! + order) * 864e5 - 18e5;
        const props = { value: clear.monetary[i]! / days };
        fold(program, profile, { name: 'purchase', at, day: Math.floor(at / 864e5), props });
      }
      const view = { program, profile, facts: {}, now };
      const is = segments.filter(({ when }) => decide(when, view).value === true).map(({ id }) => id);
      if (is.join() !== segments[groups[i]!]!.id) wrong++;
    }
    expect(wrong).toBeLessThan(0.05 * clear.count);
    // who bought nothing is in none
    const view = { program, profile: createProfile(program), facts: {}, now };
    for (const { when } of segments) expect(decide(when, view).value).toBe(false);
  });

  test.each<[name: string, held: Held, groups: number | undefined, why: RegExp]>([
    ['one cloud', makeHeld([[40, 6, 90]], 300, 0.6), undefined, /no groups that a second sample would find/],
    [
      'too few',
      makeHeld(three, 20, 0.1),
      undefined,
      /^60 buyers with an order that is remembered, 100 needed$/,
    ],
    ['a number that does not pass', clear, 5, /^5 groups would not be found again; these would: .*3/],
  ])('are refused of %s', (_name, held, groups, why) => {
    const part = learnPersonas(splitOf(held), { seed: 1, groups });
    expect(part.status).toBe('refused');
    expect(part.status === 'refused' && part.why.join()).toMatch(why);
    expect(part).not.toHaveProperty('value');
  });
});

test('are refused by the number that was too small: of those before the test, or with the newest orders', () => {
  const [few, many] = [makeHeld(three, 20, 0.1), makeHeld(three, 200, 0.1)];
  const test = { held: few, bought: new Map<number, number>(), until: '2026-06-30', days: 90 };
  const part = learnPersonas({ ...splitOf(many), test }, { seed: 1 });
  expect(part.status === 'refused' && part.why).toEqual([
    '60 buyers with an order that is remembered, 100 needed',
  ]);
  expect(part.report.buyers).toBe(60);
});

test('a rule for a group asks for whole order days as one says them', () => {
  const held = makeHeld(
    [1, 2, 3, 4, 5].map((often): Point => [30, often, 50]),
    120,
    0,
  );
  const groups = Uint8Array.from(held.frequency, (often) => Math.sign(often - 3) + 1);
  const rules = readableOf(held, groups, 3, { seed: 1 });
  const asked = (is: unknown) => ({ kind: 'days', event: 'purchase', is });
  expect(rules.map((rule) => rule?.when)).toEqual([
    asked({ $gte: 1, $lte: 2 }),
    asked(3),
    asked({ $gte: 4 }),
  ]);
});

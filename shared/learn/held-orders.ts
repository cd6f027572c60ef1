// What a device would hold of each buyer's orders on an evening: the export folded event by event by the product's own
// engine, as it builds its memory anew where something was forgotten, as long as the config remembers. test/unit/shared/learn/held-orders.test.ts holds it against a device's life.

import { compile } from '../engine/compile.ts';
import type { Entry } from '../engine/conditions/keep.ts';
import { tidy } from '../engine/conditions/tidy.ts';
import { createProfile } from '../engine/profile.ts';
import type { Condition } from '../schema/condition.ts';
import { DAY_MS } from './day.ts';
import { type Orders, sortOrders } from './orders.ts';

/** Of buyers that the device would remember an order of; columns. */
export interface Held {
  /** how many */
  count: number;
  /** their numbers in `Orders` */
  buyer: Int32Array;
  /** whole days since the last order day */
  recency: Float64Array;
  /** order days */
  frequency: Float64Array;
  /** the sum of all orders */
  monetary: Float64Array;
  /** whole days since the first order day that is remembered */
  age: Float64Array;
  /** what the order days after the first were worth, on average */
  later: Float64Array;
}

export interface HeldOptions {
  /** the last days (since 1970) that count, the earlier one first: it is looked at when each of them ends */
  evenings: readonly [number, number];
  retentionMs: number;
}

const rfm: Condition = { kind: 'rfm', frequency: 1 };

/** A program that remembers what the condition `rfm` does. */
const programOf = () =>
  compile({
    version: 1,
    site: '',
    revision: 1,
    rfm: {
      event: 'purchase',
      value: 'value',
      per: 'day',
      recency: ['1d', '2d', '3d', '4d'],
      frequency: [1, 2, 3, 4],
      monetary: [1, 2, 3, 4],
    },
    segments: [{ id: 'rfm', name: '', when: rfm }],
    experiences: [],
  });

function createHeld(buyers: number): Held {
  return {
    count: 0,
    buyer: new Int32Array(buyers),
    recency: new Float64Array(buyers),
    frequency: new Float64Array(buyers),
    monetary: new Float64Array(buyers),
    age: new Float64Array(buyers),
    later: new Float64Array(buyers),
  };
}

/** @param days order days as the engine keeps them, each with what was spent on it */
function note(held: Held, buyer: number, days: readonly Entry[], until: number): void {
  const [oldest, newest] = [days[0], days.at(-1)];
  if (!oldest || !newest) return;
  const at = held.count++;
  held.buyer[at] = buyer;
  held.recency[at] = until - Math.floor(newest[0] / DAY_MS);
  held.frequency[at] = days.length;
  // that of one day is tidy
  const spent =
    days.length === 1 ? Number(oldest[1]) : tidy(days.reduce((sum, [, worth]) => sum + Number(worth), 0));
  held.monetary[at] = spent;
  held.age[at] = until - Math.floor(oldest[0] / DAY_MS);
  held.later[at] = days.length > 1 ? (spent - Number(oldest[1])) / (days.length - 1) : 0;
}

/**
 * @param places of all orders, by `sortOrders`
 * @returns what is held on each of the evenings
 */
export function holdOrders(
  orders: Orders,
  { evenings, retentionMs }: HeldOptions,
  places: Uint32Array = sortOrders(orders),
): [Held, Held] {
  const { buyer, at, total } = orders;
  const program = programOf();
  const profile = createProfile(program);
  const [memory] = program.nodes.values();
  const lookAt = (until: number) => {
    const end = (until + 1) * DAY_MS;
    // as remember/find-outdated.ts lets go: what is older than that when it looks
    return { until, begin: end - 1 - retentionMs, end, held: createHeld(orders.buyers) };
  };
  const [earlier, later] = [lookAt(evenings[0]), lookAt(evenings[1])];
  const atOf = (i: number): number => at[places[i] ?? 0] ?? 0;
  const buyerOf = (i: number): number => buyer[places[i] ?? 0] ?? 0;
  const foldIn = (days: Entry[], i: number): Entry[] => {
    const when = atOf(i);
    const props = { value: total[places[i] ?? 0] ?? 0 };
    const event = { name: 'purchase', at: when, day: Math.floor(when / DAY_MS), props };
    return memory ? (program.next(memory, days, event, profile) as Entry[]) : days;
  };
  for (let from = 0, to = 0; from < places.length; from = to) {
    const one = buyerOf(from);
    while (to < places.length && buyerOf(to) === one) to++;
    let [first, next] = [from, from];
    let days: Entry[] = [];
    for (const { until, begin, end, held } of [earlier, later]) {
      let remembered = first;
      while (remembered < to && atOf(remembered) < begin) remembered++;
      // with the same first order an evening goes on where the one before it ended
      if (remembered !== first) {
        first = next = remembered;
        days = [];
      }
      for (; next < to && atOf(next) < end; next++) days = foldIn(days, next);
      note(held, one, days, until);
    }
  }
  return [earlier.held, later.held];
}

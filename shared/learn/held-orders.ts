// What a device would hold of each buyer's orders on an evening: the export folded event by event by the product's own
// engine, as long as the config remembers. test/unit/shared/learn/held-orders.test.ts holds it against a device's life.

import { compile } from '../engine/compile.ts';
import type { Entry } from '../engine/conditions/keep.ts';
import { tidy } from '../engine/conditions/tidy.ts';
import { fold } from '../engine/fold.ts';
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
  /** the last day (since 1970) that counts: it is looked at when that day ends */
  until: number;
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

/** @param places of all orders, by `sortOrders` */
export function holdOrders(
  orders: Orders,
  { until, retentionMs }: HeldOptions,
  places: Uint32Array = sortOrders(orders),
): Held {
  const program = programOf();
  const [node = ''] = program.nodes.keys();
  const end = (until + 1) * DAY_MS;
  // as remember/find-outdated.ts lets go: what is older than that when it looks
  const begin = end - 1 - retentionMs;
  const held: Held = {
    count: 0,
    buyer: new Int32Array(orders.buyers),
    recency: new Float64Array(orders.buyers),
    frequency: new Float64Array(orders.buyers),
    monetary: new Float64Array(orders.buyers),
    age: new Float64Array(orders.buyers),
    later: new Float64Array(orders.buyers),
  };
  let profile = createProfile(program);
  let of = -1;

  function close(): void {
    const entries = (profile.nodes[node] ?? []) as Entry[];
    const [oldest, newest] = [entries[0], entries.at(-1)];
    if (!oldest || !newest) return;
    const at = held.count++;
    held.buyer[at] = of;
    held.recency[at] = until - Math.floor(newest[0] / DAY_MS);
    held.frequency[at] = entries.length;
    // that of one day is tidy
    const spent =
      entries.length === 1
        ? Number(oldest[1])
        : tidy(entries.reduce((sum, [, worth]) => sum + Number(worth), 0));
    held.monetary[at] = spent;
    held.age[at] = until - Math.floor(oldest[0] / DAY_MS);
    held.later[at] = entries.length > 1 ? (spent - Number(oldest[1])) / (entries.length - 1) : 0;
  }

  for (const place of places) {
    const at = orders.at[place] ?? 0;
    if (at < begin || at >= end) continue;
    const buyer = orders.buyer[place] ?? 0;
    if (buyer !== of) {
      close();
      of = buyer;
      profile = createProfile(program);
    }
    const day = Math.floor(at / DAY_MS);
    fold(program, profile, { name: 'purchase', at, day, props: { value: orders.total[place] ?? 0 } });
  }
  close();
  return held;
}

// The events of all visitors as they were read, in columns: a million must fit. Of their props those are kept that
// somebody looks at, each alike once; ids of visitors become numbers at once and are never told again.

import type { VisitorEvent } from '../engine/event.ts';
import type { Props } from '../schema/props.ts';
import { createIdTable } from './id-table.ts';
import { sortOrders } from './orders.ts';

/** Each visitor's together and in the order of time. */
export interface Events {
  visitors: number;
  count: number;
  /** whose each is, from 0 on */
  visitor: Int32Array;
  at(place: number): VisitorEvent;
  /** the times of the oldest and the newest of all */
  oldestAt: number;
  newestAt: number;
}

const FIRST = 1024;

/** @param props whose values are kept */
export function createEvents(props: ReadonlySet<string>) {
  let size = FIRST;
  let count = 0;
  let visitor = new Int32Array(size);
  let at = new Float64Array(size);
  let day = new Int32Array(size);
  let name = new Uint32Array(size);
  let held = new Uint32Array(size);
  const visitors = createIdTable();
  const names = new Map<string, number>();
  const nameList: string[] = [];
  const known = new Map<string, number>();
  const propList: Props[] = [];

  function grow(): void {
    size *= 2;
    const wider = <A extends Int32Array | Float64Array | Uint32Array>(from: A, into: A): A => {
      into.set(from);
      return into;
    };
    visitor = wider(visitor, new Int32Array(size));
    at = wider(at, new Float64Array(size));
    day = wider(day, new Int32Array(size));
    name = wider(name, new Uint32Array(size));
    held = wider(held, new Uint32Array(size));
  }

  function numberOf<V>(of: Map<string, number>, list: V[], key: string, value: V): number {
    const number = of.get(key);
    if (number !== undefined) return number;
    of.set(key, list.length);
    list.push(value);
    return list.length - 1;
  }

  const keep = (given: Props): Props =>
    Object.fromEntries(Object.entries(given).filter(([prop]) => props.has(prop)));

  return {
    get count() {
      return count;
    },
    /** @param of the visitor's id */
    add(of: string, event: VisitorEvent & { day: number }): void {
      if (count === size) grow();
      const kept = keep(event.props);
      visitor[count] = visitors.add(of);
      at[count] = event.at;
      day[count] = event.day;
      name[count] = numberOf(names, nameList, event.name, event.name);
      held[count] = numberOf(known, propList, JSON.stringify(kept), kept);
      count++;
    },
    /** All that was read; nothing is added any more. */
    settle(): Events {
      const places = sortOrders({ count, buyer: visitor, at });
      let [oldestAt, newestAt] = [Infinity, -Infinity];
      for (let i = 0; i < count; i++) {
        oldestAt = Math.min(oldestAt, at[i] ?? 0);
        newestAt = Math.max(newestAt, at[i] ?? 0);
      }
      return {
        visitors: visitors.count,
        count,
        visitor: Int32Array.from(places, (place) => visitor[place] ?? 0),
        oldestAt,
        newestAt,
        at(i) {
          const place = places[i] ?? 0;
          return {
            name: nameList[name[place] ?? 0] ?? '',
            at: at[place] ?? 0,
            day: day[place] ?? 0,
            props: propList[held[place] ?? 0] ?? {},
          };
        },
      };
    },
  };
}
export type EventStore = ReturnType<typeof createEvents>;

// What is in orders, line by line: a number for each order, when it was and whose, which only one of its lines may say.

import { createIdTable, type IdTable } from '../id-table.ts';
import { createRuns, type Runs } from './runs.ts';

export interface Line {
  /** what tells one order from another */
  order: string;
  /** undefined where the line does not say it: another of its order does */
  buyer?: string | undefined;
  /** NaN likewise */
  at: number;
}

/** @param people the numbers of who is known */
export function createOrderLines(people: IdTable) {
  const lines = createRuns();
  const orders = createIdTable();
  const timeOf: number[] = [];
  const buyerOf: number[] = [];
  return {
    get count() {
      return lines.count;
    },
    /** @returns the number of its order */
    add({ order, buyer, at }: Line, item: number): number {
      const number = orders.add(order);
      lines.add(number, item, Number.NaN);
      if (Number.isNaN(timeOf[number] ?? Number.NaN)) timeOf[number] = at;
      if (buyer) buyerOf[number] ??= people.add(buyer);
      return number;
    },
    /** Of whom nobody knows each order is another's. */
    whose: (order: number): number => buyerOf[order] ?? -1 - order,
    /** Whether a line of that order was read. */
    has: (order: string): boolean => orders.find(order) >= 0,
    setAt(order: number, at: number) {
      timeOf[order] = at;
    },
    settle(): Runs {
      const bought = lines.settleWhole((order) => timeOf[order] ?? Number.NaN);
      return { ...bought, of: bought.of.map((order) => buyerOf[order] ?? -1) };
    },
  };
}

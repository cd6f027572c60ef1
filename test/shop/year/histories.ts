// What each buyer of the made-up year did in truth: nothing twice, and nothing that was given back.

import type { Order } from './make-orders.ts';

export interface History {
  /** since 1970 */
  days: Set<number>;
  spent: number;
}

const DAY_MS = 864e5;

export const isKept = ({ total, refunded }: Order): boolean => refunded < total;

export const dayOf = ({ at }: Order): number => Math.floor(at / DAY_MS);

/** By buyer. */
export function historiesOf(orders: readonly Order[]): Map<string, History> {
  const histories = new Map<string, History>();
  for (const order of orders.filter(isKept)) {
    const history = histories.get(order.buyer) ?? { days: new Set<number>(), spent: 0 };
    history.days.add(dayOf(order));
    history.spent += order.total - order.refunded;
    histories.set(order.buyer, history);
  }
  return histories;
}

/** Days since the last order day. */
export const since = ({ days }: History, until: number): number => until - Math.max(...days);

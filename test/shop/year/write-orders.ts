// The made-up year's orders as a shop exports them: a row for each thing in the basket, refunds in a column or as a row of
// their own, and an order twice where its page was loaded anew.

import type { Order } from './make-orders.ts';

const HEADER = 'Order,Email,Paid at,Total,Refunded amount,Item,Quantity,Price';
const DAY_MS = 864e5;
/** So many days later a part of an order is given back. */
const BACK_AFTER = 5;

const timeOf = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

function rowsOf({ number, buyer, at, items, total, refunded }: Order): string[] {
  const isWhole = refunded === total;
  const start = (day: number, sum: number, back: number | '') =>
    `${number},${buyer},${timeOf(day)},${sum.toFixed(2)},${back}`;
  const rows = items.map(({ id, price }) => `${start(at, total, isWhole ? total : '')},${id},1,${price}`);
  if (refunded > 0 && !isWhole) rows.push(`${start(at + BACK_AFTER * DAY_MS, -refunded, '')},,,`);
  return rows;
}

export function writeOrders(orders: readonly Order[]): string {
  const rows = orders.flatMap((order) =>
    // what was told again is a purchase, and no refund
    Array.from({ length: order.told }, (_, time) =>
      rowsOf(time === 0 ? order : { ...order, refunded: order.refunded === order.total ? order.total : 0 }),
    ).flat(),
  );
  return `${[HEADER, ...rows].join('\n')}\n`;
}

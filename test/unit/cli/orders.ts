// Made-up orders of a shop, as an export that `selvedge learn` reads.
import { random } from '../../support/random.ts';

export const DAY_MS = 864e5;
export const dayOf = (at: number) => new Date(at * DAY_MS).toISOString().slice(0, 10);
/** Marked, so that they are found wherever they would come out. */
export const mailOf = (i: number) => `mark-${i}@secret.example`;

interface Order {
  buyer: number;
  day: number;
  total: string;
}

/** A year of a shop: one in five buyers comes back every month, the others hardly ever. */
export function makeOrders(buyers = 900, seed = 7): Order[] {
  const { share, below } = random(seed);
  const [begin, end] = [20_000, 20_364];
  return Array.from({ length: buyers }, (_, buyer) => {
    const gap = buyer % 5 === 0 ? 30 : 400;
    const orders: Order[] = [];
    for (let day = begin + below(330); day <= end; day += 1 + Math.ceil(-Math.log(1 - share()) * gap))
      orders.push({ buyer, day, total: (10 + below(9000) / 100).toFixed(2) });
    return orders;
  })
    .flat()
    .sort((a, b) => a.day - b.day);
}

export const csvOf = (orders: Order[], write = (day: number) => dayOf(day)) =>
  `Email,Order date,Total\n${orders.map(({ buyer, day, total }) => `${mailOf(buyer)},${write(day)},${total}\n`).join('')}`;

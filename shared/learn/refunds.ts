// What was given back, taken off the orders that it was given back of.

export interface Refund {
  buyer: number;
  /** of its order, -1 where none is named: that may stand anywhere in what is read */
  number: number;
  /** where the order itself says what was refunded */
  place?: number;
  at: number;
  amount: number;
  /** 0 where nothing says it */
  currency: number;
}

/** Orders in columns. */
interface Columns {
  count: number;
  buyer: Int32Array;
  at: Float64Array;
  total: Float64Array;
}

/**
 * What a refund takes is taken off its order; where that is not named, off the buyer's latest ones before it.
 *
 * @param placeOf where the order of a number stands, below 0 where it was not read
 * @param gone places of orders that do not count; what is given back whole joins them
 * @returns how many rows of refunds found nothing to be taken off
 */
export function takeOff(
  refunds: readonly Refund[],
  orders: Columns,
  placeOf: (number: number) => number,
  gone: Set<number>,
): number {
  const orderOf = ({ number, place = placeOf(number) }: Refund): number => place;
  const unnamed = refunds.filter((refund) => orderOf(refund) < 0);
  const take = (place: number, amount: number): number => {
    const left = orders.total[place] ?? 0;
    const taken = Math.min(left, amount);
    orders.total[place] = left - taken;
    // half a cent is what adding leaves
    if (left > 0 && left - taken < 0.005) gone.add(place);
    return amount - taken;
  };
  for (const refund of refunds) if (orderOf(refund) >= 0) take(orderOf(refund), refund.amount);
  if (unnamed.length === 0) return 0;
  let unmet = 0;
  const wanted = new Map<number, number[]>(unnamed.map(({ buyer }) => [buyer, []]));
  for (let i = 0; i < orders.count; i++) if (!gone.has(i)) wanted.get(orders.buyer[i] ?? -1)?.push(i);
  for (const { buyer, at, amount } of unnamed) {
    let left = amount;
    const before = (wanted.get(buyer) ?? []).filter((place) => (orders.at[place] ?? 0) <= at);
    before.sort((x, y) => (orders.at[y] ?? 0) - (orders.at[x] ?? 0));
    for (const place of before) if (left > 0) left = take(place, left);
    if (left === amount) unmet++;
  }
  return unmet;
}

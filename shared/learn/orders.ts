// The orders of all files, in columns: five million must fit. Ids become numbers at once and are never told again.

import { type CurrencyCount, createCurrencies } from './currency.ts';
import { createIdTable } from './id-table.ts';
import { type Refund, takeOff } from './refunds.ts';

/** In the order in which they were read, until they are settled; then without what was refunded whole. */
export interface Orders {
  buyers: number;
  count: number;
  buyer: Int32Array;
  /** ms, as a clock on the wall showed */
  at: Float64Array;
  total: Float64Array;
}

export type Added = 'added' | 'again' | 'another total' | 'the order number of another buyer' | 'refund';
/** What is known of rows once all are read. */
export type Settled = 'refund' | 'unmet refund' | 'given back' | 'cancelled again' | 'another currency';

const FIRST = 1024;

/** Where an order itself says what was refunded there is none. */
const isRow = ({ place }: Refund): boolean => place === undefined;

function grown<A extends Int32Array | Float64Array | Uint8Array>(from: A, into: A): A {
  into.set(from);
  return into;
}

/** @returns places of all orders, each buyer's together and in the order of time */
export function sortOrders({ count, buyer, at }: Pick<Orders, 'count' | 'buyer' | 'at'>): Uint32Array {
  const places = new Uint32Array(count);
  const starts = new Uint32Array(count + 1);
  // by buyer without comparing, then each buyer's few by time
  for (let i = 0; i < count; i++) starts[(buyer[i] ?? 0) + 1] = (starts[(buyer[i] ?? 0) + 1] ?? 0) + 1;
  for (let i = 0; i < count; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  for (let i = 0; i < count; i++) {
    const b = buyer[i] ?? 0;
    const place = next[b] ?? 0;
    places[place] = i;
    next[b] = place + 1;
  }
  for (let b = 0; b < count && (starts[b] ?? 0) < count; b++) {
    const [from, to] = [starts[b] ?? 0, starts[b + 1] ?? 0];
    if (to - from > 1) places.subarray(from, to).sort((x, y) => (at[x] ?? 0) - (at[y] ?? 0) || x - y);
  }
  return places;
}

/** Where the order of each number stands: refunds may have the number of one that is not read yet. */
function createPlaces() {
  const numbers = createIdTable();
  /** the place and 1, as 0 is one that is not read */
  let placed = new Int32Array(FIRST);
  const placeOf = (number: number): number => (placed[number] ?? 0) - 1;
  return {
    numberOf: (order: string) => numbers.add(order),
    /** -1 where none was read */
    numberIn: (order: string) => numbers.find(order),
    /** -1 where none was read */
    placeOf,
    put(number: number, place: number) {
      if (number >= placed.length) placed = grown(placed, new Int32Array(2 * number));
      placed[number] = place + 1;
    },
    has: (order: string) => placeOf(numbers.find(order)) >= 0,
  };
}

type Note = (what: Settled, rows: number) => void;

/** All that was read. */
interface AllRead {
  orders: Orders;
  currencyOf: Uint8Array;
  currencies: { most: number; all: CurrencyCount[] };
  refunds: Refund[];
  /** numbers of orders that came to nothing */
  cancelled: ReadonlySet<number>;
  placeOf(number: number): number;
}

/** Takes out of the orders what is none after all, and what is not of the currency that most are of. */
function leaveOut(
  { orders, currencyOf, currencies, refunds, cancelled, placeOf }: AllRead,
  note: Note,
): void {
  const { most, all } = currencies;
  // of what says no currency nobody says that it is of another
  const isOther = (currency = 0): boolean => currency > 0 && currency !== most;
  const gone = new Set<number>();
  for (let i = 0; i < orders.count; i++) if (isOther(currencyOf[i])) gone.add(i);
  const valid = refunds.filter(({ number }) => !cancelled.has(number));
  const taken = valid.filter(({ currency }) => !isOther(currency));
  const ofOthers = all.slice(1).reduce((sum, { orders: n }) => sum + n, 0);
  const unmet = takeOff(taken, orders, placeOf, gone);
  note('cancelled again', refunds.length - valid.length);
  note('another currency', ofOthers + valid.length - taken.length);
  note('unmet refund', unmet);
  note('refund', taken.length - refunds.length - unmet);
  let [to, back] = [0, 0];
  for (let i = 0; i < orders.count; i++) {
    const at = orders.at[i] ?? 0;
    if (Number.isNaN(at)) continue;
    if (gone.has(i)) {
      if (!isOther(currencyOf[i])) back++;
      continue;
    }
    orders.buyer[to] = orders.buyer[i] ?? 0;
    orders.at[to] = at;
    orders.total[to] = orders.total[i] ?? 0;
    to++;
  }
  note('given back', back);
  orders.count = to;
}

export function createOrders() {
  let size = FIRST;
  const orders: Orders = {
    buyers: 0,
    count: 0,
    buyer: new Int32Array(size),
    at: new Float64Array(size),
    total: new Float64Array(size),
  };
  const buyers = createIdTable();
  const { numberOf, numberIn, placeOf, put, has } = createPlaces();
  const currencies = createCurrencies();
  let currencyOf = new Uint8Array(size);
  const refunds: Refund[] = [];
  /** of the orders that came to nothing */
  const cancelled = new Set<number>();

  function grow(): void {
    size *= 2;
    orders.buyer = grown(orders.buyer, new Int32Array(size));
    orders.at = grown(orders.at, new Float64Array(size));
    orders.total = grown(orders.total, new Float64Array(size));
    currencyOf = grown(currencyOf, new Uint8Array(size));
  }

  const countCurrencies = () => currencies.count(currencyOf.subarray(0, orders.count));
  return {
    has,
    /** The first row of an order says that it came to nothing. */
    cancel(order: string): void {
      if (order) cancelled.add(numberOf(order));
    },
    isCancelled: (order: string): boolean => order !== '' && cancelled.has(numberIn(order)),
    /** @param order '' where the export names none, as `currency` */
    add(buyer: string, order: string, at: number, total: number, refunded = 0, currency = ''): Added {
      const number = order ? numberOf(order) : -1;
      if (total < 0) {
        const money = { amount: -total, currency: currencies.numberOf(currency) };
        refunds.push({ buyer: buyers.add(buyer), number, at, ...money });
        return 'refund';
      }
      const known = placeOf(number);
      if (known >= 0) {
        if (buyers.find(buyer) !== orders.buyer[known]) return 'the order number of another buyer';
        return Number.isNaN(total) || total === orders.total[known] ? 'again' : 'another total';
      }
      if (orders.count === size) grow();
      const place = orders.count++;
      orders.buyer[place] = buyers.add(buyer);
      orders.at[place] = at;
      orders.total[place] = total;
      currencyOf[place] = currencies.numberOf(currency);
      if (number >= 0) put(number, place);
      if (refunded > 0)
        refunds.push({ buyer: orders.buyer[place] ?? 0, number, place, at, amount: refunded, currency: 0 });
      return 'added';
    },
    /** The place of the next one. */
    get count() {
      return orders.count;
    },
    atOf: (place: number) => orders.at[place] ?? Number.NaN,
    setAt(place: number, at: number) {
      orders.at[place] = at;
    },
    /** What is no order after all: neither its sum nor its currency counts. */
    drop(place: number) {
      orders.at[place] = Number.NaN;
      currencyOf[place] = 0;
    },
    /** Rows of them. */
    get refunds() {
      return refunds.filter(isRow).length;
    },
    /** Of which orders are, the most frequent first. */
    get currencies(): CurrencyCount[] {
      return countCurrencies().all;
    },
    /**
     * Nothing is added any more. What was dropped or given back whole is left out, and what is not of the currency that most
     * are of.
     *
     * @param note is told what became of rows by now, and how many they are; below 0 they were said to be something else
     */
    settle(note: Note = () => {}): Orders {
      orders.buyers = buyers.count;
      leaveOut({ orders, currencyOf, currencies: countCurrencies(), refunds, cancelled, placeOf }, note);
      return orders;
    },
  };
}
export type OrderStore = ReturnType<typeof createOrders>;

// For an export that is more than fits: the query that makes of orders what a browser would hold of each buyer, in SQL that
// ClickHouse and DuckDB take alike. `selvedge learn` goes on from its result (read-buyers.ts).
import { DAY_MS, readDay, writeDay } from '../../shared/learn/day.ts';
import type { ColumnMap } from '../../shared/learn/find-columns.ts';
import { times } from '../../shared/learn/times.ts';

export interface BuyersAsked {
  /** the last day that is learned from */
  until: string;
  /** so many days after it are the test */
  days: number;
  retentionMs: number;
  map: ColumnMap;
}

/** Of the result, in this order; the last three are the same in every row. */
export const BUYER_COLUMNS = [
  'order_days',
  'since_first',
  'since_last',
  'spent',
  'first_spent',
  'days_before',
  'since_began',
  'days_after',
  'last_after',
  'until',
  'remembers',
  'tests',
] as const;

/** Both engines take a name in double quotes. */
const nameOf = (column: string): string => `"${column.replaceAll('"', '""')}"`;

const dateOf = (day: number): string => `CAST('${writeDay(day)}' AS DATE)`;

/** As days are forgotten: those that are still held on the evening of the last. */
export const heldDays = (retentionMs: number): number => Math.ceil(retentionMs / DAY_MS);

export function printBuyersQuery({ until, days, retentionMs, map }: BuyersAsked): string {
  const last = readDay(until) ?? 0;
  const remembers = heldDays(retentionMs);
  const [end, begin, tested] = [dateOf(last), dateOf(last + 1 - remembers), dateOf(last + days)];
  const column = (role: keyof ColumnMap) => nameOf(map[role] ?? role);
  return `-- Buyers: what a browser that remembers ${times(remembers, 'day', 'days')} holds of each on the evening of ${until}, and on how
-- many of the ${times(days, 'day', 'days')} after it each ordered. No id is in the result.
-- Put your table in place of orders: a row for each order, and one below 0 for what was given back of it.
WITH told AS (
  SELECT lower(trim(${column('buyer')})) AS who, ${column('order')} AS number, ${column('date')} AS moment, CAST(${column('total')} AS DECIMAL(18, 4)) AS amount
  FROM orders
), placed AS (
  SELECT number, argMin(who, moment) AS buyer, min(moment) AS began, argMin(amount, moment) AS paid
  FROM told WHERE amount >= 0 AND who <> '' AND who <> '0' GROUP BY number
), back AS (
  SELECT number, sum(amount) AS taken FROM told WHERE amount < 0 GROUP BY number
), kept AS (
  SELECT placed.buyer AS buyer, CAST(placed.began AS DATE) AS day, placed.paid AS paid, placed.paid + COALESCE(back.taken, 0) AS net
  FROM placed LEFT JOIN back ON placed.number = back.number
), days AS (
  SELECT buyer, day, sum(net) AS worth FROM kept WHERE paid = 0 OR net > 0.004 GROUP BY buyer, day
), held AS (
  SELECT buyer, count(*) AS n, date_diff('day', min(day), ${end}) AS oldest, date_diff('day', max(day), ${end}) AS newest, sum(worth) AS total, argMin(worth, day) AS earliest
  FROM days WHERE day >= ${begin} AND day <= ${end} GROUP BY buyer
), others AS (
  SELECT buyer,
    sum(CASE WHEN day < ${begin} THEN 1 ELSE 0 END) AS before,
    max(CASE WHEN day < ${begin} THEN date_diff('day', day, ${end}) ELSE 0 END) AS began,
    sum(CASE WHEN day > ${end} AND day <= ${tested} THEN 1 ELSE 0 END) AS later,
    max(CASE WHEN day > ${end} AND day <= ${tested} THEN date_diff('day', ${end}, day) ELSE 0 END) AS latest
  FROM days GROUP BY buyer
)
SELECT COALESCE(held.n, 0) AS order_days, COALESCE(held.oldest, 0) AS since_first, COALESCE(held.newest, 0) AS since_last,
  COALESCE(held.total, 0) AS spent, COALESCE(held.earliest, 0) AS first_spent, others.before AS days_before,
  others.began AS since_began, others.later AS days_after, others.latest AS last_after,
  '${until}' AS until, ${remembers} AS remembers, ${days} AS tests
FROM others LEFT JOIN held ON others.buyer = held.buyer
ORDER BY order_days, since_first, since_last, spent, first_spent, days_before, since_began, days_after, last_after;
`;
}

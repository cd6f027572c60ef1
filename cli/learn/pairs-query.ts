// For looks that are more than fit: the query that counts which items are looked at in the same visits, in SQL that ClickHouse
// and DuckDB take alike. It weighs pairs as shared/learn/items/count-pairs.ts does, and holds them against later visits much
// as judge-lists.ts does. `selvedge learn` goes on from its result (read-pairs.ts).
import { GAP_MS, MOST_LOOKS } from '../../shared/learn/items/runs.ts';
import { times } from '../../shared/learn/times.ts';

/** Of the result, in this order; the last four are the same in every row. */
export const PAIR_COLUMNS = [
  'item',
  'other',
  'weight',
  'visitors',
  'next_after',
  'since',
  'until',
  'tests',
  'together',
] as const;

export interface PairsAsked {
  /** the last day that is learned from */
  until: string;
  /** so many days after it are the test */
  days: number;
  /** so many different visitors an item and a pair need */
  together: number;
}

export const printPairsQuery = ({
  until,
  days,
  together,
}: PairsAsked): string => `-- Pairs: which items are looked at in the same visits until ${until}, by at least ${together} different visitors. The
-- next look counts 1, the one after it 1/2, ..., and half of that what came before. next_after is how often the other
-- one came next, new to its visit, in the ${times(days, 'day', 'days')} after it. Without another one a row is of the item alone; without
-- an item it is of all visits: for visitors it says how many, and its weight is how many were in the test. No visitor
-- is in the result.
-- Put your table in place of looks: a row for each look, whose visitor, item and at are texts and a time.
WITH marked AS (
  SELECT visitor, item AS thing, "at" AS moment,
    row_number() OVER (PARTITION BY visitor ORDER BY "at", item) AS place,
    max("at") OVER (PARTITION BY visitor ORDER BY "at", item ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING) AS earlier
  FROM looks
), visited AS (
  SELECT visitor, thing, place, moment,
    sum(CASE WHEN place = 1 OR date_diff('second', earlier, moment) >= ${GAP_MS / 1000} THEN 1 ELSE 0 END)
      OVER (PARTITION BY visitor ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS visit
  FROM marked
), beside AS (
  SELECT visitor, visit, thing, place,
    date_diff('day', CAST('${until}' AS DATE), CAST(min(moment) OVER (PARTITION BY visitor, visit) AS DATE)) AS day,
    max(thing) OVER (PARTITION BY visitor, visit ORDER BY place ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING) AS previous
  FROM visited
), numbered AS (
  SELECT visitor, concat(visitor, ' ', CAST(visit AS VARCHAR)) AS run, thing, day, previous,
    row_number() OVER (PARTITION BY visitor, visit ORDER BY place) AS nth,
    row_number() OVER (PARTITION BY visitor, visit, thing ORDER BY place) AS again,
    count(*) OVER (PARTITION BY visitor, visit) AS looked
  FROM beside WHERE COALESCE(previous, '') <> thing AND day <= ${days}
), kept AS (
  SELECT visitor, run, thing, day, previous, nth, again FROM numbered WHERE looked <= ${MOST_LOOKS}
), pairs AS (
  SELECT a.visitor AS visitor, a.thing AS one, b.thing AS two,
    CASE WHEN b.nth > a.nth THEN 1.0 / (b.nth - a.nth) ELSE 0.5 / (a.nth - b.nth) END AS part
  FROM kept AS a INNER JOIN kept AS b ON a.run = b.run
  WHERE a.day <= 0 AND a.thing <> b.thing AND abs(b.nth - a.nth) <= 10
), learned AS (
  SELECT one, two, sum(part) AS weight, count(DISTINCT visitor) AS visitors
  FROM pairs GROUP BY one, two HAVING count(DISTINCT visitor) >= ${together}
), things AS (
  SELECT thing, count(DISTINCT visitor) AS visitors FROM kept WHERE day <= 0 GROUP BY thing HAVING count(DISTINCT visitor) >= ${together}
), asked AS (
  SELECT previous AS one, thing AS two, count(*) AS times FROM kept WHERE day > 0 AND nth > 1 AND again = 1 GROUP BY previous, thing
), wanted AS (
  SELECT two, sum(times) AS times FROM asked GROUP BY two
), result AS (
  SELECT learned.one AS item, learned.two AS other, learned.weight AS weight, learned.visitors AS visitors, COALESCE(asked.times, 0) AS next_after
  FROM learned LEFT JOIN asked ON learned.one = asked.one AND learned.two = asked.two
  UNION ALL
  SELECT things.thing AS item, '' AS other, 0.0 AS weight, things.visitors AS visitors, COALESCE(wanted.times, 0) AS next_after
  FROM things LEFT JOIN wanted ON things.thing = wanted.two
  UNION ALL
  SELECT '' AS item, '' AS other, CAST(count(DISTINCT CASE WHEN day > 0 THEN run END) AS DOUBLE) AS weight,
    count(DISTINCT CASE WHEN day <= 0 THEN run END) AS visitors,
    sum(CASE WHEN day > 0 AND nth > 1 AND again = 1 THEN 1 ELSE 0 END) AS next_after
  FROM kept
)
SELECT item, other, weight, visitors, next_after,
  (SELECT CAST(CAST(min("at") AS DATE) AS VARCHAR) FROM looks) AS since, '${until}' AS until, ${days} AS tests, ${together} AS together
FROM result ORDER BY item, weight DESC, other;
`;

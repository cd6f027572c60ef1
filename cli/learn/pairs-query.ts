// For looks that are more than fit: the query that counts which items are looked at in the same visits, in SQL that ClickHouse
// and DuckDB take alike. It weighs pairs as shared/learn/items/count-pairs.ts does.
import { GAP_MS } from '../../shared/learn/items/runs.ts';

/** @param together so many different visits a pair needs */
export const printPairsQuery = (
  together: number,
): string => `-- Pairs: which items are looked at in the same visits, of at
-- least ${together} different ones each. The next look counts 1, the one after it 1/2, …, and half of that what came before.
-- Put your table in place of looks: a row for each look, whose visitor, item and at are texts and a time.
WITH marked AS (
  SELECT visitor, item AS thing, "at" AS moment,
    row_number() OVER (PARTITION BY visitor ORDER BY "at", item) AS place,
    max("at") OVER (PARTITION BY visitor ORDER BY "at", item ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING) AS earlier
  FROM looks
), visited AS (
  SELECT visitor, thing, place,
    sum(CASE WHEN place = 1 OR date_diff('second', earlier, moment) >= ${GAP_MS / 1000} THEN 1 ELSE 0 END)
      OVER (PARTITION BY visitor ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS visit
  FROM marked
), beside AS (
  SELECT visitor, visit, thing, place,
    max(thing) OVER (PARTITION BY visitor, visit ORDER BY place ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING) AS previous
  FROM visited
), numbered AS (
  SELECT concat(visitor, ' ', CAST(visit AS VARCHAR)) AS run, thing,
    row_number() OVER (PARTITION BY visitor, visit ORDER BY place) AS nth,
    count(*) OVER (PARTITION BY visitor, visit) AS looked
  FROM beside WHERE COALESCE(previous, '') <> thing
), pairs AS (
  SELECT a.run AS run, a.thing AS one, b.thing AS two,
    CASE WHEN b.nth > a.nth THEN 1.0 / (b.nth - a.nth) ELSE 0.5 / (a.nth - b.nth) END AS part
  FROM numbered AS a INNER JOIN numbered AS b ON a.run = b.run
  WHERE a.thing <> b.thing AND abs(b.nth - a.nth) <= 10 AND a.looked <= 200
)
SELECT one AS item, two AS other, sum(part) AS weight, count(DISTINCT run) AS visits
FROM pairs GROUP BY one, two HAVING count(DISTINCT run) >= ${together}
ORDER BY item, weight DESC, other;
`;

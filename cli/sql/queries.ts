// The queries of `selvedge report`: what an owner who keeps logs in ClickHouse runs there, and what `--engine http://…`
// sends. The count query answers some thousand rows, however many lines there are.
import { judgeLines, type LinesAsked, selectPings } from './judge-lines.ts';

/** Each ping once, on the earliest of its days. @param from a table, or a query in parentheses */
const countPings = (
  from: string,
): string => `SELECT day, e, o, a, g, s, n = 1 AS isFirst, count() AS pings, sum(y) AS value, sum(q) AS squares
FROM (SELECT e, o, a, g, r, min(day) AS day, any(n) AS n, any(s) AS s, any(y) AS y, any(q) AS q
      FROM ${from} GROUP BY e, o, a, g, r)
GROUP BY day, e, o, a, g, s, isFirst ORDER BY day, e, o, a, g, s, isFirst`;

export const COUNT_LINES = 'SELECT count() FROM selvedge_lines';

export const countFates = (asked: LinesAsked): string =>
  `SELECT fate, count() FROM (${judgeLines(asked)}) GROUP BY fate`;

export const countLines = (asked: LinesAsked): string => countPings(`(${selectPings(asked)})`);

const COLUMNS =
  'day Date, e String, o UInt32, a String, g String, n UInt32, s String, y Float64, q Float64, r String';

/** @param cluster a table on each of its servers, and one over all of them */
function makeTables(cluster: string | undefined): string {
  const of = (name: string, columns: string, engine: string, key: string): string =>
    cluster === undefined
      ? `CREATE TABLE ${name} (${columns})\n  ENGINE = ${engine};`
      : `-- on each server\nCREATE TABLE ${name}_local (${columns})\n  ENGINE = ${engine};\n` +
        `CREATE TABLE ${name} AS ${name}_local\n  ENGINE = Distributed(${cluster}, currentDatabase(), ${name}_local, ${key});`;
  const lines = of('selvedge_lines', 'line String', 'MergeTree ORDER BY tuple()', 'rand()');
  const pings = of(
    'selvedge_pings',
    COLUMNS,
    'MergeTree PARTITION BY toYYYYMM(day) ORDER BY (e, o, a, r)',
    'cityHash64(r)',
  );
  return `-- the log as it is, a row for each line\n${lines}\n\n-- the pings in it\n${pings}`;
}

/** What `--sql` prints: tables, how lines become pings, and the count. */
export const printQueries = (asked: LinesAsked, cluster?: string): string => `${makeTables(cluster)}

-- load the log: INSERT INTO selvedge_lines FORMAT LineAsString

-- lines become pings; what is inserted twice counts once
INSERT INTO selvedge_pings
${selectPings(asked)};

-- count
${countPings('selvedge_pings')};
`;

// The counts of `selvedge_lines` on a ClickHouse server or cluster: what the reader of this program answers of files.
import type { CountRow } from '../../shared/measure/count-row.ts';
import type { Counted } from '../../shared/measure/make-report.ts';
import { askServer, nameServer } from './ask-server.ts';
import { type LinesAsked, STRANGE_COLUMNS } from './judge-lines.ts';
import { COUNT_LINES, countFates, countLines } from './queries.ts';

const readNumber = (value: unknown): number => {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  if (!Number.isFinite(number)) throw new Error(`the server answers ${JSON.stringify(value)} for a number`);
  return number;
};

function readRow([day, e, o, a, g, s, isFirst, pings, value, squares]: unknown[]): CountRow {
  return {
    day: String(day),
    e: String(e),
    o: readNumber(o),
    a: String(a),
    g: String(g),
    s: String(s),
    isFirst: readNumber(isFirst) === 1,
    pings: readNumber(pings),
    value: readNumber(value),
    squares: readNumber(squares),
  };
}

/** @throws Error in words */
export async function readServer(server: URL, asked: LinesAsked): Promise<Counted> {
  const ask = async (sql: string): Promise<unknown[][]> => askServer(server, sql);
  const count = async (sql: string): Promise<number> => readNumber((await ask(sql))[0]?.[0]);
  if ((await count(STRANGE_COLUMNS)) > 0)
    throw new Error(
      'The lines hold logs whose columns are not those of CloudFront, which the query would not find: read the files without --engine.',
    );
  const rows = (await ask(countLines(asked))).map(readRow);
  const fates = new Map((await ask(countFates(asked))).map(([fate, count]) => [fate, readNumber(count)]));
  const of = (fate: string): number => fates.get(fate) ?? 0;
  const pings = rows.reduce((sum, row) => sum + row.pings, 0);
  const lines = await count(COUNT_LINES);
  return {
    rows,
    source: {
      engine: nameServer(server),
      files: 0,
      lines,
      pings,
      skipped: {
        robot: of('robot'),
        // what was loaded since the rows were counted would be taken for pings that were seen before
        twice: Math.max(0, of('counted') - pings),
        unreadable: of('unreadable'),
        outside: of('outside'),
        unknown: 0,
      },
    },
  };
}

// The counts of `selvedge_lines` by a database: what the reader of this program answers of files, by whoever is asked.
import type { CountRow } from '../../shared/measure/count-row.ts';
import type { Counted } from '../../shared/measure/make-report.ts';
import { type LinesAsked, STRANGE_COLUMNS } from './judge-lines.ts';
import { COUNT_LINES, countFates, countLines } from './queries.ts';

export interface Database {
  /** as it is called in the report */
  engine: string;
  files: number;
  /** @throws Error in words */
  ask(sql: string): Promise<unknown[][]> | unknown[][];
}

const readNumber = (value: unknown): number => {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  if (!Number.isFinite(number)) throw new Error(`the database answers ${JSON.stringify(value)} for a number`);
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

/** The table of an answer in the format JSONCompact; undefined where it is none. */
export function readTable(text: string): unknown[][] | undefined {
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said !== 'object' || said === null || !('data' in said) || !Array.isArray(said.data))
      return undefined;
    const rows: unknown[] = said.data;
    return rows.every((row) => Array.isArray(row)) ? rows : undefined;
  } catch {
    return undefined;
  }
}

/** @throws Error in words */
export async function countBy({ engine, files, ask }: Database, asked: LinesAsked): Promise<Counted> {
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
  // what was loaded since the rows were counted would be taken for pings that were seen before
  const twice = Math.max(0, of('counted') - pings);
  const [robot, unreadable, outside] = [of('robot'), of('unreadable'), of('outside')];
  const skipped = { robot, twice, unreadable, outside, unknown: 0 };
  return { rows, source: { engine, files, lines, pings, skipped } };
}

// The counts of log files by ClickHouse in this process, where the package chdb is installed. It is not a part of this
// one: it has half a gigabyte.
import type { Counted } from '../../shared/measure/make-report.ts';
import { PIPE } from '../files/find-files.ts';
import { judgeHead } from '../files/judge-head.ts';
import { findInstalled } from '../find-installed.ts';
import { countBy, readTable } from './count-by.ts';
import type { LinesAsked } from './judge-lines.ts';
import { quote } from './quote.ts';

export const CHDB = 'chdb';

/** Of the package what is used here. */
interface Package {
  Session: new () => { query(sql: string, format: string): string; cleanup?(): void };
}

/** @throws Error in words where the bytes are no log, or the name would be taken for a pattern */
function tableOf(path: string): string {
  if (path === PIPE) throw new Error('chdb reads files only');
  if (/[*?{}]/.test(path)) throw new Error('chdb takes this name for a pattern');
  // by its bytes: old logs are packed under any name
  const packing = judgeHead(path) === 'packed' ? 'gzip' : 'none';
  return `SELECT line FROM file(${quote(path)}, 'LineAsString', 'line String', '${packing}')`;
}

/** @throws Error in words, which names the file where it is to blame */
export async function readChdb(files: string[], cwd: string, asked: LinesAsked): Promise<Counted> {
  const chdb: Package | undefined = findInstalled(CHDB, cwd)?.(CHDB);
  if (!chdb)
    throw new Error(
      '--engine chdb needs the npm package chdb, in this folder or beside this program (540 MB; Linux with glibc, macOS). Without --engine nothing is needed.',
    );
  const tables: string[] = [];
  for (const file of files) {
    try {
      tables.push(tableOf(file));
    } catch (error) {
      throw Object.assign(error as Error, { file });
    }
  }
  const database = new chdb.Session();
  const ask = (sql: string): unknown[][] => {
    const answer = database.query(sql, 'JSONCompact');
    const rows = readTable(answer);
    if (!rows) throw new Error(`chdb answers what is no table: ${answer.slice(0, 600)}`);
    return rows;
  };
  try {
    database.query(`CREATE VIEW selvedge_lines AS ${tables.join('\nUNION ALL ')}`, 'JSONCompact');
    return await countBy({ engine: CHDB, files: files.length, ask }, asked);
  } finally {
    database.cleanup?.();
  }
}

// Whether a file is the result of a query that `--print-sql` prints, by its header.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { PIPE } from '../files/find-files.ts';
import { BUYER_COLUMNS } from './buyers-query.ts';
import { PAIR_COLUMNS } from './pairs-query.ts';

const HEADERS = { buyers: BUYER_COLUMNS.join(','), pairs: PAIR_COLUMNS.join(',') };
export type Counted = keyof typeof HEADERS;
const KINDS = Object.keys(HEADERS) as Counted[];
/** Names may stand in quotes, and a byte order mark before them. */
const LONGEST = 2 * Math.max(...KINDS.map((kind) => HEADERS[kind].length)) + 8;

/** @returns undefined of an export, and of what cannot be read */
export function findCounted(path: string): Counted | undefined {
  // of a pipe with a name nothing is left for who opens it once more
  if (path === PIPE || !statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
  const head = Buffer.alloc(LONGEST);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, head, 0, head.length, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
  const [first = ''] = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/, 1);
  return KINDS.find((kind) => first.replaceAll('"', '') === HEADERS[kind]);
}

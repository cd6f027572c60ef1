// The result of the query for pairs of items (pairs-query.ts), into what is learned of as visits are.
import { basename } from 'node:path';
import { roundWeight } from '../../shared/learn/items/count-pairs.ts';
import type { PairRows } from '../../shared/learn/items/learn-pairs.ts';
import { DEFAULT_DAYS } from '../../shared/learn/parts.ts';
import { LearnRefusal } from '../../shared/learn/refusal.ts';
import type { RowsRead } from '../../shared/learn/rows-read.ts';
import { createCellSplitter, NoRow } from '../../shared/learn/split-cells.ts';
import { isPersonal, THING } from '../../shared/page/scrub.ts';
import { readBytes } from '../files/read-bytes.ts';
import { PAIR_COLUMNS } from './pairs-query.ts';

interface Asked {
  until: string | undefined;
  days: number | undefined;
  together: number;
}

/** @throws LearnRefusal where it was counted otherwise than is asked */
function refuseOther(name: string, cells: readonly string[], asked: Asked): void {
  const [until = '', tests, together] = cells.slice(-3);
  if (asked.until !== until || (asked.days ?? DEFAULT_DAYS) !== Number(tests))
    throw new LearnRefusal(
      `${name}: it was counted for other days. Say the same: --until ${until} --days ${tests}.`,
    );
  if (asked.together < Number(together))
    throw new LearnRefusal(
      `${name}: it holds pairs of ${together} visitors or more, and --together says ${asked.together}. Say --together ${together}, or print the query again.`,
    );
}

function createPairs() {
  const numbers = new Map<string, number>();
  const rows: PairRows = {
    ids: [],
    counts: [],
    asked: [],
    pairs: [],
    visits: 0,
    tested: 0,
    askedInAll: 0,
    since: '',
    until: '',
    together: 0,
  };
  const numberOf = (id: string): number => {
    const known = numbers.get(id) ?? rows.ids.push(id) - 1;
    numbers.set(id, known);
    return known;
  };
  return {
    rows,
    /** @param cells as the query names them */
    add(id: string, otherId: string, weight: number, people: number, next: number): void {
      // of all visits it is how many there are
      if (!id) Object.assign(rows, { visits: people, tested: weight, askedInAll: next });
      // what names a person is no item, here as in an export
      else if (isPersonal(id, THING) || isPersonal(otherId, THING)) return;
      else if (otherId) {
        const [item, other] = [numberOf(id), numberOf(otherId)];
        rows.pairs.push({ item, other, weight: roundWeight(weight), people, next });
      } else {
        const item = numberOf(id);
        rows.counts[item] = people;
        rows.asked[item] = next;
      }
    },
  };
}

/** @throws LearnRefusal, or the file system's error */
export async function readPairs(path: string, asked: Asked): Promise<Pick<RowsRead, 'files' | 'pairs'>> {
  const name = basename(path);
  const { rows, add } = createPairs();
  let read = -1;
  const splitter = createCellSplitter(',', (cells, columns, line) => {
    read++;
    if (read === 0) return;
    const [item = '', other = '', ...figures] = cells.map((cell) => cell.trim());
    const [weight = Number.NaN, people = Number.NaN, next = Number.NaN] = figures.slice(0, 3).map(Number);
    if (columns !== PAIR_COLUMNS.length || ![weight, people, next].every((figure) => figure >= 0))
      throw new LearnRefusal(`${name}: line ${line} is no row of the query for pairs.`);
    const [since = '', until = '', , together] = figures.slice(3);
    if (read === 1) {
      refuseOther(name, figures, asked);
      Object.assign(rows, { since, until, together: Number(together) });
    }
    add(item, other, weight, people, next);
  });
  const decoder = new TextDecoder();
  try {
    for await (const bytes of readBytes(path, (async function* () {})()))
      splitter.push(decoder.decode(bytes, { stream: true }));
    splitter.end();
  } catch (error) {
    if (error instanceof NoRow) throw new LearnRefusal(`${name}: ${error.message}.`);
    throw error;
  }
  return { files: [{ name, rows: Math.max(0, read), kind: 'pairs' }], pairs: rows };
}

// What became of the rows that are no orders of their own: why, how many, and where the first ones stand.

import type { Added, Settled } from './orders.ts';
import { askForWords } from './read-cancelled.ts';
import { LearnRefusal, type Reason } from './refusal.ts';

const FIRST = 3;
/** Of so large a share that cannot be read nobody knows what it would have said. */
const MOST_REFUSED = 0.1;

/** Rows that cannot be read. */
export const UNREADABLE = [
  'too few columns',
  'no JSON',
  'no log line',
  'no buyer',
  'no visit',
  'no item',
  'no readable total',
  'no readable date',
  'a date to come',
  'the order number of another buyer',
  'cancelled or not',
] as const;
type Unreadable = (typeof UNREADABLE)[number];
/** What became of a row. */
export type Outcome = Unreadable | Added | 'cancelled' | 'cancelled again' | 'other event' | 'other request';
/** What is told of several rows at once. */
type Together = Settled | 'order of events';
/** Rows that are read, and no orders of their own. */
export type Noted = Exclude<Outcome | Together, Unreadable | 'added'>;

const isUnreadable = (outcome: Outcome): outcome is Unreadable => UNREADABLE.some((one) => one === outcome);

/** Of a file that is read, with what the column is called that says what was cancelled. */
interface Judged {
  rows: number;
  columns?: { cancelled?: string };
}

export interface Tally {
  count(outcome: Outcome, line: number): void;
}

const UNTOLD = 'cancelled or not';

/** In the order of their letters: the same whatever came first. */
const sorted = <K extends string, V>(from: Map<K, V>) =>
  Object.fromEntries([...from].sort(([a], [b]) => (a < b ? -1 : 1))) as Record<K, V>;

export function createTally() {
  const refused = new Map<string, Reason>();
  const noted = new Map<Noted, number>();
  let file = '';
  /** those of this file alone */
  let own = new Map<string, Reason>();

  function put(reasons: Map<string, Reason>, why: string, line: number): void {
    const reason = reasons.get(why) ?? { rows: 0, lines: [] };
    reason.rows++;
    if (reason.lines.length < FIRST) reason.lines.push(`${file}:${line}`);
    reasons.set(why, reason);
  }

  return {
    /** What comes now is of this file. */
    begin(name: string) {
      file = name;
      own = new Map();
    },
    count(outcome: Outcome, line: number) {
      if (outcome === 'added') return;
      if (!isUnreadable(outcome)) {
        noted.set(outcome, (noted.get(outcome) ?? 0) + 1);
        return;
      }
      put(refused, outcome, line);
      put(own, outcome, line);
    },
    /** @throws LearnRefusal where too many rows of the file could not be read */
    judge({ rows, columns }: Judged) {
      const unread = [...own.values()].reduce((sum, { rows: n }) => sum + n, 0);
      if (unread <= MOST_REFUSED * rows) return;
      const said = [...own].map(([why, { rows: n, lines }]) => `${why}: ${n} (${lines.join(', ')})`);
      const column = own.has(UNTOLD) ? columns?.cancelled : undefined;
      const remedy =
        column === undefined
          ? ''
          : ` Words of "${column}" are not known. ${askForWords(column)} Or it is not read, and every row counts: --map cancelled= (with nothing behind it).`;
      throw new LearnRefusal(
        `${file}: ${unread} of ${rows} rows could not be read, and more than 1 in 10 is too many. ${said.join('; ')}.${remedy}`,
        {
          fault: {
            ...{ kind: 'unreadable', rows, unread, reasons: sorted(own) },
            ...(column !== undefined && { status: column }),
          },
        },
      );
    },
    /** What is told of several rows at once, or taken back of them (below 0). */
    note(what: Together, rows: number) {
      const sum = (noted.get(what) ?? 0) + rows;
      if (sum > 0) noted.set(what, sum);
      else noted.delete(what);
    },
    get refused(): Record<string, Reason> {
      return sorted(refused);
    },
    get noted(): Partial<Record<Noted, number>> {
      return sorted(noted);
    },
  };
}
export type RowTally = ReturnType<typeof createTally>;

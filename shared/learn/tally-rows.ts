// What became of the rows that are no orders of their own: why, how many, and where the first ones stand.

import type { Added } from './orders.ts';
import { LearnRefusal } from './refusal.ts';

/** Why a row was not read, and where the first three of them stand. */
export interface Reason {
  rows: number;
  lines: string[];
}

const FIRST = 3;
/** Of so large a share that cannot be read nobody knows what it would have said. */
const MOST_REFUSED = 0.1;

/** Rows that cannot be read. */
const UNREADABLE = [
  'too few columns',
  'no JSON',
  'no buyer',
  'no readable total',
  'no readable date',
] as const;
/** What became of a row. */
export type Outcome = (typeof UNREADABLE)[number] | Added | 'cancelled' | 'other event';

const isUnreadable = (outcome: Outcome): boolean => UNREADABLE.some((one) => one === outcome);

export interface Tally {
  count(outcome: Outcome, line: number): void;
}

/** In the order of their letters: the same whatever came first. */
const sorted = <V>(from: Map<string, V>): Record<string, V> =>
  Object.fromEntries([...from].sort(([a], [b]) => (a < b ? -1 : 1)));

export function createTally() {
  const refused = new Map<string, Reason>();
  const noted = new Map<string, number>();
  let file = '';
  let unread = 0;

  return {
    /** What comes now is of this file. */
    begin(name: string) {
      file = name;
      unread = 0;
    },
    count(outcome: Outcome, line: number) {
      if (outcome === 'added') return;
      if (!isUnreadable(outcome)) {
        noted.set(outcome, (noted.get(outcome) ?? 0) + 1);
        return;
      }
      unread++;
      const reason = refused.get(outcome) ?? { rows: 0, lines: [] };
      reason.rows++;
      if (reason.lines.length < FIRST) reason.lines.push(`${file}:${line}`);
      refused.set(outcome, reason);
    },
    /** @throws LearnRefusal where too many rows of the file could not be read */
    judge(rows: number) {
      if (unread <= MOST_REFUSED * rows) return;
      const said = [...refused].map(([why, { rows: n, lines }]) => `${why}: ${n} (${lines.join(', ')})`);
      throw new LearnRefusal(
        `${file}: ${unread} of ${rows} rows could not be read, and more than 1 in 10 is too many. ${said.join('; ')}.`,
      );
    },
    get refused(): Record<string, Reason> {
      return sorted(refused);
    },
    get noted(): Record<string, number> {
      return sorted(noted);
    },
  };
}

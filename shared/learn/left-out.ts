// Which orders are left out as they came to nothing, by the word that says so: a reason in somebody's own words is counted,
// and never told.

import { plainWord } from './status-words.ts';

/** How many by word; '' for what was said in other words, or by a date or a yes. */
export type LeftOut = Record<string, number>;

/** @param words that may be told */
export function createLeftOut(words: ReadonlySet<string>) {
  const counts = new Map<string, number>();
  return {
    add(cell: string): void {
      const word = plainWord(cell);
      const told = words.has(word) ? word : '';
      counts.set(told, (counts.get(told) ?? 0) + 1);
    },
    /** The most frequent first; nothing where none is. */
    get all(): LeftOut | undefined {
      const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
      return sorted.length ? Object.fromEntries(sorted) : undefined;
    },
  };
}

export const sumOf = (left: LeftOut): number => Object.values(left).reduce((sum, n) => sum + n, 0);

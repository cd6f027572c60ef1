// Adds pings up to rows: one for each day, experience, round, arm, goal and symbol, however many visitors there are.
//
// What is kept beside the rows is one entry for each ping, so that one that is read again (files that overlap) is
// counted once, on the earliest of its days, as the database does.
import type { CountRow } from '../../shared/measure/count-row.ts';
import type { Ping } from './ping.ts';

export interface Counts {
  /** @returns false where it was counted before */
  add(day: string, ping: Ping): boolean;
  /** in the order of the count query */
  rows(): CountRow[];
}

const KEY = ['day', 'e', 'o', 'a', 'g', 's', 'isFirst'] as const;

function compare(one: CountRow, other: CountRow): number {
  for (const name of KEY) {
    if (one[name] < other[name]) return -1;
    if (one[name] > other[name]) return 1;
  }
  return 0;
}

function put(row: CountRow, { value, squares }: Ping, times: 1 | -1): void {
  row.pings += times;
  row.value += times * value;
  row.squares += times * squares;
}

export function createCounts(): Counts {
  const rows = new Map<string, CountRow>();
  /** By what they are of and their first character: a Map holds 16 million at most. */
  const seen = new Map<string, Map<string, CountRow>>();

  function rowOf(day: string, ping: Ping, of: string): CountRow {
    const key = `${day}\0${of}\0${ping.symbol}\0${ping.n === 1}`;
    let row = rows.get(key);
    if (!row) {
      const { experience: e, round: o, arm: a, goal: g, symbol: s, n } = ping;
      row = { day, e, o, a, g, s, isFirst: n === 1, pings: 0, value: 0, squares: 0 };
      rows.set(key, row);
    }
    return row;
  }

  return {
    add(day, ping) {
      const of = `${ping.experience}\0${ping.round}\0${ping.arm}\0${ping.goal}`;
      const part = `${of}\0${ping.random[0]}`;
      const randoms = seen.get(part) ?? new Map<string, CountRow>();
      seen.set(part, randoms);
      const before = randoms.get(ping.random);
      if (before && before.day <= day) return false;
      const row = rowOf(day, ping, of);
      if (before) put(before, ping, -1);
      put(row, ping, 1);
      randoms.set(ping.random, row);
      return !before;
    },
    rows: () => [...rows.values()].filter(({ pings }) => pings > 0).sort(compare),
  };
}

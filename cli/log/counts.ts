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

/** All pings of one goal of one arm. */
interface Group {
  rows: Map<string, CountRow>;
  /** The row of each, by the first character of its random text: a Map holds 16 million at most. */
  seen: Map<string, CountRow>[];
}

export function createCounts(): Counts {
  const groups = new Map<string, Group>();

  function rowOf({ rows }: Group, day: string, ping: Ping): CountRow {
    const isFirst = ping.n === 1;
    const key = isFirst ? `${day} ${ping.symbol}` : `${day} ${ping.symbol} more`;
    let row = rows.get(key);
    if (!row) {
      const { experience: e, round: o, arm: a, goal: g, symbol: s } = ping;
      row = { day, e, o, a, g, s, isFirst, pings: 0, value: 0, squares: 0 };
      rows.set(key, row);
    }
    return row;
  }

  return {
    add(day, ping) {
      const key = `${ping.experience}\0${ping.round}\0${ping.arm}\0${ping.goal}`;
      let group = groups.get(key);
      if (!group) {
        group = { rows: new Map(), seen: [] };
        groups.set(key, group);
      }
      const at = ping.random.charCodeAt(0);
      let seen = group.seen[at];
      if (!seen) {
        seen = new Map();
        group.seen[at] = seen;
      }
      const before = seen.get(ping.random);
      if (before && before.day <= day) return false;
      const row = rowOf(group, day, ping);
      if (before) put(before, ping, -1);
      put(row, ping, 1);
      seen.set(ping.random, row);
      return !before;
    },
    rows: () =>
      [...groups.values()]
        .flatMap(({ rows }) => [...rows.values()])
        .filter(({ pings }) => pings > 0)
        .sort(compare),
  };
}

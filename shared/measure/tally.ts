// Rows of counts added up from the first day on: how each arm stood at the end of every day.
import type { CountRow } from './count-row.ts';
import { groupBy } from './group-by.ts';

export interface Sums {
  /** visitors who reached the goal */
  converted: number;
  value: number;
  squares: number;
}

export interface Tally {
  /** @param arms whose visitors are taken together */
  visitorsOf(arms: readonly string[]): number;
  /** @param symbol of these alone; without one, of all */
  sumsOf(arms: readonly string[], goal: string, symbol?: string): Sums;
}

const DAY = 86_400_000;
const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** How many days there are from the first to the last, both included. */
export const countDays = (first: string, last: string): number => (startOf(last) - startOf(first)) / DAY + 1;

/** Every day from the first to the last, those without a ping too. */
export function daysFrom(first: string, last: string): string[] {
  return Array.from({ length: countDays(first, last) }, (_, i) =>
    new Date(startOf(first) + i * DAY).toISOString().slice(0, 10),
  );
}

interface Entry extends Sums {
  a: string;
  g: string;
  s: string;
  visitors: number;
}

function tallyOf(entries: readonly Entry[]): Tally {
  return {
    visitorsOf: (arms) =>
      entries.reduce((sum, { a, visitors }) => (arms.includes(a) ? sum + visitors : sum), 0),
    sumsOf(arms, goal, symbol) {
      const sums = { converted: 0, value: 0, squares: 0 };
      for (const { a, g, s, converted, value, squares } of entries) {
        if (g !== goal || !arms.includes(a) || (symbol !== undefined && s !== symbol)) continue;
        sums.converted += converted;
        sums.value += value;
        sums.squares += squares;
      }
      return sums;
    },
  };
}

/** @param rows of one experience and round */
export function tallyDays(rows: readonly CountRow[]): { day: string; tally: Tally }[] {
  const byDay = groupBy(rows, ({ day }) => day);
  const days = [...byDay.keys()].sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const entries = new Map<string, Entry>();
  return daysFrom(first, last).map((day) => {
    for (const { a, g, s, isFirst, pings, value, squares } of byDay.get(day) ?? []) {
      const key = `${a}\0${g}\0${s}`;
      const entry = entries.get(key) ?? { a, g, s, visitors: 0, converted: 0, value: 0, squares: 0 };
      entries.set(key, entry);
      if (!g) entry.visitors += pings;
      else if (isFirst) entry.converted += pings;
      entry.value += value;
      entry.squares += squares;
    }
    return { day, tally: tallyOf([...entries.values()].map((entry) => ({ ...entry }))) };
  });
}

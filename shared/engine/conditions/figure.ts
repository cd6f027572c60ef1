// One figure over the events in a window: count sum average min max distinct days first last.
//
// State: entries [at, value] in ledger order, and only those the rule can still ask for. Where nothing ever
// leaves the window they are merged; where nothing enters it late, an entry that a newer one outdoes is dropped;
// a count keeps no more entries than the largest number its predicate mentions, and one.
import type { ConditionOf } from '../../schema/condition.ts';
import { dig, digAll, digNumbers } from '../dig.ts';
import type { VisitorEvent } from '../event.ts';
import { holds, numbersIn } from '../predicate.ts';
import { type Rule, tidy } from '../rule.ts';
import { horizon, isOver, isPruned, windowCuts, windowOf } from '../window.ts';

/** The third is how many events an average's entry stands for, where that is not one. */
type Entry = [at: number, value?: unknown, times?: number];

interface Figure {
  /** what an event puts in, as values */
  lift(event: VisitorEvent, of: string): unknown[];
  read(entries: Entry[]): unknown;
  /** whether a newer value makes an older one needless */
  outdoes?(newer: unknown, older: unknown): boolean;
  /** whether it counts, so that more than the predicate asks for need not be kept */
  isCapped?: boolean;
  isAdded?: boolean;
  /** which way pruned events could move it; 0 = anywhere */
  drift: 1 | -1 | 0;
  isWhole?: boolean;
}

const numbers = (event: VisitorEvent, of: string) => digNumbers(event.props, of);
const one = (event: VisitorEvent, of: string) => [dig(event.props, of)];
const total = (entries: Entry[]) => entries.reduce((sum, [, value]) => sum + (value as number), 0);
const sum = (entries: Entry[]) => tidy(total(entries));
const kinds = (entries: Entry[]) => new Set(entries.map(([, value]) => value)).size;
const best = (pick: (...of: number[]) => number) => (entries: Entry[]) =>
  entries.length ? pick(...entries.map(([, value]) => value as number)) : undefined;
const isSame = (a: unknown, b: unknown) => a === b;
/** local calendar date, as days since 1970-01-01 */
const dateOf = ({ at }: VisitorEvent) => Math.floor(at / 864e5 - new Date(at).getTimezoneOffset() / 1440);
const some = { isCapped: true, isWhole: true, drift: 1 } as const;

const figures: Record<FigureCondition['kind'], Figure> = {
  count: { ...some, lift: () => [1], read: sum, isAdded: true },
  sum: { lift: numbers, read: sum, isAdded: true, drift: 1 },
  average: {
    lift: numbers,
    read: (entries) =>
      entries.length
        ? tidy(total(entries) / entries.reduce((times, entry) => times + (entry[2] ?? 1), 0))
        : undefined,
    isAdded: true,
    drift: 0,
  },
  min: { lift: numbers, read: best(Math.min), outdoes: (a, b) => (a as number) <= (b as number), drift: -1 },
  max: { lift: numbers, read: best(Math.max), outdoes: (a, b) => (a as number) >= (b as number), drift: 1 },
  distinct: {
    ...some,
    lift: (event, of) =>
      digAll(event.props, of).map((item) => (typeof item === 'object' ? JSON.stringify(item) : item)),
    read: kinds,
    outdoes: isSame,
  },
  days: { ...some, lift: (event) => [dateOf(event)], read: kinds, outdoes: isSame },
  first: { lift: one, read: (entries) => entries[0]?.[1], drift: 0 },
  last: { lift: one, read: (entries) => entries.at(-1)?.[1], outdoes: () => true, drift: 0 },
};

export type FigureCondition = ConditionOf<
  'count' | 'sum' | 'average' | 'min' | 'max' | 'distinct' | 'days' | 'first' | 'last'
>;

export function figure(condition: FigureCondition): Rule<Entry[]> {
  const { kind, event: name, where, is } = condition;
  const of = 'of' in condition ? condition.of : '';
  const window = windowOf(condition);
  const { older, newer, isSliding } = window;
  const { lift, read, outdoes, isCapped, isAdded, isWhole, drift } = figures[kind];
  const edges = numbersIn(is).map((edge) => (isWhole ? Math.floor(edge) : edge));
  const cap = isCapped && !newer ? Math.floor(Math.max(0, ...edges)) + 1 : Infinity;
  const isLast = kind === 'last';

  const add = (entries: Entry[], at: number, value: unknown): Entry[] => {
    const [first] = entries;
    if (!isSliding && first) {
      if (kind === 'first') return entries;
      if (isAdded) {
        const merged: Entry = [at, (first[1] as number) + (value as number)];
        if (kind === 'average') merged.push((first[2] ?? 1) + 1);
        return [merged];
      }
    }
    const kept = outdoes && !newer ? entries.filter((entry) => !outdoes(value, entry[1])) : entries;
    kept.push(value === undefined ? [at] : [at, value]);
    return kept.length > cap ? kept.slice(-cap) : kept;
  };

  return {
    is,
    isHistory: true,
    spans: [older, newer],
    node: {
      id: JSON.stringify([kind, name, where, of, older, newer, window.isVisit, cap]),
      on: name === undefined ? undefined : [name],
      init: () => [],
      fold(entries, event, profile) {
        if (where && !holds(where, event.props)) return entries;
        const end = horizon(window, profile, event.at);
        const kept = entries.filter(([at]) => at > end);
        return lift(event, of).reduce<Entry[]>((all, value) => add(all, event.at, value), kept);
      },
    },
    look(entries, { profile }) {
      return {
        figures(now) {
          const end = horizon(window, profile, now);
          const seen = isOver(window, profile, now)
            ? []
            : entries.filter(([at]) => at > end && at <= now - newer);
          const remembered = read(seen);
          if (!isPruned(window, profile, now) || (isLast && seen.length)) return [remembered];
          if (remembered === undefined || !drift) return [];
          return [
            remembered,
            ...edges
              .flatMap((edge) => [edge - 1, edge - 1e-6, edge, edge + 1e-6, edge + 1])
              .filter(
                (edge) => (edge - (remembered as number)) * drift > 0 && (!isWhole || Number.isInteger(edge)),
              ),
          ];
        },
        cuts: windowCuts(
          window,
          profile,
          entries.map(([at]) => at),
        ),
      };
    },
  };
}

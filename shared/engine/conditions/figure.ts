// One figure over the events in a window: count sum average min max distinct days first last.
//
// State: entries [at, value] in ledger order, and only those the rule can still ask for. Where nothing ever
// leaves the window they are merged; where nothing enters it late, an entry that a newer one outdoes is dropped;
// a count keeps no more entries than the largest number its predicate mentions, and one.
import type { ConditionOf } from '../../schema/condition.ts';
import { dig, digAll, digNumbers } from '../dig.ts';
import { ms } from '../duration.ts';
import { matchesWhere, numbersIn } from '../predicate.ts';
import { type Profile, VISIT_GAP_MS } from '../profile.ts';
import { type Rule, tidy } from '../rule.ts';

/** The third is how many values an average's entry stands for, where that is not one. */
type Entry = [at: number, value?: unknown, times?: number];

export type FigureCondition = ConditionOf<
  'count' | 'sum' | 'average' | 'min' | 'max' | 'distinct' | 'days' | 'first' | 'last'
>;

const sum = (values: unknown[]): number =>
  tidy(values.reduce<number>((all, value) => all + (value as number), 0));
const kinds = (values: unknown[]): number => new Set(values).size;
const best =
  (pick: (...of: number[]) => number) =>
  (values: unknown[]): unknown =>
    values.length ? pick(...(values as number[])) : undefined;

type Outdoes = (newer: never, older: never) => boolean;
const isSame: Outdoes = (newer, older) => newer === older;

/** How it is read; which way pruned events could move it (0 = anywhere); when a newer value makes an older needless. */
const figures: Record<
  FigureCondition['kind'],
  [read: (values: unknown[], times: unknown[]) => unknown, drift: number, outdoes?: Outdoes]
> = {
  count: [sum, 1],
  sum: [sum, 1],
  average: [(values, times) => (values.length ? tidy(sum(values) / sum(times)) : undefined), 0],
  min: [best(Math.min), -1, (newer, older) => newer <= older],
  max: [best(Math.max), 1, (newer, older) => newer >= older],
  distinct: [kinds, 1, isSame],
  days: [kinds, 1, isSame],
  first: [([value]) => value, 0],
  last: [(values) => values.at(-1), 0, () => true],
};

export function figure(condition: FigureCondition): Rule<Entry[]> {
  const { kind, event: name, where, is, within, between, during } = condition;
  const of = 'of' in condition ? condition.of : '';
  const older = ms(between ? between[0] : within, Infinity);
  const newer = ms(between?.[1], 0);
  const [read, drift, outdoes] = figures[kind];
  const isWhole = /count|days|distinct/.test(kind);
  const edges = numbersIn(is).map((edge) => (isWhole ? Math.floor(edge) : edge));
  const cap = isWhole && !newer ? Math.max(0, ...edges) + 1 : Infinity;
  const isMerged = older === Infinity && /count|sum|average/.test(kind);

  /** What is at or before this instant is out of the window for good; all is, when the visit is over. */
  const horizon = ({ visit }: Profile, at: number): number =>
    during ? (visit && at < visit.lastAt + VISIT_GAP_MS ? visit.startAt - 1 : Infinity) : at - older;

  return {
    is,
    isHistory: true,
    spans: [older, newer],
    node: {
      id: JSON.stringify([kind, name, where, of, older, newer, during, cap]),
      on: [name],
      init: () => [],
      fold(entries, { at, props }, profile) {
        if (!matchesWhere(props, where)) return entries;
        const end = horizon(profile, at);
        let kept = entries.filter((entry) => entry[0] > end);
        const values =
          kind === 'count'
            ? [1]
            : kind === 'days'
              ? // local calendar date, as days since 1970-01-01
                [Math.floor(at / 864e5 - new Date(at).getTimezoneOffset() / 1440)]
              : kind === 'first' || kind === 'last'
                ? [dig(props, of)]
                : kind === 'distinct'
                  ? digAll(props, of)
                  : digNumbers(props, of);
        for (const value of values) {
          const [first] = kept;
          if (kind === 'first' && first && older === Infinity) break;
          if (isMerged && first) {
            kept = [[at, (first[1] as number) + (value as number), (first[2] ?? 1) + 1]];
            continue;
          }
          if (outdoes && !newer) kept = kept.filter((entry) => !outdoes(value as never, entry[1] as never));
          kept.push(value === undefined ? [at] : [at, value]);
        }
        return kept.length > cap ? kept.slice(-cap) : kept;
      },
    },
    look(entries, { profile }) {
      const { prunedAt, visit } = profile;
      return {
        figures(now) {
          const end = horizon(profile, now);
          const seen = entries.filter(([at]) => at > end && at <= now - newer);
          const known = read(
            seen.map((entry) => entry[1]),
            seen.map((entry) => entry[2] ?? 1),
          );
          // Only a window can reach back to what is pruned: all that is remembered holds none of it.
          if (end === -Infinity || end >= (prunedAt ?? -Infinity) || (kind === 'last' && seen[0]))
            return [known];
          if (known === undefined || !drift) return [];
          const near = edges.flatMap((edge) =>
            isWhole ? [edge, edge + 1] : [edge - 1, edge - 1e-6, edge, edge + 1e-6, edge + 1],
          );
          return [known, ...near.filter((edge) => (edge - (known as number)) * drift > 0)];
        },
        cuts: () => [
          ...entries.flatMap(([at]) => [at + older, at + newer]),
          (prunedAt ?? -Infinity) + older,
          during && visit ? visit.lastAt + VISIT_GAP_MS : 0,
        ],
      };
    },
  };
}

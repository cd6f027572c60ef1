// One figure over the events in a window: the mechanism behind every kind that counts, adds, picks or ranks.
//
// State: entries [at, value] in ledger order, and only those the rule can still ask for. Where nothing ever
// leaves the window they are merged into one [at, value, how many], which may fade and may be one for each topic;
// where nothing enters it late, an entry that a newer one outdoes is dropped; and there are never more than `most`.

import { ms } from '../../grammar/duration.ts';
import type { Predicate, Where } from '../../schema/predicate.ts';
import type { VisitorEvent } from '../event.ts';
import { holds, numbersIn } from '../predicate.ts';
import { type Profile, VISIT_GAP_MS } from '../profile.ts';
import type { Rule } from '../view.ts';

export type Entry = [at: number, value?: unknown, times?: number, topic?: string];

/** The fields that the conditions of these kinds share. */
export interface Asked {
  kind: string;
  event?: string | undefined;
  where?: Where | undefined;
  of?: string;
  is?: Predicate;
  within?: string | undefined;
  between?: [string, string] | undefined;
  during?: 'visit' | undefined;
}

/** What makes a kind of figure. */
export interface Figure {
  /** What an event adds, each with its topic if it has one; `of` is the condition's path. */
  values(event: VisitorEvent, of: string, profile: Profile): [value?: unknown, topic?: string][];
  read(entries: Entry[], at: number, halfLife: number): unknown;
  /** which way events that were pruned could move it; `still`: only where no event is left; else anywhere */
  drift?: 'up' | 'down' | 'still';
  /** whether a newer value makes an older one needless */
  outdoes?(newer: unknown, older: unknown): boolean;
  /** whether an entry that never leaves makes all that follow needless */
  isFirst?: boolean;
  /** only whole numbers are possible */
  isWhole?: boolean;
  /** whether entries are added up where none ever leaves the window */
  isMerged?: boolean;
  /** weight by event name; then these events are looked at */
  weights?: Record<string, number> | undefined;
  /** ms */
  halfLife?: number;
  /** how many entries are kept where the figure need not be more exact: the strongest, or else the newest */
  most?: number;
  spans?: number[];
  is?: Rule['is'];
}

/** What is left of an entry's value after some time. */
export const faded = ([at, value]: Entry, now: number, halfLife: number): number =>
  Number(value) * 2 ** ((at - now) / halfLife);

export function figure(condition: Asked, kind: Figure): Rule<Entry> {
  const { event, where, of = '', is, within, between, during } = condition;
  const { read, drift, outdoes, isWhole, weights, halfLife = Infinity, spans = [] } = kind;
  const older = ms(between ? between[0] : within, Infinity);
  const newer = ms(between?.[1], 0);
  const isMerged = kind.isMerged && older === Infinity;
  const edges = numbersIn(is);
  const most = kind.most ?? (isWhole && !newer ? Math.max(0, ...edges) + 1 : Infinity);

  /** What is at or before this instant is out of the window for good; all is, when the visit is over. */
  const horizon = ({ visit }: Profile, at: number): number =>
    during ? (visit && at < visit.lastAt + VISIT_GAP_MS ? visit.startAt - 1 : Infinity) : at - older;

  return {
    is: kind.is ?? is,
    spans: [older, during ? VISIT_GAP_MS : newer, ...spans],
    memory: {
      id: [condition.kind, event, where, of, older, newer, during, most, weights, halfLife],
      on: weights ? Object.keys(weights) : [event],
      fold(entries, happened, profile) {
        const { at, props } = happened;
        if (!holds(where, props)) return entries;
        const end = horizon(profile, at);
        // the oldest comes first, except among topics
        let kept =
          isMerged || (entries[0]?.[0] ?? 0) <= end ? entries.filter(([at]) => at > end) : [...entries];
        for (const [value, topic] of kind.values(happened, of, profile)) {
          if (kind.isFirst && older === Infinity && kept[0]) break;
          const old = isMerged ? kept.find((entry) => entry[3] === topic) : undefined;
          if (old || (outdoes && !newer))
            kept = kept.filter((entry) => (isMerged ? entry !== old : !outdoes?.(value, entry[1])));
          if (kept.length >= most) {
            if (isMerged) kept.sort((a, b) => faded(a, at, halfLife) - faded(b, at, halfLife));
            kept = kept.slice(kept.length - most + 1);
          }
          const entry: Entry = isMerged
            ? [at, Number(value) + (old ? faded(old, at, halfLife) : 0), (old?.[2] ?? 0) + 1]
            : value === undefined
              ? [at]
              : [at, value];
          if (isMerged && topic !== undefined) entry[3] = topic;
          kept.push(entry);
        }
        return kept;
      },
    },
    figures(entries, { profile }, now) {
      const end = horizon(profile, now);
      const seen = entries.filter(([at]) => at > end && at <= now - newer);
      const known = read(seen, now, halfLife);
      // Only a window can reach back to what is pruned: all that is remembered holds none of it.
      if (end === -Infinity || end >= (profile.prunedAt ?? end)) return [known];
      if (!drift || (known === undefined && !seen[0])) return [];
      if (drift === 'still') return [known];
      const near = edges
        .flatMap((edge) => [edge - 1, edge - 1e-6, edge, edge + 1e-6, edge + 1])
        .map((edge) => (isWhole ? Math.ceil(edge) : edge));
      return [
        known,
        ...near.filter((edge) => (drift === 'up' ? edge > Number(known) : edge < Number(known))),
      ];
    },
    edges: (entries, { profile: { prunedAt, visit } }) => [
      ...entries.flatMap((entry) => [
        entry[0],
        // where it fades to a number that the test mentions, give or take what rounding does
        ...(halfLife < Infinity ? edges : []).flatMap((edge) => {
          const crossing = entry[0] + Math.floor(halfLife * Math.log2(Number(entry[1]) / edge));
          return [crossing - 1, crossing + 1];
        }),
      ]),
      prunedAt ?? Infinity,
      visit?.lastAt ?? Infinity,
    ],
  };
}

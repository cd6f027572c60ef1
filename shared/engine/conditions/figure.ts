// One figure over the events in a window: the mechanism behind every kind that counts, adds, picks or ranks.
//
// State: entries [at, value] in ledger order, and only those the rule can still ask for (keep.ts).

import { ms } from '../../grammar/duration.ts';
import type { Predicate, Where } from '../../schema/predicate.ts';
import type { VisitorEvent } from '../event.ts';
import { holds, numbersIn } from '../predicate.ts';
import { type Profile, VISIT_GAP_MS } from '../profile.ts';
import type { Rule } from '../view.ts';
import { createAdd, type Entry, type Keep } from './keep.ts';

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
  values(event: VisitorEvent, of: string, profile: Profile): [value?: unknown, topic?: string | undefined][];
  read(entries: Entry[], at: number, halfLife: number): unknown;
  keep: Keep;
  /** how many are kept at most, where the figure need not be more exact: the strongest, or else the newest */
  most?: number;
  /** which way events that were pruned could move it; `still`: only where no event is left; else anywhere */
  drift?: 'up' | 'down' | 'still';
  /** only whole numbers are possible */
  isWhole?: boolean;
  /** weight by event name; then these events are looked at */
  weights?: Record<string, number> | undefined;
  /** ms */
  halfLife?: number;
  spans?: number[];
  is?: Rule['is'];
}

export function figure(condition: Asked, kind: Figure): Rule<Entry> {
  const { event, where, of = '', is, within, between, during } = condition;
  const { read, keep, drift, isWhole, weights, halfLife = Infinity, spans = [] } = kind;
  const older = ms(between ? between[0] : within, Infinity);
  const newer = ms(between?.[1], 0);
  const edges = numbersIn(is);
  const most = kind.most ?? (isWhole && !newer ? Math.max(0, ...edges) + 1 : Infinity);

  const add = createAdd({ keep, most, halfLife, isEndless: older === Infinity, isDelayed: newer > 0 });

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
        let kept = entries.filter(([at]) => at > end);
        for (const [value, topic] of kind.values(happened, of, profile)) kept = add(kept, at, value, topic);
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
      ...entries.flatMap(([at, value]) => [
        at,
        // where it fades to a number that the test mentions, give or take what rounding does
        ...(halfLife < Infinity ? edges : []).flatMap((edge) => {
          const crossing = at + Math.floor(halfLife * Math.log2(Number(value) / edge));
          return [crossing - 1, crossing + 1];
        }),
      ]),
      prunedAt ?? Infinity,
      visit?.lastAt ?? Infinity,
    ],
  };
}

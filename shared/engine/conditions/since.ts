// Time since something: the last such event, or the beginning of this profile. And the time away before this visit.
import type { ConditionOf } from '../../schema/condition.ts';
import type { Predicate } from '../../schema/predicate.ts';
import { ms } from '../duration.ts';
import { matchesWhere } from '../predicate.ts';
import type { Profile } from '../profile.ts';
import { edgesFrom, type Rule } from '../rule.ts';

/** A test of a length of time: its durations are read once, numbers are refused. */
const elapsed = (
  is: Predicate,
  start: (state: unknown, profile: Profile) => number | null,
  stop?: (profile: Profile) => number | undefined,
): Rule => {
  const spans: number[] = [];
  const read = (_key: string, part: unknown): unknown => {
    if (typeof part !== 'string' && typeof part !== 'number') return part;
    const length = ms(part);
    spans.push(length);
    return length;
  };
  return {
    is: is && JSON.parse(JSON.stringify(is), read),
    isHistory: true,
    spans,
    look(state, { profile }) {
      const from = start(state, profile);
      return {
        figures: (at) => [stop ? stop(profile) : from === null ? undefined : at - from],
        cuts: () => edgesFrom(from ?? Infinity, spans),
      };
    },
  };
};

export function since({ event, where, is }: ConditionOf<'since'>): Rule {
  return {
    ...elapsed(is, (state) => state as number | null),
    node: {
      id: JSON.stringify(['since', event, where]),
      on: [event],
      init: () => null,
      fold: (state, { at, props }) => (matchesWhere(props, where) ? at : state),
    },
  };
}

export function age({ is }: ConditionOf<'age'>): Rule {
  return elapsed(is, (_state, profile) => profile.firstSeenAt);
}

export function away({ is }: ConditionOf<'away'>): Rule {
  return elapsed(
    is,
    () => null,
    ({ visit }) => visit?.awayMs,
  );
}

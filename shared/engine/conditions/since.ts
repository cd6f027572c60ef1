// Time since something: the last such event, or the beginning of this profile. And the time away before this visit.
import type { ConditionOf } from '../../schema/condition.ts';
import type { Predicate } from '../../schema/predicate.ts';
import { holds, inMs, numbersIn } from '../predicate.ts';
import { edgesFrom, type Rule } from '../rule.ts';

const elapsed = (
  is: Predicate,
  start: (state: unknown, profile: { firstSeenAt: number | null }) => unknown,
) => {
  const inner = inMs(is) as Predicate;
  const spans = numbersIn(inner);
  const rule: Rule = {
    is: inner,
    isHistory: true,
    spans,
    look(state, { profile }) {
      const from = start(state, profile) as number | null;
      return from === null
        ? { figures: () => [undefined], cuts: [] }
        : { figures: (at) => [at - from], cuts: edgesFrom(from, spans) };
    },
  };
  return rule;
};

export function since({ event, where, is }: ConditionOf<'since'>): Rule {
  return {
    ...elapsed(is, (state) => state),
    node: {
      id: JSON.stringify(['since', event, where]),
      on: [event],
      init: () => null,
      fold: (state, { at, props }) => (where && !holds(where, props) ? state : at),
    },
  };
}

export function age({ is }: ConditionOf<'age'>): Rule {
  return elapsed(is, (_state, profile) => profile.firstSeenAt);
}

export function away({ is }: ConditionOf<'away'>): Rule {
  return {
    ...elapsed(is, () => null),
    look: (_state, { profile }) => ({ figures: () => [profile.visit?.awayMs], cuts: [] }),
  };
}

// What needs no history: stated traits, and the facts of this page view.
import type { ConditionOf } from '../../schema/condition.ts';
import type { View } from '../decide.ts';
import type { Rule } from '../rule.ts';

export function trait({ key, is }: ConditionOf<'trait'>): Rule {
  return {
    is,
    isHistory: false,
    look: (_state, { profile }) => ({
      figures: () => [Object.hasOwn(profile.traits, key) ? profile.traits[key] : undefined],
      cuts: [],
    }),
  };
}

const clock: Record<string, (date: Date) => number> = {
  hour: (date) => date.getHours(),
  weekday: (date) => date.getDay() || 7,
};

const fact = (key: string, { facts, profile: { visit } }: View): unknown => {
  if (key === 'visitNumber') return visit?.number;
  if (key === 'pageNumber') return visit?.pages;
  const ofVisit = visit as Record<string, unknown> | null;
  return /^(source|medium|campaign|channel|referrer)$/.test(key)
    ? (ofVisit?.[key] ?? facts[key])
    : Object.hasOwn(facts, key)
      ? facts[key]
      : undefined;
};

export function context({ key, is }: ConditionOf<'context'>): Rule {
  const read = Object.hasOwn(clock, key) ? clock[key] : undefined;
  return {
    is,
    // The number of a visit or page is memory, whoever tells it.
    isHistory: key === 'visitNumber' || key === 'pageNumber',
    look(_state, view, at) {
      if (!read) return { figures: () => [fact(key, view)], cuts: [] };
      // Every local hour that begins within a day, or midnight within a week, whatever the clocks do between.
      const cuts = Array.from({ length: 25 }, (_, i) => {
        const date = new Date(at);
        return key === 'hour'
          ? date.setHours(date.getHours() + i + 1, 0, 0, 0)
          : date.setHours(24 * (i + 1), 0, 0, 0);
      });
      return { figures: (now) => [read(new Date(now))], cuts };
    },
  };
}

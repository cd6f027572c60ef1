// What needs no state of its own: stated traits, the facts of this page view, and how old the profile and the visit are.
import type { ConditionOf } from '../../schema/condition.ts';
import { own } from '../dig.ts';
import { msIn } from '../duration.ts';
import type { Facts, Rule, View } from '../view.ts';

export function trait({ key, is }: ConditionOf<'trait'>): Rule {
  return { is, isFact: true, figures: (_state, { profile }) => [own(profile.traits, key)] };
}

const visitFacts = ({ profile: { visit } }: View): Facts => {
  const { number: visitNumber, pages: pageNumber, ...rest } = visit ?? {};
  return { ...rest, visitNumber, pageNumber };
};

/**
 * One fact of this page view, for a condition or a token; how the visit came wins over how this page did. The others
 * are not touched: the page works out the time zone when it is read, which takes 13 ms.
 */
export const factOf = (view: View, key: string): unknown =>
  own(visitFacts(view), key) ?? own(view.facts, key);

export function context({ key, is }: ConditionOf<'context'>): Rule {
  const isHour = key === 'hour';
  const isClock = isHour || key === 'weekday';
  return {
    is,
    // The number of a visit or page is memory, whoever tells it.
    isFact: key !== 'pageNumber' && key !== 'visitNumber',
    figures(_state, view, at) {
      const date = new Date(at);
      return [isClock ? (isHour ? date.getHours() : date.getDay() || 7) : factOf(view, key)];
    },
    // Every local hour that begins within a day, or midnight within a week, whatever the clocks do between.
    edges(_state, _view, at) {
      const edges: number[] = [];
      for (let i = 1; isClock && i <= 25; i++) {
        const date = new Date(at);
        edges.push(date.setHours(isHour ? date.getHours() + i : 24 * i, 0, 0, 0));
      }
      return edges;
    },
    spans: [0],
  };
}

export function age({ is }: ConditionOf<'age'>): Rule {
  return {
    ...msIn(is),
    figures: (_state, { profile: { firstSeenAt } }, at) => [
      firstSeenAt === null ? undefined : at - firstSeenAt,
    ],
    edges: (_state, { profile }) => [profile.firstSeenAt ?? Infinity],
  };
}

export function away({ is }: ConditionOf<'away'>): Rule {
  return { ...msIn(is), figures: (_state, { profile }) => [profile.visit?.awayMs] };
}

// What needs no history: stated traits, and the facts of this page view.
import type { ConditionOf } from '../../schema/condition.ts';
import type { Facts, View } from '../decide.ts';
import type { Rule } from '../rule.ts';

const own = (of: object, key: string): unknown => (Object.hasOwn(of, key) ? of[key as never] : undefined);

export function trait({ key, is }: ConditionOf<'trait'>): Rule {
  return {
    is,
    isHistory: false,
    look: (_state, { profile }) => ({ figures: () => [own(profile.traits, key)], cuts: () => [] }),
  };
}

const ofVisit: Record<string, string> = { visitNumber: 'number', pageNumber: 'pages' };

/** How the visit came wins over how this page did. */
const factOf = (key: string, { facts, profile: { visit } }: View): unknown =>
  own(visit ?? {}, (own(ofVisit, key) as string) ?? key) ?? own(facts, key);

/** All the facts a condition or a token can name. */
export function factsOf({ facts, profile: { visit } }: View): Facts {
  const { number: visitNumber, pages: pageNumber, ...rest } = visit ?? {};
  return { ...facts, ...(rest as Facts), visitNumber, pageNumber };
}

export function context({ key, is }: ConditionOf<'context'>): Rule {
  const isHour = key === 'hour';
  const isClock = isHour || key === 'weekday';
  return {
    is,
    // The number of a visit or page is memory, whoever tells it.
    isHistory: /^(visit|page)Number$/.test(key),
    look(_state, view, at) {
      const fact = factOf(key, view);
      return {
        figures(now) {
          const date = new Date(now);
          return [isClock ? (isHour ? date.getHours() : date.getDay() || 7) : fact];
        },
        // Every local hour that begins within a day, or midnight within a week, whatever the clocks do between.
        cuts: () =>
          isClock
            ? Array.from({ length: 25 }, (_, i) => {
                const date = new Date(at);
                return date.setHours(isHour ? date.getHours() + i + 1 : 24 * (i + 1), 0, 0, 0);
              })
            : [],
      };
    },
  };
}

// The conditions of what `selvedge learn` wrote down of all buyers: which group of them this visitor is like, and what is
// to be expected. A tag holds them where its config asks for one (snippet/build-learned.mjs).
//
// State: one entry for each order day, shared by all conditions that read the same orders.

import { ms } from '../../grammar/duration.ts';
import type { ConditionOf } from '../../schema/condition.ts';
import type { Config } from '../../schema/config.ts';
import type { Predicate } from '../../schema/predicate.ts';
import { digNumbers } from '../dig.ts';
import { dayOf } from '../event.ts';
import { numbersIn } from '../predicate.ts';
import type { Rule, Telling } from '../view.ts';
import { type Buying, chanceAlive, expectedOrders } from './expected-orders.ts';
import { staysOf } from './nearest-group.ts';
import { tidy } from './tidy.ts';

const DAY_MS = 864e5;
/** The last instant (ms) that a `Date` can hold. */
const END = 8.64e15;

/** An order day, at the last order of it. */
type OrderDay = [at: number, spent: number, day: number];

const total = (numbers: number[]): number => {
  let all = 0;
  for (const each of numbers) all += each;
  return tidy(all);
};

interface Asked {
  is: Predicate;
  /** where its orders stand */
  from: { event?: string | undefined; value?: string | undefined };
  /** of a visitor who has bought; undefined is missing */
  figure(days: OrderDay[], at: number): unknown;
  /** the instants at which the answer changes by itself */
  edges(days: OrderDay[]): number[];
  says(telling: Telling, shown: string): [sentence: string, need?: string];
}

function ruleOfOrders(
  { is, from: { event = 'purchase', value = 'value' }, figure, edges, says }: Asked,
  config: Config,
): Rule<OrderDay> {
  const { buyers, until = '' }: Partial<NonNullable<Config['learned']>> = Object(config.learned);
  return {
    is,
    spans: [0],
    memory: {
      id: ['bought', event, value],
      on: [event],
      fold(days, { at, props, day = dayOf(at) }) {
        const same = days.find(([, , known]) => known === day);
        const spent = total([...(same ? [same[1]] : []), ...digNumbers(props, value)]);
        return [...days.filter((one) => one !== same), [at, spent, day]];
      },
    },
    figures: (days, _view, at) => [days[0] && figure(days, at)],
    edges: (days) => (days[0] ? edges(days) : []),
    says(days, at, telling) {
      const { n, words, put, say, sayStep } = telling;
      const { locale, kinds } = words;
      const [one = '', many = one] = kinds.days?.split('|') ?? [];
      const [first, last] = [days[0], days.at(-1)];
      const shown =
        buyers === undefined
          ? ''
          : put(kinds.shown, {
              n: buyers.toLocaleString(locale),
              t: new Date(until).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' }),
            });
      const [sentence, need] = says(telling, shown);
      if (!first || !last || n === '?') return [sentence, need];
      const bought = put(kinds.bought, {
        d: put(days[1] ? many : one, { e: sayStep({ event }, words), n: days.length }),
        f: say(at - first[0], words, true),
        l: say(at - last[0], words, true),
      });
      return [bought + sentence, need];
    },
  };
}

const spentIn = (days: OrderDay[]): number => total(days.map(([, spent]) => spent));

function persona({ id }: ConditionOf<'persona'>, config: Config): Rule<OrderDay> | undefined {
  const { personas } = config;
  if (!personas) return undefined;
  const { groups } = personas;
  const stays = (days: OrderDay[]) => staysOf(personas, days.at(-1)?.[0] ?? 0, days.length, spentIn(days));
  const nameOf = (id: string): string => groups.find((group) => group.id === id)?.name ?? id;
  return ruleOfOrders(
    {
      is: id,
      from: personas,
      figure: (days, at) => groups[stays(days).findLast(([from]) => from <= at)?.[1] ?? 0]?.id,
      edges: (days) => stays(days).map(([from]) => from),
      says: ({ n, words: { kinds }, put }, b) => [put(kinds.persona, { n: nameOf(n), b }), nameOf(id)],
    },
    config,
  );
}

/** The first ms at which it no longer holds; it holds no more once it does not. */
function endOf(holds: (at: number) => boolean, from: number): number {
  if (holds(END)) return Infinity;
  let [yes, no] = [from - 1, END];
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return no;
}

/** What falls steadily until somebody buys again. */
function falling(
  { is }: { is: Predicate },
  figure: (days: OrderDay[], at: number) => number | undefined,
): Pick<Asked, 'is' | 'figure' | 'edges'> {
  return {
    is,
    figure,
    edges(days) {
      const from = days.at(-1)?.[0] ?? 0;
      const at = (when: number): number => figure(days, when) ?? Number.NaN;
      return numbersIn(is).flatMap((edge) => [
        endOf((when) => at(when) > edge, from),
        endOf((when) => at(when) >= edge, from),
      ]);
    },
  };
}

const boughtBy = (days: OrderDay[], at: number) => {
  const first = days[0]?.[0] ?? at;
  return {
    x: days.length - 1,
    t: ((days.at(-1)?.[0] ?? first) - first) / DAY_MS,
    T: Math.max(0, at - first) / DAY_MS,
  };
};

function expected(condition: ConditionOf<'expected'>, config: Config): Rule<OrderDay> | undefined {
  const { of, within } = condition;
  const { value } = config;
  const ahead = ms(within);
  if (!value || !(ahead > 0)) return undefined;
  const { purchases, spend } = value;
  /** what an order day is worth, where that is asked for */
  const worth = (days: OrderDay[]): number | undefined => {
    if (of !== 'value') return 1;
    if (!spend) return undefined;
    const [p, q, v] = spend;
    const [x, first] = [days.length - 1, days[0]?.[1] ?? 0];
    return Math.max(0, (p * (v + Math.max(0, spentIn(days) - first))) / (p * x + q - 1));
  };
  return ruleOfOrders(
    {
      ...falling(condition, (days, at) => {
        const each = worth(days);
        return each && each * expectedOrders(purchases as Buying, boughtBy(days, at), ahead / DAY_MS);
      }),
      from: value,
      says: ({ n, words, put, say }, b) => [
        put(words.kinds[of === 'value' ? 'spent' : 'expected'], { n, b, a: say(within, words) }),
      ],
    },
    config,
  );
}

function alive(condition: ConditionOf<'alive'>, config: Config): Rule<OrderDay> | undefined {
  const { value } = config;
  return (
    value &&
    ruleOfOrders(
      {
        // of who bought on one day the formula says 1, which is no finding
        ...falling(condition, (days, at) =>
          days[1] ? chanceAlive(value.purchases as Buying, boughtBy(days, at)) : undefined,
        ),
        from: value,
        says: ({ n, words: { kinds }, put }, b) => [put(kinds.alive, { n, b })],
      },
      config,
    )
  );
}

export const learnedRules = { persona, expected, alive };

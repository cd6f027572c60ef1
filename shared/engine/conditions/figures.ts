// What makes each kind of figure: what an event adds to it, how it is read, and how little of it need be kept.

import { ms } from '../../grammar/duration.ts';
import type { ConditionOf } from '../../schema/condition.ts';
import type { Config } from '../../schema/config.ts';
import { dig, digNumbers, digTold } from '../dig.ts';
import { msIn } from '../duration.ts';
import { dayOf } from '../event.ts';
import { topicsOf } from '../topics.ts';
import type { Figure } from './figure.ts';
import { type Entry, faded } from './keep.ts';
import { tidy } from './tidy.ts';

const add = (numbers: number[]): number => {
  let all = 0;
  for (const each of numbers) all += each;
  return all;
};
const total = (numbers: number[]): number => tidy(add(numbers));
const sum = (entries: Entry[], at: number, halfLife: number): number =>
  total(entries.map((entry) => faded(entry, at, halfLife)));
const different: Figure['read'] = (entries) => new Set(entries.map(([, value]) => value)).size;
const best =
  (pick: (...of: number[]) => number): Figure['read'] =>
  (entries) =>
    entries.length ? pick(...entries.map(([, value]) => Number(value))) : undefined;

const numbers: Figure['values'] = ({ props }, of) => digNumbers(props, of).map((each) => [each]);
const found: Figure['values'] = ({ props }, of) => [[dig(props, of)]];

const count: Figure = { values: () => [[1]], read: sum, keep: 'sum', drift: 'up', isWhole: true };

const average: Figure['read'] = (entries, at) =>
  entries.length
    ? tidy(sum(entries, at, Infinity) / total(entries.map(([, , times = 1]) => times)))
    : undefined;

const since = ({ is }: ConditionOf<'since'>): Figure => ({
  ...msIn(is),
  values: () => [[]],
  read: ([last], at) => last && at - last[0],
  keep: 'last',
});

const score = ({ weights, halfLife }: ConditionOf<'score'>): Figure => ({
  values: ({ name }) => [[weights[name]]],
  read: sum,
  keep: 'sum',
  weights,
  halfLife: ms(halfLife),
});

const usual: Record<string, number> = { page_view: 1, view_item: 2, add_to_cart: 5, purchase: 8 };

/** How many topics interest is remembered in: the latest, and of the others the strongest. */
const TOPICS = 50;

/** Fading interest in topics. All topics fade alike, so shares and ranks stand still between events. */
const interest = (
  { topic, share, rank }: ConditionOf<'interest'>,
  { interests: { weights = usual, halfLife = '14d' } = {} }: Config,
): Figure => ({
  values: ({ name, props }, _of, profile) =>
    (topicsOf(props) ?? profile.topics).map((each) => [weights[name], each]),
  read(entries, _at, life) {
    const newest = Math.max(...entries.map(([at]) => at));
    const all = entries.map((entry) => faded(entry, newest, life));
    const mine = all[entries.findIndex(([, , , known]) => known === topic)] ?? 0;
    return {
      share: mine && tidy(mine / add(all)),
      rank: mine ? 1 + all.filter((each) => tidy(each / mine) > 1).length : undefined,
    };
  },
  keep: 'sum',
  weights,
  halfLife: ms(halfLife),
  most: TOPICS,
  is: { share, rank },
});

/** This visitor's recency, frequency and monetary cells, 1–5 (5 is best), by the config's site-wide edges. */
const rfm = (is: ConditionOf<'rfm'>, { rfm: site }: Config): Figure => {
  const { event = 'purchase', value = 'value', recency, frequency = [], monetary = [], per } = site ?? {};
  const spans = recency?.map((edge) => ms(edge)) ?? [NaN];
  const cell = (steps: boolean[]) => 1 + steps.filter(Boolean).length;
  const isDaily = per === 'day';
  return {
    values: ({ props, at, day = dayOf(at) }) => [
      [total(digNumbers(props, value)), isDaily ? `${day}` : undefined],
    ],
    read(entries, now, life) {
      const [newest = 0, , times = 0] = entries.at(-1) ?? [];
      if (!entries[0]) return {};
      const spent = sum(entries, now, life);
      return {
        recency: cell(spans.map((edge) => now - newest <= edge)),
        frequency: cell(frequency.map((edge) => (isDaily ? entries.length : times) >= edge)),
        monetary: cell(monetary.map((edge) => spent >= edge)),
      };
    },
    keep: 'sum',
    is: { recency: is.recency, frequency: is.frequency, monetary: is.monetary },
    spans,
    // no figure is made of it: it only tells the state of days from that of events, which browsers may hold
    weights: { [event]: isDaily ? 0 : 1 },
  };
};

/** Made of the condition, or the same for all of a kind. */
export const figures: Record<string, Figure | ((condition: never, config: Config) => Figure)> = {
  count,
  sum: { values: numbers, read: sum, keep: 'sum', drift: 'up' },
  average: { values: numbers, read: average, keep: 'sum' },
  min: {
    values: numbers,
    read: best(Math.min),
    keep: 'least',
    drift: 'down',
  },
  max: {
    values: numbers,
    read: best(Math.max),
    keep: 'greatest',
    drift: 'up',
  },
  distinct: {
    ...count,
    values: ({ props }, of) => digTold(props, of).map((each) => [each]),
    read: different,
    keep: 'different',
  },
  days: {
    ...count,
    values: ({ at, day = dayOf(at) }) => [[day]],
    read: different,
    keep: 'different',
  },
  first: { values: found, read: ([entry]) => entry?.[1], keep: 'first' },
  last: { values: found, read: (entries) => entries.at(-1)?.[1], keep: 'last', drift: 'still' },
  since,
  score,
  interest,
  rfm,
};

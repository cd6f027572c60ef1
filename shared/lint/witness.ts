// Makes up a visitor who could be in a segment, by walking its rule and doing what each part asks for.
//
// A try, not a proof: parts may get in each other's way. The engine has the last word, and chance gets
// several tries, on the very edges that the rule draws.

import { msIn } from '../engine/duration.ts';
import { ms } from '../grammar/duration.ts';
import type { Condition, ConditionOf } from '../schema/condition.ts';
import type { Config } from '../schema/config.ts';
import { CONTEXT_VALUES } from '../schema/context-keys.ts';
import type { Predicate } from '../schema/predicate.ts';
import { choose, makeProps, numberCandidates, put, valueCandidates } from './candidates.ts';
import type { Random } from './random.ts';
import type { Recipe } from './recipe.ts';

const MINUTE_MS = 6e4;
const HOUR_MS = 36e5;
const DAY_MS = 864e5;
const MOST_EVENTS = 500;

/** Adds to the recipe what may make the condition true, or false. */
export function satisfy(
  condition: Condition,
  isWanted: boolean,
  recipe: Recipe,
  config: Config,
  random: Random,
): void {
  const go = (inner: Condition, wanted: boolean) => satisfy(inner, wanted, recipe, config, random);
  const act = (name: string, agoMs: number, props: Record<string, unknown> = {}) =>
    recipe.acts.push({ name, agoMs: Math.max(0, agoMs), props });
  const view = (topic: string, times: number) => {
    // what interests are weighed by: a page view, if it counts
    const { weights = { page_view: 1 } } = config.interests ?? {};
    const [name = 'page_view'] = Object.keys(weights).filter((each) => weights[each]);
    for (let i = 0; i < times; i++) act(name, 0, { path: '/', topics: [topic] });
  };
  const number = (is: Predicate, step = 1) => choose(is, numberCandidates(is, step), isWanted, random);

  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none': {
      const child = condition.kind === 'none' ? !isWanted : isWanted;
      const needsEach = (condition.kind === 'any') !== isWanted;
      const one = random.pick(condition.of);
      if (needsEach) for (const inner of condition.of) go(inner, child);
      else if (one) go(one, child);
      return;
    }
    case 'segment': {
      const other = config.segments.find(({ id }) => id === condition.id);
      if (other) go(other.when, isWanted);
      return;
    }
    case 'trait': {
      const value = choose(condition.is, valueCandidates(condition.is), isWanted, random);
      if (value !== undefined && value !== null) recipe.traits[condition.key] = value as string;
      return;
    }
    case 'context':
      setFact(condition.key, condition.is, isWanted, recipe, random);
      return;
    case 'count':
    case 'days': {
      const times = Math.min(number(condition.is) ?? 0, MOST_EVENTS);
      for (const agoMs of spread(condition, times, condition.kind === 'days', random)) {
        act(condition.event ?? 'page_view', agoMs, makeProps(condition.where, random));
      }
      return;
    }
    case 'distinct':
    case 'sum':
    case 'average':
    case 'min':
    case 'max': {
      const figure = number(condition.is, condition.kind === 'distinct' ? 1 : 0.5);
      const isDistinct = condition.kind === 'distinct';
      // of nothing these two are 0 already
      const isNothing = figure === 0 && (isDistinct || condition.kind === 'sum');
      if (figure === undefined || isNothing) return;
      const times = isDistinct ? Math.min(figure, MOST_EVENTS) : 1;
      spread(condition, times, false, random).forEach((agoMs, i) => {
        const props = makeProps(condition.where, random);
        put(props, condition.of, isDistinct ? `${condition.of} ${i}` : figure);
        act(condition.event, agoMs, props);
      });
      return;
    }
    case 'first':
    case 'last': {
      const props = makeProps(condition.where, random);
      put(props, condition.of, choose(condition.is, valueCandidates(condition.is), isWanted, random));
      const [agoMs = 0] = spread(condition, 1, false, random);
      const isVisit = condition.event === 'visit_start';
      if (isVisit && condition.kind === 'last') Object.assign(recipe.arrival, props);
      act(condition.event, agoMs, props);
      return;
    }
    case 'since':
    case 'age':
    case 'away': {
      const agoMs = choose(
        msIn(condition.is).is,
        numberCandidates(msIn(condition.is).is, MINUTE_MS),
        isWanted,
        random,
      );
      if (agoMs === undefined) return;
      if (condition.kind === 'since') act(condition.event, agoMs, makeProps(condition.where, random));
      else act('page_view', agoMs, { path: '/' });
      return;
    }
    case 'sequence': {
      if (!isWanted) return;
      const end = Math.min(ms(condition.after ?? '0s'), ms(condition.inLast ?? '1d'));
      const gap = Math.min(MINUTE_MS, ms(condition.within) / (condition.steps.length + 1));
      condition.steps.forEach((step, i) => {
        const props = makeProps(step.where, random);
        if (condition.same) put(props, condition.same, 'the same');
        const agoMs = end + gap * (condition.steps.length - 1 - i);
        // coming back to a page takes another one in between
        if (i && step.event === 'page_view') act('page_view', agoMs + gap / 2, { path: '/elsewhere' });
        act(step.event, agoMs, props);
      });
      return;
    }
    case 'interest':
      if (isWanted) for (const [topic, times] of chooseInterests(condition, random)) view(topic, times);
      return;
    case 'score': {
      const points = number(condition.is, 0.5);
      const [event, weight = 0] = random.pick(Object.entries(condition.weights)) ?? [];
      if (!event || points === undefined || points / weight <= 0 || !Number.isFinite(points / weight)) return;
      const times = Math.min(Math.ceil(points / weight), MOST_EVENTS);
      // so long ago that they have faded to just that
      const agoMs = ms(condition.halfLife) * Math.log2((times * weight) / points);
      for (let i = 0; i < times; i++) act(event, agoMs);
      return;
    }
    case 'rfm':
      if (isWanted && config.rfm) buy(condition, config.rfm, act, random);
      return;
  }
}

/** Shares that a topic may have, and ranks. */
const SHARES = Array.from({ length: 21 }, (_, twentieths) => twentieths / 20);
const RANKS = [1, 2, 3, 4, 5, 6];

/** How often which topics are looked at, so that this one gets a share and a rank as asked. */
function chooseInterests(
  { topic, share, rank }: ConditionOf<'interest'>,
  random: Random,
): [string, number][] {
  const wanted =
    share === undefined
      ? undefined
      : choose(share, [...SHARES, ...numberCandidates(share, 0.01)], true, random);
  const place = rank === undefined ? 1 : (choose(rank, RANKS, true, random) ?? 1);
  if (wanted === 0) return [['another topic', 1]];
  const mine = random.pick([1, 2, 5, 10, 20]) ?? 1;
  const stronger = place - 1;
  const all = wanted === undefined ? mine + stronger * (mine + 1) : Math.round(mine / wanted);
  let rest = Math.max(0, all - mine - stronger * (mine + 1));
  const interests: [string, number][] = [[topic, mine]];
  for (let i = 0; i < stronger; i++) interests.push([`stronger ${i}`, mine + 1]);
  // what is left goes to weaker ones, or, where the rank is free, all to one
  for (let i = 0; rest > 0 && i < MOST_EVENTS; i++) {
    const times = rank === undefined ? rest : Math.min(rest, mine);
    interests.push([`other ${i}`, times]);
    rest -= times;
  }
  return interests;
}

/** Purchases that lie in the cells asked for: 5 is best, which is a `recency` of at most the first edge. */
function buy(
  cells: ConditionOf<'rfm'>,
  { event = 'purchase', value = 'value', recency, frequency, monetary }: NonNullable<Config['rfm']>,
  act: (name: string, agoMs: number, props: Record<string, unknown>) => void,
  random: Random,
): void {
  const cell = (is: Predicate | undefined) =>
    (is === undefined ? undefined : choose(is, [1, 2, 3, 4, 5], true, random)) ?? 3;
  const [r, f, m] = [cell(cells.recency), cell(cells.frequency), cell(cells.monetary)];
  // the edge below a cell counts to it
  const times = f > 1 ? Math.ceil(frequency[f - 2] ?? 1) : 1;
  const total = m > 1 ? (monetary[m - 2] ?? 1) : Math.min(0.01, (monetary[0] ?? 1) / 2);
  const agoMs = r === 1 ? ms(recency[3] ?? '1d') + MINUTE_MS : ms(recency[5 - r] ?? '1d') - MINUTE_MS;
  for (let i = 0; i < Math.min(times, MOST_EVENTS); i++)
    act(event, Math.max(0, agoMs) + i * MINUTE_MS, { [value]: total / times });
}

/** Times ago, in ms, inside a condition's window: at its near end, or at its far end. */
function spread(
  window: {
    event?: string | undefined;
    within?: string | undefined;
    between?: [string, string] | undefined;
    during?: string | undefined;
  },
  times: number,
  isDaily: boolean,
  random: Random,
): number[] {
  const from = window.between ? ms(window.between[1]) + MINUTE_MS : 0;
  const until = window.between
    ? ms(window.between[0])
    : window.within
      ? ms(window.within)
      : (random.pick([30, 170]) ?? 30) * DAY_MS;
  const room = Math.max(0, until - from - MINUTE_MS);
  const gaps = window.event === 'visit_start' ? [2 * HOUR_MS, DAY_MS] : [0, MINUTE_MS, DAY_MS];
  const usual = Math.min(room / Math.max(1, times), random.pick(gaps) ?? 0);
  const step = window.during ? 1000 : isDaily ? DAY_MS : usual;
  const isFar = !window.during && random.next() < 0.4;
  const start = isFar ? Math.max(from, from + room - step * (times - 1)) : from;
  return Array.from({ length: times }, (_, i) => start + i * step);
}

function setFact(key: string, is: Predicate, isWanted: boolean, recipe: Recipe, random: Random): void {
  const possible = CONTEXT_VALUES[key] ?? valueCandidates(is);
  if (key === 'hour' || key === 'weekday') {
    const all = Array.from({ length: key === 'hour' ? 24 : 7 }, (_, i) => (key === 'hour' ? i : i + 1));
    const chosen = choose(is, all, isWanted, random);
    if (chosen !== undefined) recipe[key] = chosen;
  } else if (key === 'visitNumber' || key === 'pageNumber') {
    const number = choose(is, numberCandidates(is, 1), isWanted, random) ?? 1;
    const gap = key === 'pageNumber' ? 1000 : (random.pick([HOUR_MS, DAY_MS, 10 * DAY_MS]) ?? DAY_MS);
    for (let i = 1; i < Math.min(number, MOST_EVENTS); i++) {
      recipe.acts.push({ name: 'page_view', agoMs: i * gap, props: { path: '/' } });
    }
  } else if (/^(source|medium|campaign|channel|referrer)$/.test(key)) {
    const chosen = choose(is, [...possible, undefined], isWanted, random);
    if (typeof chosen === 'string') Object.assign(recipe.arrival, { [key]: chosen });
    else delete recipe.arrival[key as 'source'];
  } else {
    const chosen = choose(is, [...possible, 'b', 1280, undefined], isWanted, random);
    if (chosen === undefined) delete recipe.facts[key];
    else recipe.facts[key] = chosen;
  }
}

// Acts by which a visitor comes to be as a part of a rule asks: how often, how much, how long ago.

import { msIn } from '../engine/duration.ts';
import { ms } from '../grammar/duration.ts';
import type { ConditionOf } from '../schema/condition.ts';
import type { Config } from '../schema/config.ts';
import type { Predicate } from '../schema/predicate.ts';
import type { Props } from '../schema/props.ts';
import { t } from '../words/t.ts';
import { choose, makeProps, numberCandidates, put, valueCandidates } from './candidates.ts';
import type { Random } from './random.ts';
import type { Recipe } from './recipe.ts';

const MINUTE_MS = 6e4;
const HOUR_MS = 36e5;
const DAY_MS = 864e5;
export const MOST_EVENTS = 500;

/** What a rule is walked with. */
export interface Walk {
  isWanted: boolean;
  recipe: Recipe;
  config: Config;
  random: Random;
}

function act(recipe: Recipe, name: string, agoMs: number, props: Props = {}): void {
  recipe.acts.push({ name, agoMs: Math.max(0, agoMs), props });
}

const chooseNumber = (is: Predicate, step: number, { isWanted, random }: Walk) =>
  choose(is, numberCandidates(is, step), isWanted, random);

/** Whether one of these is the page view that they are on now: it is recorded after all that they did. */
const isOneHere = (event: string, random: Random): boolean => event === 'page_view' && random.next() < 0.5;

export function repeat(condition: ConditionOf<'count' | 'days'>, walk: Walk): void {
  const { recipe, random } = walk;
  const { event = 'page_view' } = condition;
  const times = Math.min(chooseNumber(condition.is, 1, walk) ?? 0, MOST_EVENTS);
  const before = isOneHere(event, random) ? Math.max(0, times - 1) : times;
  for (const agoMs of spread(condition, before, condition.kind === 'days', random))
    act(recipe, event, agoMs, makeProps(condition.where, random));
}

/** Events of which a property comes to a figure. */
export function reach(
  condition: ConditionOf<'distinct' | 'sum' | 'average' | 'min' | 'max'>,
  walk: Walk,
): void {
  const { recipe, random } = walk;
  const isDistinct = condition.kind === 'distinct';
  const figure = chooseNumber(condition.is, isDistinct ? 1 : 0.5, walk);
  // of nothing these two are 0 already
  const isNothing = figure === 0 && (isDistinct || condition.kind === 'sum');
  if (figure === undefined || isNothing) return;
  const isHere = isDistinct && isOneHere(condition.event, random);
  const times = isDistinct ? Math.min(isHere ? figure - 1 : figure, MOST_EVENTS) : 1;
  spread(condition, times, false, random).forEach((agoMs, i) => {
    const props = makeProps(condition.where, random);
    put(props, condition.of, isDistinct ? `${condition.of} ${i}` : figure);
    act(recipe, condition.event, agoMs, props);
  });
}

/** One event whose property is as asked. */
export function meet(condition: ConditionOf<'first' | 'last'>, { isWanted, recipe, random }: Walk): void {
  const props = makeProps(condition.where, random);
  put(props, condition.of, choose(condition.is, valueCandidates(condition.is), isWanted, random));
  const [agoMs = 0] = spread(condition, 1, false, random);
  const isVisit = condition.event === 'visit_start';
  if (isVisit && condition.kind === 'last') Object.assign(recipe.arrival, props);
  act(recipe, condition.event, agoMs, props);
}

/** One event, so long ago. */
export function waitFor(condition: ConditionOf<'since' | 'age' | 'away'>, walk: Walk): void {
  const { recipe, random } = walk;
  const isAway = condition.kind === 'away' && walk.isWanted;
  const agoMs = chooseNumber(msIn(condition.is).is, MINUTE_MS, walk);
  if (agoMs === undefined) return;
  if (condition.kind === 'since') act(recipe, condition.event, agoMs, makeProps(condition.where, random));
  // within half an hour it would be the same visit
  else act(recipe, 'page_view', isAway ? Math.max(agoMs, HOUR_MS / 2) : agoMs, { path: '/' });
}

/** The steps of a sequence, one after the other. */
export function follow(condition: ConditionOf<'sequence'>, recipe: Recipe, random: Random): void {
  const end = Math.min(ms(condition.after ?? '0s'), ms(condition.inLast ?? '1d'));
  const gap = Math.min(MINUTE_MS, ms(condition.within) / (condition.steps.length + 1));
  condition.steps.forEach((step, i) => {
    const props = makeProps(step.where, random);
    if (condition.same) put(props, condition.same, t`the same`);
    const agoMs = end + gap * (condition.steps.length - 1 - i);
    // coming back to a page takes another one in between
    if (i && step.event === 'page_view') act(recipe, 'page_view', agoMs + gap / 2, { path: '/elsewhere' });
    act(recipe, step.event, agoMs, props);
  });
}

/** Looks at topics until one is as interesting as asked. */
export function interest(condition: ConditionOf<'interest'>, walk: Walk): void {
  for (const [topic, times] of chooseInterests(condition, walk.random)) view(topic, times, walk);
}

/** Looks at a topic, by whatever interests are weighed by: a page view, if it counts. */
function view(topic: string, times: number, { recipe, config }: Walk): void {
  const { weights = { page_view: 1 } } = config.interests ?? {};
  const [name = 'page_view'] = Object.keys(weights).filter((each) => weights[each]);
  for (let i = 0; i < times; i++) act(recipe, name, 0, { path: '/', topics: [topic] });
}

/** Events for points, so long ago that they have faded to just that many. */
export function earn(condition: ConditionOf<'score'>, walk: Walk): void {
  const { recipe, random } = walk;
  const all = chooseNumber(condition.is, 0.5, walk);
  const { page_view: ofView = 0 } = condition.weights;
  const points = all !== undefined && ofView && isOneHere('page_view', random) ? all - ofView : all;
  const [event, weight = 0] = random.pick(Object.entries(condition.weights)) ?? [];
  if (!event || points === undefined || points / weight <= 0 || !Number.isFinite(points / weight)) return;
  const times = Math.min(Math.ceil(points / weight), MOST_EVENTS);
  const agoMs = ms(condition.halfLife) * Math.log2((times * weight) / points);
  for (let i = 0; i < times; i++) act(recipe, event, agoMs);
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
  if (wanted === 0) return [[t`another topic`, 1]];
  const mine = random.pick([1, 2, 5, 10, 20]) ?? 1;
  const stronger = place - 1;
  const all = wanted === undefined ? mine + stronger * (mine + 1) : Math.round(mine / wanted);
  let rest = Math.max(0, all - mine - stronger * (mine + 1));
  const interests: [string, number][] = [[topic, mine]];
  for (let i = 0; i < stronger; i++) interests.push([t`stronger ${i}`, mine + 1]);
  // what is left goes to weaker ones, or, where the rank is free, all to one
  for (let i = 0; rest > 0 && i < MOST_EVENTS; i++) {
    const times = rank === undefined ? rest : Math.min(rest, mine);
    interests.push([t`other ${i}`, times]);
    rest -= times;
  }
  return interests;
}

/** Purchases that lie in the cells asked for: 5 is best, which is a `recency` of at most the first edge. */
export function buy(
  cells: ConditionOf<'rfm'>,
  { event = 'purchase', value = 'value', recency, frequency, monetary, per }: NonNullable<Config['rfm']>,
  recipe: Recipe,
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
    act(recipe, event, Math.max(0, agoMs) + i * (per === 'day' ? DAY_MS : MINUTE_MS), {
      [value]: total / times,
    });
}

type Learned = 'persona' | 'expected' | 'alive';

/**
 * Order days of somebody in that group of buyers: at its centre, or farther from all others and ordering when they like, as
 * other parts of a rule may ask for; of what is expected of somebody, a try with few or many, lately or not.
 */
export function order(condition: ConditionOf<Learned>, { recipe, config, random }: Walk): void {
  const { personas, value: worth } = config;
  const group = personas?.groups.find(({ id }) => condition.kind === 'persona' && id === condition.id);
  const from = condition.kind === 'persona' ? personas : worth;
  if (!from) return;
  const { event = 'purchase', value = 'value' } = from;
  const farther = (group && random.pick([0, 0, 1, 2])) ?? 0;
  // a centre is in spreads from the mean of all
  const back = (d: 0 | 1 | 2, times = 1): number =>
    Math.exp((group?.centre[d] ?? 0) * times * (personas?.spread[d] ?? 1) + (personas?.mean[d] ?? 0));
  const days = group ? Math.round(back(1, 1 + farther)) : (random.pick([1, 2, 3, 6, 12]) ?? 1);
  const lastMs = (group && !farther ? back(0) - 1 : (random.pick([0, 1, 7, 30, 90, 170]) ?? 0)) * DAY_MS;
  const spent = group ? back(2, 1 + farther) - 1 : days * (random.pick([1, 20, 100]) ?? 1);
  const gap = group ? 1 : (random.pick([1, 2, 7, 14]) ?? 1);
  const times = Math.min(Math.max(1, days), MOST_EVENTS);
  for (let i = 0; i < times; i++)
    act(recipe, event, lastMs + i * gap * DAY_MS, { [value]: Math.max(0, spent) / times });
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

// Makes up a visitor who could be in a segment, by walking its rule and doing what each part asks for.
//
// A try, not a proof: parts may get in each other's way. The engine has the last word, and chance gets
// several tries, on the very edges that the rule draws.

import { holds } from '../engine/predicate.ts';
import type { Condition, ConditionOf } from '../schema/condition.ts';
import type { Config } from '../schema/config.ts';
import { CONTEXT_VALUES } from '../schema/context-keys.ts';
import type { Predicate } from '../schema/predicate.ts';
import {
  buy,
  earn,
  follow,
  interest,
  MOST_EVENTS,
  meet,
  order,
  reach,
  repeat,
  type Walk,
  waitFor,
} from './acts.ts';
import { choose, numberCandidates, type Plain, valueCandidates } from './candidates.ts';
import type { Random } from './random.ts';
import type { Recipe } from './recipe.ts';

const HOUR_MS = 36e5;
const DAY_MS = 864e5;
/** Facts about how the visit came. */
const WAYS = ['source', 'medium', 'campaign', 'channel', 'referrer'] as const;

/** Adds to the recipe what may make the condition true, or false. */
export function satisfy(
  condition: Condition,
  isWanted: boolean,
  recipe: Recipe,
  config: Config,
  random: Random,
): void {
  const walk: Walk = { isWanted, recipe, config, random };
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      satisfyGroup(condition, walk);
      return;
    case 'segment': {
      const other = config.segments.find(({ id }) => id === condition.id);
      if (other) satisfy(other.when, isWanted, recipe, config, random);
      return;
    }
    case 'trait': {
      const value = choose(condition.is, valueCandidates(condition.is), isWanted, random);
      if (value !== undefined) recipe.traits[condition.key] = value;
      return;
    }
    case 'context':
      setFact(condition.key, condition.is, isWanted, recipe, random);
      return;
    case 'count':
    case 'days':
      repeat(condition, walk);
      return;
    case 'distinct':
    case 'sum':
    case 'average':
    case 'min':
    case 'max':
      reach(condition, walk);
      return;
    case 'first':
    case 'last':
      meet(condition, walk);
      return;
    case 'since':
    case 'age':
    case 'away':
      waitFor(condition, walk);
      return;
    case 'sequence':
      if (isWanted) follow(condition, recipe, random);
      return;
    case 'interest':
      if (isWanted) interest(condition, walk);
      return;
    case 'score':
      earn(condition, walk);
      return;
    case 'rfm':
      if (isWanted && config.rfm) buy(condition, config.rfm, recipe, random);
      return;
    case 'persona':
    case 'expected':
    case 'alive':
      // of who never bought nothing is expected
      if (isWanted || random.next() < 0.5) order(condition, walk);
      return;
    case 'model':
      lean(condition, walk);
      return;
    default:
      condition satisfies never;
  }
}

/** Most of what raises the chance, or most of what lowers it: a sum is reached in many ways. */
function lean({ id, is }: ConditionOf<'model'>, { isWanted, recipe, config, random }: Walk): void {
  const isMore = holds(is, 1) === isWanted;
  for (const term of config.models?.find((one) => one.id === id)?.terms ?? []) {
    const does = random.next() < 0.8 === (term.weight > 0 === isMore);
    const times = random.pick([1, 2, 3, 5, 10]) ?? 1;
    const when =
      'when' in term
        ? term.when
        : ({ ...term.of, is: { $gte: term.of.kind === 'away' ? `${times}d` : times } } as Condition);
    satisfy(when, does, recipe, config, random);
  }
}

function satisfyGroup(
  { kind, of }: ConditionOf<'all' | 'any' | 'none'>,
  { isWanted, recipe, config, random }: Walk,
): void {
  const child = kind === 'none' ? !isWanted : isWanted;
  const needsEach = (kind === 'any') !== isWanted;
  const one = random.pick(of);
  for (const inner of needsEach ? of : one ? [one] : []) satisfy(inner, child, recipe, config, random);
}

function setFact(key: string, is: Predicate, isWanted: boolean, recipe: Recipe, random: Random): void {
  const possible: readonly (Plain | undefined)[] = CONTEXT_VALUES[key] ?? valueCandidates(is);
  const way = WAYS.find((each) => each === key);
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
  } else if (way) {
    const chosen = choose(is, [...possible, undefined], isWanted, random);
    if (typeof chosen === 'string') recipe.arrival[way] = chosen;
    else delete recipe.arrival[way];
  } else {
    const chosen = choose(is, [...possible, 'b', 1280, undefined], isWanted, random);
    if (chosen === undefined) delete recipe.facts[key];
    else recipe.facts[key] = chosen;
  }
}

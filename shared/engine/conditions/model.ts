// How likely a goal is in this visit, as a model has it that `selvedge learn` fitted to all visits. A tag holds this where
// its config asks for one (snippet/build-learned.mjs).
//
// A model is a rule over other conditions, each of which is read as it always is and shares its state with those that are
// equal; what the engine does for that stands in weigh.ts.

import type { Condition, ConditionOf } from '../../schema/condition.ts';
import type { Config } from '../../schema/config.ts';
import { toJson } from '../native.ts';
import { holds } from '../predicate.ts';
import type { CompiledRule, Joined, Program, Rule, Telling, View } from '../view.ts';

type Model = NonNullable<Config['models']>[number];
type Term = Model['terms'][number];
type Bin = Model['report']['bins'][number];

const DAY_MS = 864e5;

/** Any number passes, and of what was pruned any number counts as possible: then the figure is in doubt. */
const ANY = { $gt: -Number.MAX_VALUE, $lt: Number.MAX_VALUE };
/** How sure an interval is: of 100 such, 95 hold. */
const Z = 1.96;

/** The condition that is asked for a term; of a figure, whatever it is: then nothing is needed (explain.ts). */
const conditionOf = (term: Term): Condition =>
  'when' in term
    ? term.when
    : ({
        ...term.of,
        is: term.of.kind === 'away' ? { $gte: '0s' } : ANY,
        isFigure: true,
      } as unknown as Condition);

/** What a term comes to, of the figures that are possible; none where they disagree, NaN where there is nothing. */
function numberOf(term: Term, { is }: Rule, figures: unknown[]): number | undefined {
  const isTest = 'when' in term;
  const [first, ...others] = new Set(isTest ? figures.map((each) => +holds(is, each)) : figures);
  if (!figures.length || others.length) return undefined;
  if (isTest) return Number(first);
  const number = Number(first) / (term.of.kind === 'away' ? DAY_MS : 1);
  return term.as === 'log' ? Math.log1p(Math.max(0, number)) : number;
}

/** @param numbers of the terms, in their order @returns 0 to 1; undefined where one of them is missing */
function chanceOf({ bias, terms }: Pick<Model, 'bias' | 'terms'>, numbers: number[]): number | undefined {
  let sum = bias;
  numbers.forEach((number, i) => {
    sum += (terms[i]?.weight ?? 0) * number;
  });
  const chance = 1 / (1 + Math.exp(-sum));
  return Number.isFinite(chance) ? chance : undefined;
}

/** Of so many visitors that share did it: what it is at least and at most among all who are like them (Wilson). */
export function rangeOf({ actual, visitors }: Bin): [least: number, most: number] {
  const square = Z ** 2 / visitors;
  const middle = actual + square / 2;
  const half = Z * Math.sqrt((actual * (1 - actual)) / visitors + square / (4 * visitors));
  return [(middle - half) / (1 + square), (middle + half) / (1 + square)];
}

/** Of all that are like it, not of this one: a share is said with its count, and what is needed as a count, too. */
function sayChance(
  { goal, report }: Model,
  { is }: ConditionOf<'model'>,
  { goals = [], learned }: Config,
  { n, figure, words, put, say, sayStep }: Telling,
): [sentence: string, need?: string] {
  const { locale, kinds } = words;
  const { event = goal } = goals.find(({ id }) => id === goal) ?? {};
  const e = sayStep({ event }, words);
  const chance = Number(figure);
  // by how many times one is the other: chances lie close together where they are small
  const off = ({ mean }: Bin): number => Math.abs(Math.log(mean / chance));
  const [near] = [...report.bins].sort((a, b) => off(a) - off(b));
  const need = say(
    JSON.parse(toJson(is), (_key, part) => (typeof part === 'number' ? 100 * part : part)),
    words,
  );
  if (!near || !(chance >= 0)) return [put(kinds.model, { e, n }), need];
  const [m, l, h] = [near.actual, ...rangeOf(near)].map((share) => Math.round(100 * share));
  const b =
    learned &&
    put(kinds.showed, {
      n: report.visits.toLocaleString(locale),
      t: new Date(learned.until).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    });
  return [put(kinds.such, { m, l, h, e, b }), need];
}

/** The instants that such edges lead to. */
const follow = (edges: number[], spans: number[] = []): number[] =>
  edges.flatMap((edge) => spans.map((span) => edge + span));

/** The rule over the rules of its terms; its state is theirs, side by side. */
function joinRules(model: Model, rules: Rule[]): Joined {
  const { terms } = model;
  const stateOf = (states: unknown[][], i: number): unknown[] => states[i] ?? [];
  return {
    memory: {
      id: ['joined', rules.map(({ memory }) => memory?.id)],
      on: [undefined],
      fold: (states, event, profile) =>
        rules.map(({ memory }, i) =>
          memory && (memory.on.includes(event.name) || memory.on.includes(undefined))
            ? memory.fold(stateOf(states, i), event, profile)
            : stateOf(states, i),
        ),
    },
    figures(states, view, at) {
      const numbers: number[] = [];
      for (const [i, term] of terms.entries()) {
        const rule = rules[i];
        const number = rule && numberOf(term, rule, rule.figures(stateOf(states, i), view, at));
        if (number === undefined) return [];
        numbers.push(number);
      }
      return [chanceOf(model, numbers)];
    },
    edges(states, view, at) {
      const edgesAt = (when: number, isClock: boolean): number[] =>
        rules.flatMap(({ edges, spans }, i) =>
          isClock && terms[i] && conditionOf(terms[i]).kind !== 'context'
            ? []
            : follow(edges?.(stateOf(states, i), view, when) ?? [], spans),
        );
      const edges = edgesAt(at, false);
      // hours are named for a day ahead: for a day after each other change, too
      return [
        ...edges,
        ...edges.flatMap((edge) => (edge > at && edge < Infinity ? edgesAt(edge, true) : [])),
      ];
    },
    spans: [0],
  };
}

/** Its terms' rules and states at a moment; undefined where a state is not built. @throws RangeError on a term that cannot be read */
function createGather(model: Model, terms: Condition[]) {
  let known: { program?: Program; rules: CompiledRule[]; joined?: Joined } = { rules: [] };
  return ({ program, profile: { nodes } }: View) => {
    if (known.program !== program) {
      const rules = terms.map((term) => {
        const rule = program.read?.(program, term);
        if (!rule) throw new RangeError(`Cannot read a term of the model ${model.id}`);
        return rule;
      });
      known = { program, rules, joined: joinRules(model, rules) };
    }
    const states = known.rules.map(({ key }) => (key ? nodes[key] : []));
    return states.every((state) => state !== undefined) ? { ...known, states } : undefined;
  };
}

/** No state of its own but for that it is built: it is as soon as those of its terms are. */
const BUILT = [[0]];

function model(condition: ConditionOf<'model'>, config: Config): Rule | undefined {
  const { id, is } = condition;
  const found = config.models?.find((one) => one.id === id);
  if (!found) return undefined;
  const terms = found.terms.map(conditionOf);
  const gather = createGather(found, terms);
  return {
    is,
    memory: { id: ['model', terms], on: [undefined], fold: () => BUILT },
    figures(_built, view, at) {
      const { joined, states = [] } = gather(view) ?? {};
      return joined?.figures(states, view, at) ?? [];
    },
    edges(_built, view, at) {
      const { joined, states = [] } = gather(view) ?? {};
      return joined?.edges(states, view, at) ?? [];
    },
    spans: [0],
    says: (_built, _at, telling) => sayChance(found, condition, config, telling),
    terms,
    over: (rules) => joinRules(found, rules),
  };
}

export const modelRules = { model };

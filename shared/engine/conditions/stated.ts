// What a site states of its signed-in buyers (`buyer` in the config names the traits), beside what this device remembers:
// the larger number, the earlier first, the later last. A tag holds it where its config states something that a segment asks
// for (snippet/build-learned.mjs).
//
// Nothing is folded: the rule over what is remembered is asked as ever, and its figure is joined with what is stated when it
// is read. A model weighs only what is remembered, as it was learned from that.

import type { Condition } from '../../schema/condition.ts';
import type { Config } from '../../schema/config.ts';
import { digNumbers, own } from '../dig.ts';
import { isObject, toJson } from '../native.ts';
import type { Rule, View } from '../view.ts';
import { readsBuyer } from './reads-buyer.ts';
import { tidy } from './tidy.ts';

const DAY_MS = 864e5;
/** Two instants as far apart are of two days, wherever either was written down as a day. */
const APART_MS = 1.5 * DAY_MS;
/** So many order days at most are made up of a number. */
const MOST_DAYS = 1000;
/** A day, which begins in UTC, or an instant that names its zone: neither is another where the visitor travels. */
const DATE = /^\d{4}-\d\d-\d\d(T.+(Z|[+-]\d\d:\d\d))?$/;

/** What cannot be read, and a number that is 0 or less, is not stated. Instants in ms since epoch. */
interface Stated {
  orders?: number | undefined;
  spent?: number | undefined;
  first?: number | undefined;
  last?: number | undefined;
}

function readStated({ program: { config }, profile: { traits } }: View): Stated {
  const { orders, spent, first, last } = config.buyer ?? {};
  const read = (name = ''): unknown => own(traits, name);
  const number = (name: string | undefined): number | undefined =>
    digNumbers({ of: read(name) }, 'of').find((each) => each > 0);
  const instant = (name: string | undefined): number | undefined => {
    const text = read(name);
    const at = typeof text === 'string' && DATE.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(at) ? undefined : at;
  };
  return { orders: number(orders), spent: number(spent), first: instant(first), last: instant(last) };
}

/** As learned.ts has it. */
type OrderDay = [at: number, spent: number, day: number];

/** Order days as they would be remembered; those given where nothing more is stated. */
function joinDays(
  days: OrderDay[],
  { orders = 0, spent = 0, first, last }: Stated,
  isOfTime: boolean,
): OrderDay[] {
  const [oldest] = days;
  const newest = days.at(-1);
  const lastAt = Math.max(newest?.[0] ?? -Infinity, last ?? first ?? -Infinity);
  if (lastAt === -Infinity) return days;
  const firstAt = Math.min(oldest?.[0] ?? Infinity, first ?? Infinity, lastAt);
  // several orders on one day are one; since when there were so many, only the first one tells
  const most = first === undefined ? (isOfTime ? 0 : MOST_DAYS) : 1 + Math.ceil((lastAt - firstAt) / DAY_MS);
  const count = Math.max(
    days.length,
    lastAt - firstAt > APART_MS ? 2 : 1,
    Math.min(Math.floor(orders), most, MOST_DAYS),
  );
  let known = 0;
  for (const [, each] of days) known += each;
  known = tidy(known);
  const all = Math.max(known, spent);
  if (count === days.length && all === known && firstAt === oldest?.[0] && lastAt === newest?.[0])
    return days;
  // of a first one that is not remembered nobody says what it was worth
  const worth = oldest && oldest[0] - firstAt <= APART_MS ? oldest[1] : all / count;
  const middle = Array.from({ length: Math.max(0, count - 2) }, (): OrderDay => [lastAt, 0, 0]);
  return count < 2 ? [[lastAt, all, 0]] : [[firstAt, worth, 0], ...middle, [lastAt, all - worth, 0]];
}

type Joined = Pick<Rule, 'figures' | 'edges' | 'stated'>;

/** What was learned of buyers reads order days: these are joined. */
function joinLearned(rule: Rule, { kind }: Condition): Joined {
  const join = (days: unknown[], view: View): OrderDay[] =>
    joinDays(days as OrderDay[], readStated(view), kind !== 'persona');
  /** A day that is still to come is as today. */
  const meet = (days: OrderDay[], at: number): number => Math.max(at, days.at(-1)?.[0] ?? at);
  return {
    figures(days, view, at) {
      const joined = join(days, view);
      return rule.figures(joined, view, meet(joined, at));
    },
    edges: (days, view, at) => rule.edges?.(join(days, view), view, at) ?? [],
    stated(days, view, at) {
      const joined = join(days, view);
      return {
        counts: joined !== days,
        says: (telling) => rule.says?.(joined, meet(joined, at), telling),
      };
    },
  };
}

/** What is stated alone, as far as the rule asks; `ask` reads a figure of entries that are made up. */
type Read = (stated: Stated, at: number, ask: (entries: unknown[]) => unknown) => unknown;

const since: Read = ({ last }, at) => (last === undefined ? last : Math.max(0, at - last));

const rfm: Read = ({ orders = 0, spent, last }, at, ask) => {
  const times = Math.min(Math.floor(orders), MOST_DAYS);
  const cell = (part: string, entries: unknown[]): unknown => own(Object(ask(entries)), part);
  return {
    recency: last === undefined ? last : cell('recency', [[Math.min(last, at), 0, 1]]),
    // so many entries, and so many in each: it counts one or the other
    frequency: cell(
      'frequency',
      Array.from({ length: times }, () => [at, 0, times]),
    ),
    monetary: spent && cell('monetary', [[at, spent, 1]]),
  };
};

const READS: Record<string, Read> = {
  count: ({ orders }) => orders && Math.floor(orders),
  sum: ({ spent }) => spent,
  since,
  rfm,
};

/** The better one of two figures, part by part where they have parts; the same one where nothing is better. */
function better(known: unknown, stated: unknown, kind: string): unknown {
  if (stated === undefined) return known;
  if (isObject(known) && isObject(stated)) {
    const entries = Object.keys(stated).map((part) => [part, better(known[part], stated[part], part)]);
    const all = Object.fromEntries(entries.filter(([, figure]) => figure !== undefined));
    return toJson(all) === toJson(known) ? known : all;
  }
  const more = Number(stated) - Number(known ?? (kind === 'since' ? Infinity : -Infinity));
  return (kind === 'since' ? more < 0 : more > 0) ? stated : known;
}

/** A figure of all purchases is the remembered one or the stated one. */
function joinFigure(rule: Rule, kind: string, read: Read): Joined {
  const join = (entries: unknown[], view: View, at: number): [known: unknown, joined: unknown] => {
    const ask = (made: unknown[]): unknown => rule.figures(made, view, at)[0];
    const known = ask(entries);
    return [known, better(known, read(readStated(view), at, ask), kind)];
  };
  return {
    figures: (entries, view, at) => [join(entries, view, at)[1]],
    edges: (entries, view, at) => [
      ...(rule.edges?.(entries, view, at) ?? []),
      readStated(view).last ?? Infinity,
    ],
    stated(entries, view, at) {
      const [known, joined] = join(entries, view, at);
      return { counts: joined !== known };
    },
  };
}

/** What the first or the last purchase carried nobody knows, where it is another than the one that is remembered. */
function joinProp(rule: Rule, kind: string): Joined {
  const isOther = (entries: unknown[], view: View): boolean => {
    const { orders, first, last } = readStated(view);
    const [at] = (entries.at(kind === 'first' ? 0 : -1) ?? []) as number[];
    if (at === undefined) return orders !== undefined || first !== undefined || last !== undefined;
    return kind === 'first' ? at - (first ?? at) > APART_MS : (last ?? at) - at > APART_MS;
  };
  return {
    figures: (entries, view, at) => (isOther(entries, view) ? [] : rule.figures(entries, view, at)),
    stated: () => ({ counts: false }),
  };
}

/** What a model weighs, as it is or by a test. */
const isWeighed = (condition: Condition, { models }: Config): boolean =>
  'isFigure' in condition ||
  !!models?.some(({ terms }) => terms.some((term) => 'when' in term && term.when === condition));

/** What a rule has otherwise where the site may state its figure. */
export function stateRule(rule: Rule | undefined, condition: Condition, config: Config): Partial<Rule> {
  if (!rule || !config.buyer || !readsBuyer(condition) || isWeighed(condition, config)) return {};
  const { kind } = condition;
  const read = own(READS, kind);
  if (read) return joinFigure(rule, kind, read);
  return kind === 'first' || kind === 'last' ? joinProp(rule, kind) : joinLearned(rule, condition);
}

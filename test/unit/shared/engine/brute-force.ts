// A second, slow evaluator of conditions, written from docs/CONDITIONS.md alone: it looks at the whole ledger
// at one instant, keeps no state, knows no `until`, and shares no code with the engine.
import type { Condition, ConditionOf } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Where } from '../../../../shared/schema/predicate.ts';

export interface Lived {
  name: string;
  at: number;
  props: Record<string, unknown>;
  day?: number;
}
export interface World {
  config: Config;
  /** what the ledger holds */
  ledger: Lived[];
  /** what ever was in it, for visits and the beginning */
  everything: Lived[];
  prunedAt: number | null;
  traits: Record<string, unknown>;
  facts: Record<string, unknown>;
  doubt?: boolean;
}
type Truth = true | false | 'unknown';

const MIN = 60_000;
const unit: Record<string, number> = { s: 1000, m: MIN, h: 60 * MIN, d: 1440 * MIN, w: 7 * 1440 * MIN };
const length = (text: string): number => Number(text.slice(0, -1)) * unit[text.slice(-1)]!;
const round = (x: number): number => Number(x.toPrecision(12));

function at(value: unknown, path: string): unknown {
  const dot = path.indexOf('.');
  const head = dot < 0 ? path : path.slice(0, dot);
  const rest = dot < 0 ? '' : path.slice(dot + 1);
  if (Array.isArray(value) && !/^\d+$/.test(head)) {
    const found = value.flatMap((item) => at(item, path));
    return found.every((item) => item === undefined) ? undefined : found;
  }
  if (value === null || typeof value !== 'object' || !Object.keys(value).includes(head)) return undefined;
  const found = (value as Record<string, unknown>)[head];
  return rest ? at(found, rest) : found;
}
const all = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const list = (value: unknown): unknown[] => all(value).filter((item) => item !== undefined && item !== null);
const told = (value: unknown): unknown[] =>
  list(value).filter((item) => item !== '' && !/^\s+$/.test(String(item)));
const numeric = (value: unknown): number[] =>
  list(value).flatMap((item) => {
    if (typeof item === 'number' && Number.isFinite(item)) return [item];
    if (typeof item === 'string' && item.trim() !== '' && Number.isFinite(Number(item)))
      return [Number(item)];
    return [];
  });

function equal(value: unknown, wanted: unknown): boolean {
  if (wanted === null && (value === undefined || value === null)) return true;
  if (JSON.stringify(value) === JSON.stringify(wanted) && value !== undefined) return true;
  return Array.isArray(value) && value.some((item) => JSON.stringify(item) === JSON.stringify(wanted));
}

export function passes(test: unknown, value: unknown): boolean {
  if (test === null || typeof test !== 'object' || Array.isArray(test)) return equal(value, test);
  const each = all(value);
  for (const [operator, wanted] of Object.entries(test)) {
    const less = (a: unknown, b: unknown) => typeof a === typeof b && (a as number) < (b as number);
    const low = (item: unknown) => (typeof item === 'string' ? item.toLowerCase() : undefined);
    let ok: boolean;
    switch (operator) {
      case '$eq':
        ok = equal(value, wanted);
        break;
      case '$ne':
        ok = !equal(value, wanted);
        break;
      case '$gt':
        ok = each.some((item) => less(wanted, item));
        break;
      case '$gte':
        ok = each.some((item) => less(wanted, item) || item === wanted);
        break;
      case '$lt':
        ok = each.some((item) => less(item, wanted));
        break;
      case '$lte':
        ok = each.some((item) => less(item, wanted) || item === wanted);
        break;
      case '$in':
        ok = all(wanted).some((one) => equal(value, one));
        break;
      case '$nin':
        ok = !all(wanted).some((one) => equal(value, one));
        break;
      case '$exists':
        ok = wanted ? value !== undefined : value === undefined;
        break;
      case '$contains':
        ok = each.some((item) => low(item)?.includes(String(wanted).toLowerCase()));
        break;
      case '$startsWith':
        ok = each.some((item) => low(item)?.startsWith(String(wanted).toLowerCase()));
        break;
      case '$endsWith':
        ok = each.some((item) => low(item)?.endsWith(String(wanted).toLowerCase()));
        break;
      case '$size':
        ok = Array.isArray(value) && passes(wanted, value.length);
        break;
      case '$all':
        ok = all(wanted).length > 0 && all(wanted).every((one) => equal(value, one));
        break;
      case '$elemMatch':
        ok = Array.isArray(value) && value.some((item) => passes(wanted, item));
        break;
      case '$not':
        ok = !passes(wanted, value);
        break;
      case '$and':
        ok = all(wanted).every((one) => passes(one, value));
        break;
      case '$or':
        ok = all(wanted).some((one) => passes(one, value));
        break;
      case '$nor':
        ok = !all(wanted).some((one) => passes(one, value));
        break;
      default:
        if (operator.startsWith('$')) throw new Error(operator);
        ok = passes(wanted, at(value, operator));
    }
    if (!ok) return false;
  }
  return true;
}

const inMs = (test: unknown): unknown =>
  typeof test === 'string'
    ? length(test)
    : Array.isArray(test)
      ? test.map(inMs)
      : test !== null && typeof test === 'object'
        ? Object.fromEntries(Object.entries(test).map(([key, part]) => [key, inMs(part)]))
        : test;

const isSuch = (event: Lived, name: string | undefined, where?: unknown): boolean =>
  (name === undefined || event.name === name) && (where === undefined || passes(where, event.props));

interface VisitSpan {
  start: number;
  end: number;
  number: number;
  away: number | undefined;
  pages: number;
}
export function visitOf(everything: Lived[]): VisitSpan | undefined {
  let visit: VisitSpan | undefined;
  for (const event of everything) {
    if (!visit || event.at - visit.end >= 30 * MIN) {
      visit = {
        start: event.at,
        end: event.at,
        number: (visit?.number ?? 0) + 1,
        away: visit && event.at - visit.end,
        pages: 0,
      };
    }
    visit.end = event.at;
    if (event.name === 'page_view') visit.pages++;
  }
  return visit;
}

const agree = (values: boolean[]): Truth =>
  values.every((value) => value === values[0]) ? values[0]! : 'unknown';

/** The series of the paper itself (Fader, Hardie and Lee 2005), not of its transform; less its first term, which is 1. */
function gaussLess1(a: number, b: number, c: number, z: number): number {
  let [sum, term] = [0, 1];
  for (let n = 0; n < 200_000 && Math.abs(term) > 1e-18; n++) {
    term *= (((a + n) * (b + n)) / (c + n) / (n + 1)) * z;
    sum += term;
  }
  return sum;
}

/** What learned numbers say of the order days that are remembered; each is at its last order. */
function readLearned(c: ConditionOf<'persona' | 'expected' | 'alive'>, world: World, now: number): unknown {
  const { personas, value } = world.config;
  const from = (c.kind === 'persona' ? personas : value)!;
  const bought = world.ledger.filter(({ name }) => name === (from.event ?? 'purchase'));
  const dayOf = (event: Lived) => event.day ?? new Date(event.at).toDateString();
  const days = [...new Map(bought.map((event) => [dayOf(event), event.at])).entries()].sort(
    ([, a], [, b]) => a - b,
  );
  if (days.length === 0) return undefined;
  const worth = (events: Lived[]) =>
    round(
      events.flatMap((event) => numeric(at(event.props, from.value ?? 'value'))).reduce((a, b) => a + b, 0),
    );
  const [first, last] = [days[0]![1], days.at(-1)![1]];
  const DAY = unit.d!;
  if (c.kind === 'persona') {
    const { mean, spread, groups } = personas!;
    const logs = [
      Math.log(1 + (now - last) / DAY),
      Math.log(days.length),
      Math.log(1 + Math.max(0, worth(bought))),
    ];
    const far = groups.map(({ centre }) =>
      centre.reduce((sum, one, d) => sum + ((logs[d]! - mean[d]!) / spread[d]! - one) ** 2, 0),
    );
    return groups[far.indexOf(Math.min(...far))]!.id;
  }
  const [r, alpha, a, b] = value!.purchases;
  const x = days.length - 1;
  const [t, T] = [(last - first) / DAY, (now - first) / DAY];
  const still = x === 0 ? 1 : 1 / (1 + (a / (b + x - 1)) * ((alpha + T) / (alpha + t)) ** (r + x));
  if (c.kind === 'alive') return x === 0 ? undefined : still;
  const ahead = length(c.within) / DAY;
  const z = ahead / (alpha + T + ahead);
  const more = gaussLess1(r + x, b + x, a + b + x - 1, z);
  // 1 - (1 - z) ** (r + x) * (1 + more): written so, after years too few digits of it are left to tell one ms from the next
  const done = -Math.expm1((r + x) * Math.log1p(-z)) * (1 + more) - more;
  const orders = ((a + b + x - 1) / (a - 1)) * done * still;
  if (c.of !== 'value') return orders;
  const [p, q, v] = value!.spend!;
  const later = bought.filter((event) => dayOf(event) !== days[0]![0]);
  const mean =
    x === 0 ? 0 : Math.max(0, round(worth(bought) - worth(bought.filter((e) => !later.includes(e))))) / x;
  return (orders * p * (v + x * mean)) / (p * x + q - 1);
}

/** Any kind that is a figure over events in a window. */
interface Figure {
  kind: string;
  event?: string | undefined;
  where?: Where | undefined;
  of?: string | undefined;
  within?: string | undefined;
  between?: [string, string] | undefined;
  during?: 'visit' | undefined;
  is: unknown;
}

/** What it is on what is remembered, and whether events that are not could make it another. */
function readFigure(c: Omit<Figure, 'is'>, world: World, now: number) {
  const visit = visitOf(world.everything);
  let older = Number.POSITIVE_INFINITY;
  let newer = 0;
  if (c.within) older = length(c.within);
  if (c.between) [older, newer] = [length(c.between[0]), length(c.between[1])];
  const isOver = !visit || now >= visit.end + 30 * MIN;
  const inWindow = (time: number) =>
    c.during ? !isOver && time >= visit!.start : time > now - older && time <= now - newer;
  const such = world.ledger.filter((event) => inWindow(event.at) && isSuch(event, c.event, c.where));
  const numbers = such.flatMap((event) => numeric(at(event.props, c.of ?? '')));
  const dates = such.map((event) => event.day ?? new Date(event.at).toDateString());
  const sum = numbers.reduce((a, b) => a + b, 0);
  const compute: Record<string, () => unknown> = {
    count: () => such.length,
    sum: () => round(sum),
    average: () => (numbers.length ? round(sum / numbers.length) : undefined),
    min: () => (numbers.length ? Math.min(...numbers) : undefined),
    max: () => (numbers.length ? Math.max(...numbers) : undefined),
    distinct: () => new Set(such.flatMap((event) => told(at(event.props, c.of!)))).size,
    days: () => new Set(dates).size,
    first: () => at(such[0]?.props, c.of!),
    last: () => at(such.at(-1)?.props, c.of!),
  };
  const figure = compute[c.kind]!();
  const { prunedAt } = world;
  const lost =
    prunedAt !== null &&
    (c.during
      ? !isOver && visit!.start <= prunedAt
      : older < Number.POSITIVE_INFINITY && prunedAt > now - older);
  return { figure, lost, such };
}

function figureVerdict(c: Figure, world: World, now: number): Truth {
  const { figure, lost, such } = readFigure(c, world, now);
  if (!lost) return passes(c.is, figure);
  // The thresholds in these tests lie on a grid of 0.5 below 40.
  const reach = (step: number) => Array.from({ length: 400 }, (_, i) => Number(figure) + i * step);
  switch (c.kind) {
    case 'count':
    case 'distinct':
    case 'days':
      return agree(reach(1).map((n) => passes(c.is, n)));
    case 'sum':
      return agree(reach(0.25).map((n) => passes(c.is, n)));
    case 'max':
      return figure === undefined ? 'unknown' : agree(reach(0.25).map((n) => passes(c.is, n)));
    case 'min':
      return figure === undefined ? 'unknown' : agree(reach(-0.25).map((n) => passes(c.is, n)));
    case 'last':
      return such.length ? passes(c.is, figure) : 'unknown';
    default:
      return 'unknown';
  }
}

function sequenceVerdict(c: ConditionOf<'sequence'>, world: World, now: number): Truth {
  const { ledger } = world;
  const within = length(c.within);
  const { steps } = c;
  const values = (event: Lived) => told(at(event.props, c.same!)).map((value) => JSON.stringify(value));
  const done = (step: number, from: number, first: number, shared: string[] | null): boolean => {
    for (let i = from; i < ledger.length; i++) {
      const event = ledger[i]!;
      if (!isSuch(event, steps[step]!.event, steps[step]!.where)) continue;
      const still = c.same
        ? step === 0
          ? values(event)
          : shared!.filter((value) => values(event).includes(value))
        : null;
      if (still && !still.length) continue;
      const start = step === 0 ? i : first;
      if (event.at - ledger[start]!.at > within) continue;
      if (step < steps.length - 1) {
        if (done(step + 1, i + 1, start, still)) return true;
        continue;
      }
      if (c.inLast && !(event.at > now - length(c.inLast))) continue;
      if (c.after && event.at + length(c.after) > now) continue;
      const undoing = (one: Lived, value: string | null) =>
        isSuch(one, c.without!.event, c.without!.where) && (value === null || values(one).includes(value));
      const after = ledger.slice(start + 1);
      if (!c.without) return true;
      if ((still ?? [null]).some((value) => !after.some((one) => undoing(one, value)))) return true;
    }
    return false;
  };
  if (done(0, 0, 0, null)) return true;
  const { prunedAt } = world;
  if (prunedAt === null || !c.inLast) return false;
  return now - length(c.inLast) - within <= prunedAt ? 'unknown' : false;
}

function topicsOf(event: Lived, page: string[]): string[] {
  for (const path of ['topics', 'topic', 'item_category', 'items.item_category']) {
    const found = told(at(event.props, path));
    if (found.length) return [...new Set(found as string[])];
  }
  return page;
}

const isGroup = (c: Condition): c is Extract<Condition, { of: Condition[] }> =>
  c.kind === 'all' || c.kind === 'any' || c.kind === 'none';

export function judge(c: Condition, world: World, clock: number): Truth {
  if (isGroup(c)) {
    const parts: Truth[] = c.of.map((part) => judge(part, world, clock));
    if (c.kind === 'all') return parts.includes(false) ? false : parts.includes('unknown') ? 'unknown' : true;
    const some: Truth = parts.includes(true) ? true : parts.includes('unknown') ? 'unknown' : false;
    return c.kind === 'any' || some === 'unknown' ? some : !some;
  }
  if (c.kind === 'segment')
    return judge(world.config.segments.find(({ id }) => id === c.id)!.when, world, clock);
  if (c.kind === 'trait') return passes(c.is, world.traits[c.key]);
  if (c.kind === 'context' && c.key === 'hour') return passes(c.is, new Date(clock).getHours());
  if (c.kind === 'context' && c.key === 'weekday')
    return passes(c.is, ((new Date(clock).getDay() + 6) % 7) + 1);
  if (c.kind === 'context' && !/Number$/.test(c.key)) return passes(c.is, world.facts[c.key]);

  if (world.doubt) return 'unknown';
  const newest = world.everything.at(-1)?.at ?? 0;
  if (newest - clock > 60 * MIN) return 'unknown';
  const now = Math.max(clock, newest);
  const visit = visitOf(world.everything);
  const isDuration = c.kind === 'since' || c.kind === 'age' || c.kind === 'away';
  const wanted = 'is' in c ? c.is : undefined;
  const is = isDuration ? inMs(wanted) : wanted;
  const halved = (from: number, text: string) => 2 ** -((now - from) / length(text));
  switch (c.kind) {
    case 'context':
      return passes(is, c.key === 'visitNumber' ? visit?.number : visit?.pages);
    case 'since': {
      const last = world.ledger.filter((event) => isSuch(event, c.event, c.where)).at(-1);
      return passes(is, last && now - last.at);
    }
    case 'age':
      return passes(is, world.everything.length ? now - world.everything[0]!.at : undefined);
    case 'away':
      return passes(is, visit?.away);
    case 'sequence':
      return sequenceVerdict(c, world, now);
    case 'score': {
      const score = world.ledger
        .filter(({ name }) => c.weights[name] !== undefined)
        .reduce((sum, event) => sum + c.weights[event.name]! * halved(event.at, c.halfLife), 0);
      return passes(is, round(score));
    }
    case 'interest': {
      const weights: Record<string, number> = world.config.interests?.weights ?? {
        page_view: 1,
        view_item: 2,
        add_to_cart: 5,
        purchase: 8,
      };
      const scores: Record<string, number> = {};
      let page: string[] = [];
      for (const event of world.ledger) {
        if (event.name === 'page_view') page = topicsOf(event, []);
        for (const topic of weights[event.name] ? topicsOf(event, page) : [])
          scores[topic] =
            (scores[topic] ?? 0) +
            weights[event.name]! * halved(event.at, world.config.interests?.halfLife ?? '14d');
      }
      const mine = scores[c.topic] ?? 0;
      const total = Object.values(scores).reduce((a, b) => a + b, 0);
      const share = total ? round(mine / total) : 0;
      const rank = mine ? 1 + Object.values(scores).filter((one) => round(one / mine) > 1).length : undefined;
      return (
        (c.share === undefined || passes(c.share, share)) && (c.rank === undefined || passes(c.rank, rank))
      );
    }
    case 'rfm': {
      const edges = world.config.rfm!;
      const bought = world.ledger.filter(({ name }) => name === (edges.event ?? 'purchase'));
      const value = round(
        bought
          .flatMap((event) => numeric(at(event.props, edges.value ?? 'value')))
          .reduce((a, b) => a + b, 0),
      );
      const last = bought.at(-1)?.at;
      const grade = (n: number, by: number[]) =>
        n >= by[3]! ? 5 : n >= by[2]! ? 4 : n >= by[1]! ? 3 : n >= by[0]! ? 2 : 1;
      const gone = last === undefined ? 0 : now - last;
      const recent = edges.recency.findIndex((edge) => gone <= length(edge));
      const cells: { [cell in 'recency' | 'frequency' | 'monetary']?: number } =
        last === undefined
          ? {}
          : {
              recency: recent < 0 ? 1 : 5 - recent,
              frequency: grade(
                edges.per === 'day'
                  ? new Set(bought.map((event) => event.day ?? new Date(event.at).toDateString())).size
                  : bought.length,
                edges.frequency,
              ),
              monetary: grade(value, edges.monetary),
            };
      return (['recency', 'frequency', 'monetary'] as const).every(
        (cell) => c[cell] === undefined || passes(c[cell], cells[cell]),
      );
    }
    case 'persona':
    case 'expected':
    case 'alive':
      return passes(c.kind === 'persona' ? c.id : is, readLearned(c, world, now));
    case 'model':
      return modelVerdict(c, world, now);
    default:
      return figureVerdict(c, world, now);
  }
}

/** In doubt where one term is; missing where one term is. */
function modelVerdict(c: ConditionOf<'model'>, world: World, now: number): Truth {
  const { bias, terms } = world.config.models!.find(({ id }) => id === c.id)!;
  const numbers = terms.map((term): number | undefined | 'unknown' => {
    if ('when' in term) {
      const truth = judge(term.when, world, now);
      return truth === 'unknown' ? truth : Number(truth);
    }
    const { of, as } = term;
    const away = visitOf(world.everything)?.away;
    const { figure, lost } =
      of.kind === 'away'
        ? { figure: away === undefined ? away : away / unit.d!, lost: false }
        : readFigure(of, world, now);
    if (lost) return 'unknown';
    if (figure === undefined) return undefined;
    return as === 'log' ? Math.log(1 + Math.max(0, Number(figure))) : Number(figure);
  });
  if (numbers.includes('unknown')) return 'unknown';
  if (numbers.includes(undefined)) return passes(c.is, undefined);
  const sum = terms.reduce((all, { weight }, i) => all + weight * Number(numbers[i]), bias);
  return passes(c.is, 1 / (1 + Math.exp(-sum)));
}

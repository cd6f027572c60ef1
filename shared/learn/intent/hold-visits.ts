// What a device would hold at each page view of each visit before the goal, and whether the goal came: the export folded
// event by event by the product's own engine, as long as the config remembers.
// test/unit/shared/learn/intent/hold-visits.test.ts holds it against a device's life.

import { compile, ruleOf } from '../../engine/compile.ts';
import type { VisitorEvent } from '../../engine/event.ts';
import { fold, rebuild } from '../../engine/fold.ts';
import { holds } from '../../engine/predicate.ts';
import { createProfile, type Profile, VISIT_GAP_MS } from '../../engine/profile.ts';
import type { Program } from '../../engine/view.ts';
import type { Config, Goal } from '../../schema/config.ts';
import type { Events } from '../events.ts';
import type { Table } from './fit-logistic.ts';
import { createRowStore } from './row-store.ts';
import { conditionOf, type Term } from './term.ts';

/** One row for each page view that was looked at. */
export interface Moments {
  table: Table;
  /** whose each row is */
  visitor: Int32Array;
  /** ms; when the visit of each row began */
  startAt: Float64Array;
  /** 1 where a visit's first row stands */
  first: Uint8Array;
  /** of all visits, with rows or without */
  visits: number;
  /** visits with the goal, and those of them with no page view before that of the goal */
  goals: number;
  unseen: number;
  /** visits that the export shows beginning */
  begun: number;
  /** more than a browser keeps: left out */
  robots: number;
}

export interface HoldOptions {
  config: Config;
  goal: Goal;
  terms: readonly Term[];
  retentionMs: number;
  /** visitors that are looked at; without it all are */
  chosen?: ReadonlySet<number> | undefined;
  /** called now and then, with how many visitors are done */
  tell?: ((visitors: number) => void) | undefined;
}

/** A browser keeps no more events of one visitor (snippet/remember/find-outdated.ts). */
const MOST_EVENTS = 10_000;
/** What is remembered of a page view at once comes no later after it (ms). */
const AT_ONCE_MS = 1000;
const TOLD_EVERY = 1000;

/** A config whose segments are the terms: it remembers what they need, and no more. */
const programOf = ({ config, terms }: HoldOptions): Program =>
  compile({
    ...config,
    segments: terms.map((term, i) => ({ id: `${i}`, name: '', when: conditionOf(term) })),
    experiences: [],
  });

/** What a term is worth, of the figures possible for it; NaN where it is in doubt. */
function numberOf(term: Term, is: Parameters<typeof holds>[0], figures: readonly unknown[]): number {
  if ('when' in term) {
    const first = holds(is, figures[0]);
    return figures.length > 0 && figures.every((one) => holds(is, one) === first) ? +first : Number.NaN;
  }
  const number = Number(figures[0]);
  return term.as === 'log' && Number.isFinite(number) ? Math.log1p(Math.max(0, number)) : number;
}

/** Says what the terms are worth at an instant; nothing where one of them is in doubt. The row is used again. */
function createReader(program: Program, terms: readonly Term[]) {
  const rules = [...program.segments.values()].map((condition) => ruleOf(program, condition));
  const row = new Float64Array(terms.length);
  return (profile: Profile, at: number): Float64Array | undefined => {
    const view = { program, profile, facts: {}, now: at };
    for (const [j, term] of terms.entries()) {
      const rule = rules[j];
      if (!rule) return undefined;
      const figures = rule.figures(rule.key ? (profile.nodes[rule.key] ?? []) : [], view, at);
      const number = numberOf(term, rule.is, figures);
      if (!Number.isFinite(number)) return undefined;
      row[j] = number;
    }
    return row;
  };
}

/** One visitor's memory as the events come, with what it lets go of. */
function createMemory(program: Program, retentionMs: number) {
  const profile = createProfile(program);
  const ledger: VisitorEvent[] = [];
  let oldest = 0;
  return {
    profile,
    /** Whether the event is stored: a purchase that is known already is not. */
    take(event: VisitorEvent): boolean {
      const number = event.name === 'purchase' ? `${event.props.transaction_id ?? ''}`.trim() : '';
      if (number && profile.transactions.includes(number)) return false;
      ledger.push(event);
      fold(program, profile, event);
      return true;
    },
    /** As remember/repair.ts does once a page has been shown: what is too old goes, and the rest is read anew. */
    prune(now: number): void {
      const before = oldest;
      while (oldest < ledger.length && (ledger[oldest]?.at ?? now) < now - retentionMs) oldest++;
      if (oldest === before) return;
      const fresh = rebuild(program, profile, [...program.nodes.keys()]);
      for (let i = oldest; i < ledger.length; i++) fresh.fold(ledger[i] as VisitorEvent);
      fresh.done();
      profile.prunedAt = ledger[oldest - 1]?.at ?? null;
    },
  };
}

/** What is remembered together with a page view, and so counts in what is decided first on it. */
const atOnceOf = ({ capture = [] }: Config): Set<string> =>
  new Set([
    'search',
    'page_not_found',
    ...capture.flatMap((one) => (one.kind === 'page' ? [one.event] : [])),
  ]);

export function holdVisits(events: Events, options: HoldOptions): Moments {
  const { terms, goal, retentionMs, chosen, tell } = options;
  const program = programOf(options);
  const read = createReader(program, terms);
  const atOnce = atOnceOf(options.config);
  const isGoal = ({ name, props }: VisitorEvent) => name === goal.event && holds(goal.where, props);
  const rows = createRowStore(terms.length);
  const did: number[] = [];
  const visitor: number[] = [];
  const startAt: number[] = [];
  const first: number[] = [];
  const counted = { visits: 0, goals: 0, unseen: 0, begun: 0, robots: 0 };

  /** A visit's rows are whole: what came of it is written beside each. */
  function close(of: number, began: number, hasGoal: boolean): void {
    const from = did.length;
    counted.goals += +hasGoal;
    counted.unseen += +(hasGoal && rows.count === from);
    for (let i = from; i < rows.count; i++) {
      did.push(+hasGoal);
      visitor.push(of);
      startAt.push(began);
      first.push(+(i === from));
    }
  }

  function walk(of: number, from: number, to: number): void {
    const memory = createMemory(program, retentionMs);
    const { profile } = memory;
    let [visit, pageAt, began] = [0, -Infinity, 0];
    /** how many rows there are of the pages before this one */
    let before = rows.count;
    let [isOver, isBegun, isDue] = [true, false, false];
    const end = (): void => {
      if (!isOver) close(of, began, false);
    };
    for (let i = from; i < to; i++) {
      const event = events.at(i);
      if (!memory.take(event)) continue;
      if (profile.visit && profile.visit.number !== visit) {
        end();
        [visit, began, before] = [profile.visit.number, profile.visit.startAt, rows.count];
        [isOver, isBegun, isDue] = [false, false, false];
        counted.visits++;
      }
      if (event.name === 'visit_start' && !isBegun) {
        isBegun = true;
        counted.begun++;
      }
      if (isOver) continue;
      if (event.name === 'page_view') {
        before = rows.count;
        pageAt = event.at;
        isDue = true;
      }
      if (isGoal(event)) {
        // what is on the goal's own page happens with it, not before it
        rows.cut(before);
        close(of, began, true);
        isOver = true;
        continue;
      }
      const next = i + 1 < to ? events.at(i + 1) : undefined;
      const isMore = next && atOnce.has(next.name) && next.at - pageAt < AT_ONCE_MS;
      if (!isDue || isMore) continue;
      isDue = false;
      memory.prune(event.at);
      const row = read(profile, event.at);
      if (row) rows.add(row);
    }
    // of a visit that still runs nobody knows how it ends
    if (profile.newestAt + VISIT_GAP_MS <= events.newestAt) end();
    rows.cut(did.length);
  }

  let done = 0;
  for (let from = 0; from < events.count; ) {
    const of = events.visitor[from] ?? 0;
    let to = from;
    while (to < events.count && events.visitor[to] === of) to++;
    if (to - from > MOST_EVENTS) counted.robots++;
    else if (!chosen || chosen.has(of)) walk(of, from, to);
    from = to;
    if (++done % TOLD_EVERY === 0) tell?.(done);
  }
  return {
    table: { width: terms.length, cells: rows.settle(), did: Uint8Array.from(did) },
    visitor: Int32Array.from(visitor),
    startAt: Float64Array.from(startAt),
    first: Uint8Array.from(first),
    ...counted,
  };
}

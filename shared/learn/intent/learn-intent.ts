// How likely a goal is in the visit that is going on: learned from the first visits of an export, held against the last,
// and refused where so many of a hundred did not come as were stated.

import { ms } from '../../grammar/duration.ts';
import type { Config, Goal } from '../../schema/config.ts';
import type { Model, Term as Weighed } from '../../schema/model.ts';
import { DAY_MS, writeDay } from '../day.ts';
import { createEvents, type EventStore, type Events } from '../events.ts';
import { type Learned, RETENTION } from '../parts.ts';
import { createRandom } from '../random.ts';
import { createVisitReader, type VisitOptions, type VisitReader } from '../read-visits.ts';
import { roundFigure } from '../round.ts';
import { chooseTerms } from './choose-terms.ts';
import { findTerms, propsOf } from './find-terms.ts';
import { fitLogistic, type Logit } from './fit-logistic.ts';
import { type HoldOptions, holdVisits, type Moments } from './hold-visits.ts';
import { type IntentFault, sayIntentFault } from './intent-fault.ts';
import { findFaults, findMissing, findReasons, type IntentReport, judge, NOTHING } from './judge-intent.ts';
import { countVisits, drawVisitors, pickRows, rowsWhere, splitVisits } from './split-visits.ts';
import type { Term } from './term.ts';

/** Rows that terms are chosen by, and that weights are fitted to: more say the same. */
const CHOOSING_ROWS = 60_000;
const FITTING_ROWS = 400_000;

export type Intent = Learned<Model, IntentReport>;

/** How far it is: of so many visitors so many were gone through. */
export interface Working {
  /** visits are counted, terms are chosen, weights are fitted */
  doing: 'counting' | 'choosing' | 'fitting';
  done: number;
  of: number;
}

export interface IntentOptions {
  config?: Config | undefined;
  /** the goal's id; without it the config's first */
  goal?: string | undefined;
  until?: string | undefined;
  days?: number | undefined;
  /** what clocks on walls showed at an instant, whose days count; without it UTC's do */
  toWall?: ((instant: number) => number) | undefined;
  seed: number;
  tell?: ((working: Working) => void) | undefined;
}

function refuse(faults: IntentFault[], report: Partial<IntentReport> = {}): Intent {
  return { status: 'refused', why: faults.map(sayIntentFault), report: { ...NOTHING, ...report, faults } };
}

const write = (terms: readonly Term[], { weights }: Logit): Weighed[] =>
  terms.map((term, j) => ({ ...term, weight: roundFigure(weights[j] ?? 0) }));

/** @param id without it the first of the config */
export function findGoal(config: Config | undefined, id: string | undefined): Goal | undefined {
  return config?.goals?.find((goal) => id === undefined || goal.id === id);
}

/**
 * Where the events of an export go that a goal is learned from: nothing is kept where the config names none.
 *
 * @param id of the goal
 */
export function openVisits(
  config: Config | undefined,
  id: string | undefined,
  options: Omit<VisitOptions, 'config'>,
): { store: EventStore; reader?: VisitReader } {
  const goal = findGoal(config, id);
  if (!config || !goal) return { store: createEvents(new Set()) };
  const store = createEvents(propsOf(findTerms(config, goal), goal));
  return { store, reader: createVisitReader(store, { ...options, config }) };
}

export function learnIntent(events: Events, options: IntentOptions): Intent {
  const { config, seed, tell, toWall } = options;
  const goal = findGoal(config, options.goal);
  if (!config || !goal) return refuse([{ kind: 'no goal' }]);
  if (events.count === 0) return refuse([{ kind: 'no visits' }], { goal: goal.id });
  const hold = (doing: Working['doing'], terms: readonly Term[], chosen?: ReadonlySet<number>): Moments => {
    const told = (done: number) => tell?.({ doing, done, of: events.visitors });
    const retentionMs = ms(config.privacy?.retention ?? RETENTION);
    const asked: HoldOptions = { config, goal, terms, retentionMs, chosen, tell: told };
    const moments = holdVisits(events, asked);
    // what follows compares days alone
    return toWall ? { ...moments, startAt: moments.startAt.map((at) => toWall(at)) } : moments;
  };
  // visits alone: how many there are, and when
  const all = hold('counting', []);
  if (all.startAt.length === 0) return refuse([{ kind: 'no pages' }], { goal: goal.id });
  const split = splitVisits(all, options);
  const isTrain = (at: number) => at < split.cut;
  // the last moment before the test
  const training = { until: writeDay(Math.floor((split.cut - 1) / DAY_MS)), ...countVisits(all, isTrain) };
  const report: IntentReport = {
    ...NOTHING,
    goal: goal.id,
    ...countVisits(all, () => true),
    training,
  };
  const missing = [...findFaults(all), ...findMissing(training)];
  if (missing.length > 0) return refuse(missing, report);

  const possible = findTerms(config, goal);
  const choosing = hold('choosing', possible, drawVisitors(all, CHOOSING_ROWS, seed));
  const { table, visitor } = pickRows(choosing, rowsWhere(choosing, isTrain));
  const { columns, lambda, usable, leaks } = chooseTerms(table, visitor, createRandom(seed));
  const learned = { ...report, usable, lambda };
  const termAt = (column: number): Term[] => possible.slice(column, column + 1);
  if (leaks.length > 0)
    return refuse(
      leaks.flatMap(termAt).map((term) => ({ kind: 'leak', term })),
      learned,
    );
  const terms = columns.flatMap(termAt);
  if (terms.length === 0) return refuse([{ kind: 'no terms' }], learned);
  const held = hold('fitting', terms, drawVisitors(all, FITTING_ROWS, seed));
  const test = judge(held, fitLogistic(held.table, rowsWhere(held, isTrain), lambda), split, seed);
  const why = findReasons(test);
  if (!test || why.length > 0) return refuse(why, { ...learned, test });
  const isAll = options.until === undefined;
  const logit = fitLogistic(
    held.table,
    rowsWhere(held, (at) => isAll || isTrain(at)),
    lambda,
  );
  const { from: _from, until: _until, visitors: _visitors, rows: _rows, ...tested } = test;
  return {
    status: 'learned',
    value: {
      id: goal.id,
      name: goal.name,
      goal: goal.id,
      bias: roundFigure(logit.bias),
      terms: write(terms, logit),
      report: tested,
    },
    report: { ...learned, test },
  };
}

// What a config plans to measure: each experience's arms with their shares, its groups, level and goals. Without a
// config it is found in what was counted, as far as that says it.

import { armOfVariant, HOLDOUT, ON, readVariant } from '../engine/arms.ts';
import { EPSILON } from '../engine/epsilon.ts';
import { groupsOf } from '../engine/groups-of.ts';
import { EVERYTHING } from '../engine/held-out.ts';
import type { CountRow } from './count-row.ts';
import { groupBy } from './group-by.ts';
import type { Level } from './level.ts';

/** Of a config only what is read here; `Config` of the schema fits. */
export interface MeasuredConfig {
  site: string;
  revision: number;
  goals?: { id: string; name: string; value?: string | undefined; cap?: number | undefined }[] | undefined;
  measure?:
    | {
        ping?:
          | { url?: string | undefined; level?: Level | undefined; epsilon?: number | undefined }
          | undefined;
        goals?: string[] | undefined;
        holdout?: number | undefined;
        round?: number | undefined;
      }
    | undefined;
  experiences: {
    id: string;
    name: string;
    holdout?: number | undefined;
    goal?: string | null | undefined;
    round?: number | undefined;
    variants: { id: string; segment: string; weight?: number | undefined }[];
  }[];
}

export interface PlannedGoal {
  goal: string;
  name?: string;
  isMain: boolean;
  hasValue: boolean;
}

export interface PlannedExperience {
  id: string;
  name?: string;
  round: number;
  level: Level;
  epsilon?: number;
  /** shares that somebody gets, all together 1; null: what was counted is the plan */
  arms: { arm: string; share: number | null }[];
  /** how many neighbourhoods of variants for one segment there are, and which of them is split; from 1 */
  groups: number;
  splitGroup: number | null;
  goals: PlannedGoal[];
}

/** Visitors are placed in steps of this (place.ts): what is smaller nobody gets. */
export const LEAST_SHARE = 2 ** -32;

type Variants = MeasuredConfig['experiences'][number]['variants'];

function armsOf(holdout: number, split: Variants | undefined): { arm: string; share: number }[] {
  const rest = 1 - holdout;
  const all = split?.reduce((sum, { weight = 1 }) => sum + weight, 0) ?? 0;
  const others =
    split && all > 0
      ? split.map(({ id, weight = 1 }) => ({ arm: armOfVariant(id), share: rest * (weight / all) }))
      : [{ arm: ON, share: rest }];
  return [{ arm: HOLDOUT, share: holdout }, ...others].filter(({ share }) => share >= LEAST_SHARE);
}

export function planOf(config: MeasuredConfig): PlannedExperience[] {
  const { ping, goals: also = [], holdout, round = 1 } = config.measure ?? {};
  const level = ping?.level ?? 'coin';
  const epsilon = level === 'private' ? { epsilon: ping?.epsilon ?? EPSILON } : {};
  function goalsOf(main: string | undefined, others: string[]): PlannedGoal[] {
    const ids = [...new Set([...(main === undefined ? [] : [main]), ...others])];
    return ids.flatMap((id) => {
      const goal = config.goals?.find((one) => one.id === id);
      const hasValue = goal?.value !== undefined && goal.cap !== undefined;
      return goal ? [{ goal: id, name: goal.name, isMain: id === main, hasValue }] : [];
    });
  }
  const experiences = config.experiences.map(({ id, name, holdout = 0, goal, round = 1, variants }) => {
    const groups = groupsOf(variants);
    const at = groups.findIndex((group) => group.length > 1);
    return {
      id,
      name,
      round,
      level,
      ...epsilon,
      arms: armsOf(holdout, groups[at]),
      groups: groups.length,
      splitGroup: at < 0 ? null : at + 1,
      goals: goalsOf(goal ?? undefined, also),
    };
  });
  if (!holdout) return experiences;
  const goals = [...also, ...config.experiences.flatMap(({ goal }) => goal ?? [])];
  const everything: PlannedExperience = {
    id: EVERYTHING,
    name: 'All of it',
    round,
    // nobody is in it or not: all visitors are compared
    level: 'coin',
    arms: armsOf(holdout, undefined),
    groups: 1,
    splitGroup: null,
    goals: goalsOf(goals[0], goals),
  };
  return [everything, ...experiences];
}

const inOrder = (texts: Iterable<string>): string[] => [...new Set(texts)].sort();

/** An experience's round in one text, as a key. */
export const roundOf = ({ e, o }: Pick<CountRow, 'e' | 'o'>): string => `${e}\0${o}`;

/** The holdout first, as the base; which goal is the main one no log says: all are. */
export function planOfRows(rows: readonly CountRow[]): PlannedExperience[] {
  const rounds = groupBy(rows, roundOf);
  const plans = [...rounds.values()].flatMap((own): PlannedExperience[] => {
    const [first] = own;
    if (!first) return [];
    const arms = inOrder(own.map(({ a }) => a));
    const isHoldout = (arm: string) => arm === HOLDOUT;
    const goals = inOrder(own.map(({ g }) => g).filter(Boolean));
    return [
      {
        id: first.e,
        round: first.o,
        level: 'coin',
        arms: [...arms.filter(isHoldout), ...arms.filter((arm) => !isHoldout(arm))].map((arm) => ({
          arm,
          share: null,
        })),
        groups: 1,
        splitGroup: arms.some(readVariant) ? 1 : null,
        goals: goals.map((goal) => ({
          goal,
          isMain: true,
          hasValue: own.some(({ g, squares }) => g === goal && squares > 0),
        })),
      },
    ];
  });
  return plans.sort((one, other) =>
    one.id < other.id ? -1 : one.id > other.id ? 1 : one.round - other.round,
  );
}

/** Pings that the plan has no place for are of experiences, rounds, arms and goals of another time. */
export function judgePlanned(plans: readonly PlannedExperience[]): (row: CountRow) => boolean {
  // a log may name more experiences than can be looked through for each row
  const byRound = new Map(plans.map((plan) => [roundOf({ e: plan.id, o: plan.round }), plan]));
  return (row) => {
    const plan = byRound.get(roundOf(row));
    if (!plan?.arms.some(({ arm }) => arm === row.a)) return false;
    if (!row.g) return true;
    if (!plan.goals.some(({ goal }) => goal === row.g)) return false;
    // of those shown nobody can tell without it; of all visitors it says nothing more
    return plan.level === 'coin' || (row.s !== '' && Number(row.s) <= plan.groups);
  };
}

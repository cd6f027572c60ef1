// Counting switched on and off in the draft, and what is asked for before it says anything. Pure: edits in place, for immer.

import { groupsOf } from '../../../shared/engine/groups-of.ts';
import type { Config, Goal } from '../../../shared/schema/config.ts';
import type { Experience } from '../../../shared/schema/experience.ts';

/** What they are worth has no end: a config that counts it is refused. */
export const findEndless = ({ goals = [] }: Config): Goal[] =>
  goals.filter(({ value, cap }) => value !== undefined && cap === undefined);

/**
 * In the access log of the site, at the level that says nothing of a visitor unless the config has one. Of a goal whose worth
 * has no end is counted how many reach it.
 */
export function switchCountingOn(config: Config): void {
  config.measure = { ...config.measure, ping: config.measure?.ping ?? {} };
  for (const goal of findEndless(config)) delete goal.value;
}

export function switchCountingOff(config: Config): void {
  if (!config.measure) return;
  delete config.measure.ping;
  if (Object.keys(config.measure).length === 0) delete config.measure;
}

export interface Measured {
  /** counts a goal, and some visitors do not get it */
  ready: Experience[];
  /** nobody has said what should happen more */
  aimless: Experience[];
  /** everybody gets the same, so there is nothing to compare with */
  alone: Experience[];
}

/** Of what visitors get. Where there is nothing to count on purpose, nothing is missing. */
export function findMeasured({ experiences }: Config): Measured {
  const live = experiences.filter(({ status, goal }) => status === 'live' && goal !== null);
  const isCompared = ({ holdout = 0, variants }: Experience) =>
    holdout > 0 || groupsOf(variants).some((group) => group.length > 1);
  const aimed = live.filter(({ goal }) => goal !== undefined);
  return {
    ready: aimed.filter(isCompared),
    aimless: live.filter(({ goal }) => goal === undefined),
    alone: aimed.filter((one) => !isCompared(one)),
  };
}

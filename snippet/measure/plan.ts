// What a config says is to be counted.

import { BUDGET, EPSILON } from '../../shared/engine/epsilon.ts';
import { EVERYTHING } from '../../shared/engine/held-out.ts';
import { ms } from '../../shared/grammar/duration.ts';
import type { Config, Goal } from '../../shared/schema/config.ts';
import type { Experience } from '../../shared/schema/experience.ts';
import type { Ping } from '../../shared/schema/measure.ts';

export interface Planned {
  /** What is counted; all of the site's together where some visitors get the original everywhere. */
  experience: Pick<Experience, 'id' | 'schedule' | 'holdout' | 'variants'>;
  /** What the lines of this round of it say first: which one it is. */
  begin: string;
  goals: Goal[];
  /** ε that is set aside for a visitor who is counted: one answer for each goal */
  cost: number;
}

type Said = { [key in 'url' | 'level' | 'epsilon' | 'budget']: NonNullable<Ping[key]> };

export interface Plan extends Said {
  windowMs: number;
  /** So long lines are kept that were sent in rounds that have ended. */
  retentionMs: number;
  experiences: Planned[];
  /** All of them together, against a holdout from everything; one of them too. */
  everything: Planned | undefined;
}

/** @returns undefined where nothing is to be counted */
export function planOf({ measure, goals = [], experiences, privacy }: Config): Plan | undefined {
  const { ping, goals: others = [], holdout, round } = measure ?? {};
  if (!ping) return undefined;
  const otherwise: Said = { url: '/selvedge-ping', level: 'coin', epsilon: EPSILON, budget: BUDGET };
  const how = Object.assign(otherwise, ping);
  const beginOf = (id: string, round = 1) => `&e=${encodeURIComponent(id)}&o=${round}&`;
  const goalsOf = (...own: unknown[]) => goals.filter(({ id }) => own.includes(id) || others.includes(id));
  const planned = experiences.map((experience): Planned => {
    const { id, goal, round } = experience;
    const own = goalsOf(goal);
    const cost = how.level === 'private' ? how.epsilon * own.length : 0;
    return { experience, begin: beginOf(id, round), goals: own, cost };
  });
  const everything: Planned | undefined = holdout
    ? {
        experience: { id: EVERYTHING, holdout, variants: [] },
        begin: beginOf(EVERYTHING, round),
        goals: goalsOf(...experiences.map(({ goal }) => goal)),
        // nobody is in it or not, so there is nothing to tell
        cost: 0,
      }
    : undefined;
  return {
    ...how,
    windowMs: ms(how.window, 12096e5),
    retentionMs: ms(privacy?.retention, 15552e6),
    experiences: everything ? [everything, ...planned] : planned,
    everything,
  };
}

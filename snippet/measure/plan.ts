// What a config says is to be counted.

import { BUDGET, EPSILON } from '../../shared/engine/epsilon.ts';
import { EVERYTHING } from '../../shared/engine/held-out.ts';
import { ms } from '../../shared/grammar/duration.ts';
import type { Config, Goal } from '../../shared/schema/config.ts';
import type { Experience } from '../../shared/schema/experience.ts';

export interface Planned {
  /** What is counted; all of the site's together where some visitors get the original everywhere. */
  experience: Pick<Experience, 'id' | 'schedule' | 'holdout' | 'variants'>;
  round: number;
  goals: Goal[];
  /** ε that is set aside for a visitor who is counted: one answer for each goal */
  cost: number;
}

export interface Plan {
  /** Where the lines are asked for. */
  url: string;
  level: 'coin' | 'private' | 'exact';
  epsilon: number;
  budget: number;
  windowMs: number;
  /** So long lines are kept that were sent in rounds that have ended. */
  retentionMs: number;
  experiences: Planned[];
  /** All of them together, against a holdout from everything; one of them too. */
  everything?: Planned;
}

/** @returns undefined where nothing is to be counted */
export function planOf({ measure, goals = [], experiences, privacy }: Config): Plan | undefined {
  const { ping, goals: others = [], holdout, round = 1 } = measure ?? {};
  if (!ping) return undefined;
  const { url = '/selvedge-ping', level = 'coin', epsilon = EPSILON, budget = BUDGET, window } = ping;
  const goalsOf = (...own: unknown[]) => goals.filter(({ id }) => own.includes(id) || others.includes(id));
  const planned = experiences.map((experience): Planned => {
    const { goal, round = 1 } = experience;
    const own = goalsOf(goal);
    return { experience, round, goals: own, cost: level === 'private' ? epsilon * own.length : 0 };
  });
  const everything: Planned | undefined = holdout
    ? {
        experience: { id: EVERYTHING, holdout, variants: [] },
        round,
        goals: goalsOf(...experiences.map(({ goal }) => goal)),
        // nobody is in it or not, so there is nothing to tell
        cost: 0,
      }
    : undefined;
  return {
    url,
    level,
    epsilon,
    budget,
    windowMs: ms(window, 12096e5),
    retentionMs: ms(privacy?.retention, 15552e6),
    experiences: everything ? [everything, ...planned] : planned,
    ...(everything && { everything }),
  };
}

// What a config says is to be counted.

import { ms } from '../../shared/grammar/duration.ts';
import type { Config, Goal } from '../../shared/schema/config.ts';
import type { Experience } from '../../shared/schema/experience.ts';

export interface Planned {
  experience: Experience;
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
}

/** @returns undefined where nothing is to be counted */
export function planOf({ measure, goals = [], experiences, privacy }: Config): Plan | undefined {
  const { ping, goals: others = [] } = measure ?? {};
  if (!ping) return undefined;
  const { url = '/selvedge-ping', level = 'coin', epsilon = 2, budget = 8, window } = ping;
  return {
    url,
    level,
    epsilon,
    budget,
    windowMs: ms(window, 12096e5),
    retentionMs: ms(privacy?.retention, 15552e6),
    experiences: experiences.map((experience) => {
      const { goal, round = 1 } = experience;
      const own = goals.filter(({ id }) => id === goal || others.includes(id));
      return { experience, round, goals: own, cost: level === 'private' ? epsilon * own.length : 0 };
    }),
  };
}

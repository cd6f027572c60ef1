// Where a goal is used, and what goes with it when it is removed.

import type { Config, Segment } from '../../../shared/schema/config.ts';
import type { Experience } from '../../../shared/schema/experience.ts';
import { isRecord } from '../../wire/is-record.ts';
import { chooseGoal } from './choose-goal.ts';

/** Whether something in it is about the event "goal" of this one. */
function asks(part: unknown, id: string): boolean {
  if (Array.isArray(part)) return part.some((one) => asks(one, id));
  if (!isRecord(part)) return false;
  if (part.event === 'goal' && holds(part.where, id)) return true;
  return Object.values(part).some((one) => asks(one, id));
}

/** Whether this word stands in it, as a value or a key. */
const holds = (part: unknown, word: string): boolean =>
  (JSON.stringify(part) ?? '').includes(JSON.stringify(word));

export interface Uses {
  /** that are measured by it */
  experiences: Experience[];
  /** that ask about it */
  segments: Segment[];
}

export const findUses = ({ experiences, segments }: Config, id: string): Uses => ({
  experiences: experiences.filter(({ goal }) => goal === id),
  segments: segments.filter(({ when }) => asks(when, id)),
});

/**
 * Edits the config in place, as immer has it: what was measured by it is not said any more, and what recorded its event goes
 * too, where nothing else in the config speaks of that event.
 */
export function removeGoal(config: Config, id: string): void {
  const goal = config.goals?.find((one) => one.id === id);
  if (!goal) return;
  for (const experience of config.experiences) if (experience.goal === id) chooseGoal(experience, undefined);
  const { capture, goals = [], ...rest } = config;
  const left = goals.filter((one) => one !== goal);
  if (left.length) config.goals = left;
  else delete config.goals;
  if (holds(rest, goal.event) || holds(left, goal.event)) return;
  const kept = (capture ?? []).filter(({ event }) => event !== goal.event);
  if (kept.length) config.capture = kept;
  else delete config.capture;
}

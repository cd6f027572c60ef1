// Where a config names its segments, goals, questions and experiences by their ids.

import type { Config } from '../../../shared/schema/config.ts';
import { walk } from '../../../shared/schema/parts.ts';
import { isRecord } from '../../wire/is-record.ts';

export type Listed = 'segments' | 'goals' | 'questions' | 'experiences';

/** Writes only what differs: a config that is only looked at may be frozen. */
function replace<T, K extends keyof T>(from: T, key: K, value: T[K]): void {
  if (from[key] !== value) from[key] = value;
}

/**
 * Goes through all of them.
 *
 * @param put answers the id that should stand there: another one is written into the config
 */
export function eachReference(config: Config, put: (list: Listed, id: string) => string): void {
  for (const { when } of config.segments)
    for (const { value } of walk(when, [])) {
      if (value.kind === 'segment') replace(value, 'id', put('segments', value.id));
      const where: unknown = 'where' in value ? value.where : undefined;
      if (!('event' in value) || !isRecord(where)) continue;
      if (value.event !== 'exposure' && value.event !== 'goal') continue;
      if (typeof where.experience === 'string')
        replace(where, 'experience', put('experiences', where.experience));
      if (typeof where.goal === 'string') replace(where, 'goal', put('goals', where.goal));
    }
  for (const experience of config.experiences) {
    if (typeof experience.goal === 'string') replace(experience, 'goal', put('goals', experience.goal));
    for (const variant of experience.variants) {
      if (variant.segment !== 'everyone') replace(variant, 'segment', put('segments', variant.segment));
      for (const change of variant.changes)
        if (change.kind === 'ask') replace(change, 'question', put('questions', change.question));
    }
  }
  const counted = config.measure?.goals;
  counted?.forEach((id, at) => {
    replace(counted, at, put('goals', id));
  });
}

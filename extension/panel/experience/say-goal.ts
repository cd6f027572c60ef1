// What a goal counts, in words.

import type { Capture, Goal } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { sayCapture } from '../draft/say-captures.ts';

/** "Counts “purchase”, as the site tells it." */
export function sayGoal({ event, where }: Goal, captures: readonly Capture[]): string {
  const some = where ? t`some of the events` : t`the event`;
  const told = captures.filter((one) => one.event === event);
  if (told.length === 0) return t`Counts ${some} “${event}”, as the site tells it.`;
  return t`Counts ${some} “${event}”. ${told.map(sayCapture).join('; ')}.`;
}

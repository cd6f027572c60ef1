// Which lines must be written anew when something happened: those of a condition that hears it, and those in which it
// matters when the visit ends, as every event puts that off.

import { CLOCK_SLACK_MS } from '../event.ts';
import type { Leaf } from './leaf.ts';
import type { Lines } from './line.ts';

/**
 * Where this is false the lines written before stay right for every page that is opened from the event on. (The first
 * event of a profile, and pruning, touch all.)
 */
export function touches({ condition, rule }: Leaf, name: string): boolean {
  const on = rule.memory?.on ?? [];
  const hears = (event: string | undefined): boolean => on.includes(event);
  const isOfVisit =
    condition.kind === 'away' ||
    condition.kind === 'context' ||
    ('during' in condition && condition.during === 'visit') ||
    hears('visit_start');
  return isOfVisit || hears(name) || hears(undefined);
}

/**
 * Whether lines that an event did not touch are to be written anew all the same: they change in the hour before it. On a
 * page whose clock is that little behind, the engine answers as at the event.
 *
 * @param newestAt when it happened, ms since epoch
 */
export const isOvertaken = (lines: Lines, newestAt: number): boolean =>
  typeof lines === 'number'
    ? newestAt - CLOCK_SLACK_MS < lines && lines <= newestAt
    : Object.values(lines).some((part: Lines) => isOvertaken(part, newestAt));

// The stretch of time a condition looks at: (now − older, now − newer], or the current visit.
import { ms } from './duration.ts';
import { type Profile, VISIT_GAP_MS } from './profile.ts';

export interface Window {
  older: number;
  newer: number;
  isVisit: boolean;
  /** whether it forgets by itself as time passes; all that is remembered does not */
  isSliding: boolean;
}

export interface WindowFields {
  within?: string | undefined;
  between?: [string, string] | undefined;
  during?: 'visit' | undefined;
}

export function windowOf({ within, between, during }: WindowFields): Window {
  const [older, newer] = between ?? [within];
  return {
    older: older === undefined ? Infinity : ms(older),
    newer: newer === undefined ? 0 : ms(newer),
    isVisit: during === 'visit',
    isSliding: older !== undefined,
  };
}

/** What is at or before this instant can never be in the window again. */
export function horizon(window: Window, profile: Profile, at: number): number {
  return window.isVisit && profile.visit ? profile.visit.startAt - 1 : at - window.older;
}

/** Whether the current visit is over: an open page may outlive it. */
export function isOver(window: Window, profile: Profile, at: number): boolean {
  return window.isVisit && (!profile.visit || at >= profile.visit.lastAt + VISIT_GAP_MS);
}

/** Whether pruned events may lie in the window. "All that is remembered" holds none by definition. */
export function isPruned(window: Window, profile: Profile, at: number): boolean {
  return (
    profile.prunedAt !== null &&
    (window.isSliding || window.isVisit) &&
    !isOver(window, profile, at) &&
    horizon(window, profile, at) < profile.prunedAt
  );
}

/** The instants at which things that happened at `times` enter or leave, and at which doubt or the visit ends. */
export function windowCuts(window: Window, profile: Profile, times: number[]): number[] {
  const { older, newer } = window;
  if (window.isVisit) return profile.visit ? [profile.visit.lastAt + VISIT_GAP_MS] : [];
  const cuts = newer ? times.map((at) => at + newer) : [];
  if (older < Infinity) {
    for (const at of times) cuts.push(at + older);
    if (profile.prunedAt !== null) cuts.push(profile.prunedAt + older);
  }
  return cuts;
}

// The protocol of a condition kind. A new kind is a function from its condition to a `Rule`, entered in kinds.ts.
import type { Predicate, Where } from '../schema/predicate.ts';
import type { View } from './decide.ts';
import type { VisitorEvent } from './event.ts';
import type { Profile } from './profile.ts';

/** State that is folded from events and kept in the profile: JSON, bounded by what its rule can ask. */
export interface Memory<E = unknown> {
  /** names what the state is of; equal ids share one state */
  id: unknown[];
  /** the event names it takes part in; undefined among them = every event */
  on: (string | undefined)[];
  /** The next state; never changes the one given. `profile.visit` is already the event's visit. */
  fold(entries: E[], event: VisitorEvent, profile: Profile): E[];
}

/** A condition's figure as a function of time. `entries` is its state; [] where it has no memory. */
export interface Rule<E = unknown> {
  /** what its figure must satisfy */
  is: Predicate | Where | { [part: string]: Predicate | undefined };
  /** asks nothing of what the device remembers, so no doubt about the memory touches it */
  isFact?: boolean;
  memory?: Memory<E>;
  /** The figures possible at an instant, the remembered one first; several or none = the memory is in doubt. */
  figures(entries: E[], view: View, at: number): unknown[];
  /**
   * Instants (ms) from each of which the verdict may change by itself once one of the `spans` has passed, or a ms
   * later: no change may lie elsewhere.
   */
  edges?(entries: E[], view: View, at: number): number[];
  /** ms; NaN among them makes the rule unreadable */
  spans?: number[];
}

/** A sum of prices is compared as people add prices: 0.1 + 0.2 is 0.3, in any order. */
export function tidy(figure: number): number {
  return +figure.toPrecision(12);
}

// The protocol of a condition kind. A new kind is a function from its condition to a `Rule`, entered in kinds.ts.
import type { Predicate, Where } from '../schema/predicate.ts';
import type { View } from './decide.ts';
import type { VisitorEvent } from './event.ts';
import type { Profile } from './profile.ts';

/** State that is folded from events and kept in the profile: JSON, bounded by what its rule can ask. */
export interface Node<S = unknown> {
  /** names what the state is of; equal ids share one state */
  id: string;
  /** the event names it takes part in; undefined = every event */
  on: (string | undefined)[];
  init(): S;
  /** The next state; may change and return the one given. `profile.visit` is already the event's visit. */
  fold(state: S, event: VisitorEvent, profile: Profile): S;
}

/** What a rule sees at one profile: its figure as a function of time. */
export interface Sight {
  /** The figures possible at an instant, the remembered one first; several or none = the memory is in doubt. */
  figures(at: number): unknown[];
  /** Instants (ms) at which the verdict may change by itself, in any order: no change may lie outside them. */
  cuts(): number[];
}

export interface Rule<S = unknown> {
  /** what its figure must satisfy */
  is: Predicate | Where | { [part: string]: Predicate | undefined };
  /** whether it asks what the device remembers; then doubt about the memory makes it unknown */
  isHistory: boolean;
  node?: Node<S>;
  /** lengths and edges it was given; NaN among them makes the rule unreadable */
  spans?: number[];
  look(state: S, view: View, at: number): Sight;
}

/** A sum of prices is compared as people add prices: 0.1 + 0.2 is 0.3, in any order. */
export function tidy(figure: number): number {
  return +figure.toPrecision(12);
}

/** Cuts of a figure that grows with the clock from `since`: each edge is reached, and passed a ms later. */
export function edgesFrom(since: number, edges: number[]): number[] {
  return edges.flatMap((edge) => [since + edge, since + edge + 1]);
}

// What the engine is about, as types: one moment of one visitor, the rules that are asked about it, what they answer.
//
// The floor of this room: every other file may import it, and it imports nothing but types that lie lower. A new kind
// of condition is a function from its condition to a `Rule`, entered in conditions/kinds.ts.

import type { Condition } from '../schema/condition.ts';
import type { Config } from '../schema/config.ts';
import type { Predicate, Where } from '../schema/predicate.ts';
import type { VisitorEvent } from './event.ts';
import type { Profile } from './profile.ts';
import type { Words } from './words.ts';

export type Truth = true | false | 'unknown';

/** This page view's facts, keyed as in `context`: "path", "query.NAME", "viewport.width". */
export type Facts = Record<string, string | number | boolean | string[] | undefined>;

/** One moment of one visitor. */
export interface View {
  program: Program;
  profile: Profile;
  facts: Facts;
  /** ms since epoch, as the device's clock has it */
  now: number;
  /** why the whole memory is in doubt: consent is awaited, or nothing can be stored */
  doubt?: 'waiting' | 'memory' | undefined;
}

/** State that is folded from events and kept in the profile: JSON, bounded by what its rule can ask. */
export interface Memory<E = unknown> {
  /** names what the state is of; equal ids share one state */
  id: unknown[];
  /** the event names it takes part in; undefined among them = every event */
  on: (string | undefined)[];
  /** The next state; never changes the one given. `profile.visit` is already the event's visit. */
  fold(entries: E[], event: VisitorEvent, profile: Profile): E[];
}

/** How a sentence is put together (explain.ts). */
export interface Telling {
  /** the figure, in words */
  n: string;
  figure?: unknown;
  words: Pick<Words, 'locale' | 'kinds'>;
  put(template: string | undefined, parts: Record<string, unknown>): string;
  say(part: unknown, words: Telling['words'], isLength?: boolean): string;
  sayStep(step: { event: string }, words: Telling['words']): string;
}

/** A condition's figure as a function of time. `entries` is its state; [] where it has no memory. */
export interface Rule<E = unknown> {
  /** what its figure must satisfy; a rule without it cannot be read */
  is: Predicate | Where | { [part: string]: Predicate | undefined } | undefined;
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
  /** What it says of itself where that is more than a figure; without a need that is the test. */
  says?(entries: E[], at: number, telling: Telling): [sentence: string, need?: string | undefined];
  /** Where the site may state its figure (conditions/stated.ts): whether that counts, and what it says of itself. */
  stated?(
    entries: E[],
    view: View,
    at: number,
  ): { counts: boolean; says?(telling: Telling): [sentence: string, need?: string | undefined] | undefined };
  /** Of a rule over other conditions, whose states are theirs: these. */
  terms?: Condition[];
  /** The same as a rule with a state of its own, in which theirs stand side by side. */
  over?(rules: Rule[]): Joined;
}

/** A rule over the states of others, as one. */
export type Joined = Omit<Rule<unknown[]>, 'is' | 'memory' | 'edges'> & {
  memory: Memory<unknown[]>;
  edges(states: unknown[][], view: View, at: number): number[];
};

/** A rule and the key of its state in `Profile.nodes`. */
export interface CompiledRule extends Rule {
  key?: string | undefined;
}

export interface Program {
  config: Config;
  /** what the states are folded by; equal ids can share a profile's nodes */
  id: string;
  segments: Map<string, Condition>;
  /** how often an experience was seen, by experience id */
  frequencies: Map<string, Condition>;
  rules: Map<Condition, CompiledRule | null>;
  /** where a condition is over others: how these are read */
  read?: ((program: Program, condition: Condition) => CompiledRule | null) | undefined;
  nodes: Map<string, Memory>;
  /** how an event is folded into a state: as its memory says, and what is to be done where that throws */
  next(memory: Memory, entries: unknown[], event: VisitorEvent, profile: Profile): unknown[];
  /** which of them an event touches, found when its name first comes */
  listeners: Map<string, [key: string, memory: Memory][]>;
}

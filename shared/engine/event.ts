// One thing a visitor did, as the ledger holds it: stored once, changed only where memory heals (heal.ts).
import type { Props } from '../schema/props.ts';

export interface VisitorEvent {
  name: string;
  /** ms since epoch; never earlier than the event before it */
  at: number;
  props: Props;
  /** The local calendar date, as days since 1970-01-01: it stays the day it was, wherever the visitor travels. */
  day?: number;
  /** ms since epoch: what the clock said, where that is far behind the event before */
  wrote?: number;
}

/** A clock further (ms) behind the newest event than this is not believed. */
export const CLOCK_SLACK_MS = 36e5;

/** The local calendar date of an instant, as days since 1970-01-01. */
export const dayOf = (at: number): number => Math.floor(at / 864e5 - new Date(at).getTimezoneOffset() / 1440);

/** Whether it is one that a `Date` can hold. */
export const isInstant = (at: unknown): at is number => typeof at === 'number' && Math.abs(at) <= 8.64e15;

/** Whether a record of the ledger, where other scripts can write too, is one of ours. Its props may hold any data. */
export function isEvent(raw: unknown): raw is VisitorEvent {
  const given: { [field in keyof VisitorEvent]?: unknown } = Object(raw);
  const { name, at, props, day = 0, wrote = 0 } = given;
  return (
    typeof name === 'string' &&
    name !== '' &&
    [at, day, wrote].every(isInstant) &&
    !!props &&
    typeof props === 'object' &&
    !Array.isArray(props) &&
    Object.values(props).every((value) => /^(string|number|boolean|object)$/.test(typeof value))
  );
}

/**
 * The event as it stands after others: never earlier than they are. What the clock wrote counts again once the
 * others are no longer far ahead of it: a page that had not heard that memory healed may have added it.
 */
export function dated<E extends VisitorEvent>(event: E, newestAt: number): E {
  const { wrote, ...rest } = event;
  if (wrote === undefined || wrote < newestAt - CLOCK_SLACK_MS)
    return event.at < newestAt ? { ...event, at: newestAt } : event;
  return { ...rest, at: Math.max(wrote, newestAt) } as E;
}

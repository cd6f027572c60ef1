// Memory that heals: from a ledger with records that make no sense and dates that cannot be, the ledger as it should
// be; and from it the profile made anew.
//
// When something was written that a wrong clock dated ahead, nobody knows. What is known is its place in the ledger
// and how far it lies from what the same clock wrote beside it. So such events keep their distances, end where the
// first one begins that the right clock wrote, and stay behind what was not ahead.

import { CLOCK_SLACK_MS, dated, dayOf, isEvent, isInstant, type VisitorEvent } from './event.ts';
import { fold } from './fold.ts';
import { createProfile, type Profile, VISIT_GAP_MS } from './profile.ts';
import type { Program } from './view.ts';

const DAY_MS = 864e5;

/** NaN past either end: neither less nor more than anything. */
const at = (list: number[], i: number): number => Number(list[i]);

/** Page views, or visits, in which a clock that is behind what is remembered shows itself steady. */
const STEADY = 3;

/**
 * Whether the clock is to be believed against what is remembered: steady for a day, for three visits, or for three
 * page views; but not by page views alone where all that is remembered is ahead and was written over a day or more,
 * because then it is rather the clock that has lost its date.
 */
export function isClockRight({ behind, firstSeenAt, newestAt }: Profile, now: number): boolean {
  if (!behind) return false;
  const { from, pages, visits } = behind;
  const isOther = (firstSeenAt ?? 0) > from && newestAt - (firstSeenAt ?? 0) >= DAY_MS;
  return now - from >= DAY_MS || visits >= STEADY || (pages >= STEADY && !isOther);
}

/** Whether the ledger is to be healed. */
export const wantsHealing = (profile: Profile, now: number): boolean =>
  !!profile.isOdd || isClockRight(profile, now);

export interface Healed<E> {
  /** the ledger as it should be */
  events: E[];
  /** those of them that are dated anew */
  changed: E[];
  /** records that make no sense */
  odd: E[];
}

/**
 * @param records all of the ledger, in its order
 * @param isRight whether what the clock wrote last counts, against what is dated ahead of it
 */
export function heal<E extends VisitorEvent>(records: E[], isRight: boolean): Healed<E> {
  const given = records.filter(isEvent);
  // what the clock said of each; from `start` on it was behind, and is right
  const said = given.map(({ wrote, at }) => wrote ?? at);
  let start = given.length;
  const isSteady = (i: number) => !(at(said, i) < at(said, i - 1) - CLOCK_SLACK_MS);
  while (isRight && given[start - 1]?.wrote && isSteady(start)) start--;
  const from = said[start] ?? Infinity;
  const times = given.map((event, i) => (i < start ? event.at : at(said, i)));
  let floor = 0;
  for (const time of times.slice(0, start)) if (time <= from) floor = Math.max(floor, time);
  for (let i = start - 1; i >= 0; i--) {
    if (at(times, i) <= from) continue;
    const gap = i + 1 === start && given[start]?.name === 'visit_start' ? VISIT_GAP_MS : 0;
    const apart = Math.max(gap, at(said, i + 1) - at(said, i));
    times[i] = Math.max(floor, at(times, i + 1) - apart);
  }
  let newestAt = 0;
  const events = given.map((event, i) => {
    const next = times[i + 1] ?? Infinity;
    const own = at(times, i);
    // one alone that is later than the two after it, which are not earlier than what came before
    const time = own > next && next >= newestAt && !(own <= at(times, i + 2)) ? next : own;
    const { wrote, ...rest } = event;
    const moved = dated(time === event.at ? event : ({ ...rest, at: time } as E), newestAt);
    newestAt = moved.at;
    return i >= start || newestAt === event.at ? moved : { ...moved, day: dayOf(newestAt) };
  });
  return {
    events,
    changed: events.filter((event, i) => event !== given[i]),
    odd: records.filter((record) => !isEvent(record)),
  };
}

/** Every number in it is one. */
const isExact = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : !value || typeof value !== 'object' || Object.values(value).every(isExact);

/**
 * Whether a stored profile makes sense, its dates too: other scripts can write there, and earlier tags believed odd
 * dates. (What is no number at all is never `<=` one, and null is.)
 */
export function isSound(raw: unknown): raw is Profile {
  const given: Profile = Object(raw);
  const { firstSeenAt, newestAt, visit, traits, nodes, transactions, topics, exposed, prunedAt } = given;
  const isPast = (time: unknown) => Number(time) <= newestAt;
  const isState = (state: unknown) =>
    Array.isArray(state) && state.every((entry) => typeof entry?.[0] === 'number' && isPast(entry[0]));
  return (
    isExact(raw) &&
    isPast(firstSeenAt) &&
    isPast(prunedAt) &&
    (visit === null || (isPast(visit?.startAt) && isPast(visit.lastAt) && visit.number + visit.pages > 0)) &&
    [traits, exposed, nodes].every((part) => part && typeof part === 'object') &&
    [transactions, topics].every(Array.isArray) &&
    Object.values(nodes).every(isState)
  );
}

/**
 * The profile made anew from a healed ledger. Of the stored one, which may be spoilt, stays what is no event, and how
 * far back memory went before events were pruned.
 */
export function remake(program: Program, events: VisitorEvent[], stored: Partial<Profile>): Profile {
  const profile = createProfile(program);
  for (const event of events) fold(program, profile, event);
  delete profile.isOdd;
  const { traits, prunedAt, firstSeenAt, visit } = stored;
  if (traits && typeof traits === 'object') profile.traits = traits;
  if (prunedAt == null) return profile;
  const oldest = (at: unknown) => Math.min(isInstant(at) ? at : Infinity, profile.firstSeenAt ?? 0);
  profile.prunedAt = oldest(prunedAt);
  profile.firstSeenAt = oldest(firstSeenAt);
  if (profile.visit && visit && visit.number > profile.visit.number) profile.visit.number = visit.number;
  return profile;
}

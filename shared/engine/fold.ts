// Events in, profile on: what is stored for an act, and what state it leaves. Replaying a ledger gives the same
// profile as having lived it.
import type { Props } from '../schema/props.ts';
import { CLOCK_SLACK_MS, dated, dayOf, isEvent, type VisitorEvent } from './event.ts';
import { type Arrival, createProfile, type Profile, VISIT_GAP_MS, type Visit } from './profile.ts';
import { topicsOf } from './topics.ts';
import type { Memory, Program } from './view.ts';

/** State that other rules folded is stale: what these rules do not know goes, lest it come back later. */
const adopt = (program: Program, profile: Profile): void => {
  if (profile.rules === program.id) return;
  for (const key of Object.keys(profile.nodes)) if (!program.nodes.has(key)) delete profile.nodes[key];
  profile.rules = program.id;
};

/**
 * Whether what happens now, as the clock says, begins a visit. A clock set back by far tells nothing of how long ago
 * the last visit was: then one begins.
 */
export const isNewVisit = ({ visit, behind }: Profile, now: number): boolean => {
  const lastAt = behind?.at ?? visit?.lastAt ?? -Infinity;
  return now - lastAt >= VISIT_GAP_MS || lastAt - now > CLOCK_SLACK_MS;
};

const arrivalKeys = ['source', 'medium', 'campaign', 'channel', 'referrer', 'landing'] as const;

const foldVisit = (profile: Profile, { name, at, props }: VisitorEvent): void => {
  let { visit } = profile;
  if (!visit || at - visit.lastAt >= VISIT_GAP_MS) {
    const next: Visit = { number: (visit?.number ?? 0) + 1, startAt: at, lastAt: at, pages: 0 };
    if (visit) next.awayMs = at - visit.lastAt;
    visit = profile.visit = next;
  }
  visit.lastAt = at;
  if (name === 'page_view') {
    visit.pages++;
    profile.topics = topicsOf(props) ?? [];
    profile.path = String(props.path ?? '');
  } else if (name !== 'visit_start') return;
  if (props.source === undefined) return;
  for (const key of arrivalKeys) {
    // a later arrival does not change where the visit landed
    if (key === 'landing' && visit[key] !== undefined) continue;
    if (typeof props[key] === 'string') visit[key] = props[key];
    else delete visit[key];
  }
};

const foldClock = (profile: Profile, { name, wrote }: VisitorEvent): void => {
  if (wrote === undefined) {
    delete profile.behind;
    return;
  }
  const before = profile.behind;
  const isSteady = before && wrote >= before.at - CLOCK_SLACK_MS;
  const { from = wrote, at = -Infinity, pages = 0, visits = 0 } = isSteady ? before : {};
  profile.behind = {
    from,
    at: wrote,
    pages: pages + +(name === 'page_view'),
    visits: visits + +(wrote - at >= VISIT_GAP_MS),
  };
};

/** A record of the ledger as memory takes it; undefined where it makes no sense. What is odd is noted in the profile. */
const read = (profile: Profile, record: VisitorEvent): VisitorEvent | undefined => {
  const event = isEvent(record) ? dated(record, profile.newestAt) : undefined;
  if (!event || event.at - record.at > CLOCK_SLACK_MS || event.wrote !== record.wrote) profile.isOdd = true;
  return event;
};

const hears = ({ on }: Memory, name: string): boolean => on.includes(name) || on.includes(undefined);

/** Of a purchase, so that it is known again; '' where it has none. */
const numberOf = (name: string, { transaction_id }: Props): string =>
  name === 'purchase' ? String(transaction_id ?? '').trim() : '';

/** What an event does to the profile besides its nodes. */
const advance = (program: Program, profile: Profile, event: VisitorEvent): void => {
  const { name, at, props } = event;
  adopt(program, profile);
  profile.firstSeenAt ??= at;
  profile.newestAt = Math.max(profile.newestAt, at);
  foldClock(profile, event);
  foldVisit(profile, event);
  const number = numberOf(name, props);
  if (number) profile.transactions.push(number);
  if (name !== 'exposure') return;
  const id = String(props.experience);
  profile.exposed[id] = String(props.variant ?? '');
  profile.exposedIn ??= {};
  profile.exposedIn[id] = String(props.segment ?? '');
};

/**
 * Folds one record of the ledger into the profile, which it changes. Nodes that are not built yet stay so; a record
 * that makes no sense changes nothing but `isOdd`.
 */
export function fold(program: Program, profile: Profile, record: VisitorEvent): void {
  const event = read(profile, record);
  if (!event) return;
  const { name } = event;
  advance(program, profile, event);
  let listeners = program.listeners.get(name);
  if (!listeners) {
    listeners = [...program.nodes].filter(([, memory]) => hears(memory, name));
    program.listeners.set(name, listeners);
  }
  for (const [key, memory] of listeners) {
    const state = profile.nodes[key];
    if (state) profile.nodes[key] = program.next(memory, state, event, profile);
  }
}

/**
 * What must be stored for one thing the visitor did, folded in already: the event, and before it `visit_start`
 * when a visit begins. Never earlier than the newest event; a purchase already known is refused. A page viewed again
 * with no other in between (reloaded, or only its query changed) says so: `repeat`.
 *
 * @param now ms since epoch
 * @param arrival how the visitor came to this page; a visit that begins takes it
 * @param isTagged the page's address carries utm parameters: then `arrival` also replaces a running visit's
 * @returns the events to append to the ledger, in order; [] when refused
 */
export function record(
  program: Program,
  profile: Profile,
  name: string,
  props: Props,
  now: number,
  arrival: Arrival = {},
  isTagged = false,
): VisitorEvent[] {
  const { newestAt, path, transactions } = profile;
  const number = numberOf(name, props);
  if (number && transactions.includes(number)) return [];
  const at = Math.max(now, newestAt);
  const isNew = isNewVisit(profile, now);
  const isRepeat = !isNew && name === 'page_view' && path && path === props.path;
  const make = (name: string, props: object): VisitorEvent => ({
    name,
    at,
    props: props as Props,
    day: dayOf(now),
    ...(now < newestAt - CLOCK_SLACK_MS && { wrote: now }),
  });
  const event = make(name, {
    ...props,
    ...(isRepeat && { repeat: true }),
    ...(isTagged && !isNew && arrival),
  });
  const events = isNew ? [make('visit_start', { ...arrival }), event] : [event];
  for (const each of events) fold(program, profile, each);
  return events;
}

/** Node keys this config needs that are not built yet; the conditions over them are unknown until `rebuild`. */
export function missing(program: Program, profile: Profile): string[] {
  adopt(program, profile);
  return [...program.nodes.keys()].filter((key) => profile.nodes[key] === undefined);
}

/** A node that is built aside. */
interface Cell {
  key: string;
  memory: Memory;
  state: unknown[];
}

/**
 * Builds those nodes aside from the ledger, an event at a time, so that the caller can do it in slices. `done` puts
 * them into the profile: every event of the ledger must have been folded by then, also those recorded meanwhile.
 */
export function rebuild(
  program: Program,
  profile: Profile,
  keys: string[],
): { fold(event: VisitorEvent): void; done(into?: Profile): void } {
  const aside = createProfile(program);
  // not in `aside.nodes`: looking 300 of them up for each of 10,000 events takes a third of the time
  const cells = keys.flatMap((key): Cell[] => {
    const memory = program.nodes.get(key);
    return memory ? [{ key, memory, state: [] }] : [];
  });
  const listeners = new Map<string, Cell[]>();
  return {
    fold(record) {
      const event = read(aside, record);
      if (!event) return;
      const { name } = event;
      advance(program, aside, event);
      const hearing = listeners.get(name) ?? cells.filter(({ memory }) => hears(memory, name));
      listeners.set(name, hearing);
      for (const cell of hearing) cell.state = program.next(cell.memory, cell.state, event, aside);
    },
    done(into = profile) {
      for (const { key, state } of cells) into.nodes[key] = state;
      if (aside.isOdd) into.isOdd = true;
    },
  };
}

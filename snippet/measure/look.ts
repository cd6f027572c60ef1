// What follows from what happened since somebody looked last: who is counted, and which goals count. Pure: the record in,
// the record out, with the lines that are to be sent.
//
// At level `coin` nothing of the past may have a say in it: a visitor is counted on the experience's pages, whatever they
// get there, and a goal counts whatever was shown.

import { HOLDOUT } from '../../shared/engine/arms.ts';
import type { VisitorEvent } from '../../shared/engine/event.ts';
import { groupsOf } from '../../shared/engine/groups-of.ts';
import type { Goal } from '../../shared/schema/config.ts';
import { reach } from '../decide/reach.ts';
import { armOf, groupOf, isRedirect } from './arm.ts';
import type { Counted, Entry } from './counted.ts';
import { drawShare, drawSymbol } from './draw-symbol.ts';
import type { Plan, Planned } from './plan.ts';
import { growth, unitsOf } from './worth.ts';

/** So many goals of one visitor where a value is counted. */
const MOST_GOALS = 20;

const encode = encodeURIComponent;

/** A goal that cannot be read is reached by nobody. */
function findReached(goal: Goal, { name, props }: VisitorEvent): ReturnType<typeof reach> {
  try {
    return reach(goal, name, props);
  } catch {
    return undefined;
  }
}

export interface Looked {
  plan: Plan;
  seed: string;
  /** Ids of the experiences that this page is of. */
  opened: string[];
  /** ms since epoch */
  now: number;
  /** told of an event in another currency */
  strange(goal: string): void;
}

const isLive = ({ experience: { schedule } }: Planned, at: number): boolean =>
  !(at < Date.parse(schedule?.from ?? '') || at >= Date.parse(schedule?.to ?? ''));

/** Changes the record. @param events in their order, those since it was looked last */
export function look(
  counted: Counted,
  events: VisitorEvent[],
  { plan, seed, opened, now, strange }: Looked,
): void {
  const { level, epsilon, budget, windowMs, experiences, everything } = plan;
  const isOut = !!everything && armOf(everything.experience, seed) === HOLDOUT;
  const { of, waiting } = counted;
  const startOf = ({ experience: { id }, round }: Planned) => `${plan.url}?v=1&e=${encode(id)}&o=${round}&`;
  const write = (planned: Planned, { arm }: Entry, at: number, rest = ''): void => {
    waiting.push({ url: `${startOf(planned)}a=${encode(arm)}${rest}`, at });
  };
  const count = (planned: Planned, at: number): void => {
    const { experience, round, cost } = planned;
    if (!isLive(planned, now)) return;
    // who gets the original everywhere is counted for all of it, and for none of its parts
    if (everything && planned !== everything) {
      count(everything, at);
      if (isOut) return;
    }
    if (of[experience.id] || counted.spent + cost > budget) return;
    counted.spent += cost;
    const entry: Entry = { round, at, arm: armOf(experience, seed), goals: {} };
    of[experience.id] = entry;
    write(planned, entry, at);
    const line = waiting.at(-1);
    if (line && cost) line.epsilon = cost;
  };
  const countOpened = (at: number): void => {
    for (const planned of experiences) if (opened.includes(planned.experience.id)) count(planned, at);
  };
  const expose = ({ at, props }: VisitorEvent): void => {
    const planned = experiences.find(({ experience }) => experience.id === props.experience);
    if (!planned) return;
    const { experience } = planned;
    if (isRedirect(experience, props.variant)) count(planned, at);
    const entry = of[experience.id];
    if (entry) entry.group ??= groupOf(experience, props.segment);
  };
  const answer = (planned: Planned, { group = 0 }: Entry): number =>
    level === 'private'
      ? drawSymbol(group, groupsOf(planned.experience.variants).length, epsilon, drawShare())
      : group;
  const score = (planned: Planned, goal: Goal, worth: number | undefined, at: number): void => {
    const entry = of[planned.experience.id];
    if (!entry || at - entry.at > windowMs) return;
    entry.goals[goal.id] ??= { n: 0, total: 0, units: 0 };
    const own = entry.goals[goal.id] ?? { n: 0, total: 0, units: 0 };
    const { cap = 0 } = goal;
    if (own.n >= (goal.value && cap ? MOST_GOALS : 1)) return;
    const before = own.units;
    own.total += Math.max(0, worth ?? 0);
    own.units = cap ? unitsOf(own.total, cap) : 0;
    if (own.n && own.units === before) return;
    own.n++;
    if (level !== 'coin' && planned !== everything) own.symbol ??= answer(planned, entry);
    const { value, square } = growth(before, own.units, cap || 1);
    const said = own.symbol === undefined ? '' : `&s=${own.symbol}`;
    const grown = own.units === before ? '' : `&y=${value}&q=${square}`;
    write(planned, entry, at, `&g=${encode(goal.id)}&n=${own.n}${said}${grown}`);
  };
  const happened = (event: VisitorEvent): void => {
    const { at, props } = event;
    if (event.name === 'exposure') expose(event);
    const goals = new Set(experiences.flatMap((planned) => planned.goals));
    for (const goal of goals) {
      const reached = findReached(goal, event);
      if (!reached) continue;
      const { currency } = props;
      const isStrange = !!goal.currency && currency !== undefined && currency !== goal.currency;
      if (isStrange && goal.value) strange(goal.id);
      for (const planned of experiences)
        if (planned.goals.includes(goal)) score(planned, goal, isStrange ? 0 : reached.value, at);
    }
  };

  // what is not live any more, or of a round that has ended
  for (const id of Object.keys(of))
    if (!experiences.some(({ experience, round }) => experience.id === id && round === of[id]?.round))
      delete of[id];
  const starts = experiences.map(startOf);
  counted.sent = counted.sent.filter(
    (line) => now - line.at < plan.retentionMs || starts.some((start) => line.url.startsWith(start)),
  );
  // this page, as far as it is remembered
  let start = events.length - 1;
  while (start >= 0 && events[start]?.name !== 'page_view') start--;
  if (start < 0) countOpened(now);
  events.forEach((event, i) => {
    if (i === start) countOpened(event.at);
    happened(event);
  });
}

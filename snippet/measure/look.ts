// What follows from what happened since somebody looked last: who is counted, and which goals count. Pure: the record in,
// the record out, with the lines that are to be sent.
//
// At level `coin` nothing of the past may have a say in it: a visitor is counted on the experience's pages, whatever they
// get there, and a goal counts whatever was shown.

import { HOLDOUT } from '../../shared/engine/arms.ts';
import type { VisitorEvent } from '../../shared/engine/event.ts';
import { groupsOf } from '../../shared/engine/groups-of.ts';
import type { Goal } from '../../shared/schema/config.ts';
import type { Props } from '../../shared/schema/props.ts';
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
  !(at < Date.parse(`${schedule?.from}`) || at >= Date.parse(`${schedule?.to}`));

/** Changes the record. @param events in their order, those since it was looked last */
export function look(
  counted: Counted,
  events: VisitorEvent[],
  { plan, seed, opened, now, strange }: Looked,
): void {
  const { level, epsilon, budget, windowMs, experiences, everything } = plan;
  const { of, waiting } = counted;
  const write = (at: number, { begin }: Planned, { arm }: Entry, rest = '', epsilon = 0): void => {
    const url = `${plan.url}?v=1${begin}a=${encode(arm)}${rest}`;
    waiting.push({ name: 'counted', at, props: { url, ...(epsilon && { epsilon }) } });
  };
  const count = (planned: Planned, at: number): void => {
    const { experience, begin, cost } = planned;
    if (!isLive(planned, now)) return;
    // who gets the original everywhere is counted for all of it, and for none of its parts
    if (everything && planned !== everything) {
      count(everything, at);
      if (of[everything.begin]?.arm === HOLDOUT) return;
    }
    if (of[begin] || counted.spent + cost > budget) return;
    counted.spent += cost;
    const entry: Entry = { at, arm: armOf(experience, seed), goals: {} };
    of[begin] = entry;
    write(at, planned, entry, '', cost);
  };
  const countOpened = (at: number): void => {
    for (const planned of experiences) if (opened.includes(planned.experience.id)) count(planned, at);
  };
  const expose = (at: number, { experience: id, variant, segment }: Props): void => {
    for (const planned of experiences) {
      const { experience, begin } = planned;
      if (experience.id !== id) continue;
      if (isRedirect(experience, variant)) count(planned, at);
      const entry = of[begin];
      if (entry) entry.group ??= groupOf(experience, segment);
    }
  };
  const answer = ({ experience }: Planned, { group = 0 }: Entry): number =>
    level === 'private'
      ? drawSymbol(group, groupsOf(experience.variants).length, epsilon, drawShare())
      : group;
  const score = (planned: Planned, goal: Goal, worth: number, at: number): void => {
    const entry = of[planned.begin];
    if (!entry || at - entry.at > windowMs) return;
    const { [goal.id]: own = { n: 0, total: 0, units: 0 } } = entry.goals;
    entry.goals[goal.id] = own;
    const cap = (goal.value && goal.cap) || 0;
    if (own.n >= (cap ? MOST_GOALS : 1)) return;
    const before = own.units;
    own.total += Math.max(0, worth);
    own.units = cap ? unitsOf(own.total, cap) : 0;
    const hasGrown = own.units !== before;
    if (own.n && !hasGrown) return;
    own.n++;
    own.said ??= level === 'coin' || planned === everything ? '' : `&s=${answer(planned, entry)}`;
    const { value, square } = growth(before, own.units, cap || 1);
    const grown = hasGrown ? `&y=${value}&q=${square}` : '';
    write(at, planned, entry, `&g=${encode(goal.id)}&n=${own.n}${own.said}${grown}`);
  };
  const happened = (event: VisitorEvent): void => {
    const { name, at, props } = event;
    if (name === 'exposure') expose(at, props);
    for (const planned of experiences)
      for (const goal of planned.goals) {
        const reached = findReached(goal, event);
        if (!reached) continue;
        const { currency = goal.currency } = props;
        const isStrange = goal.currency && currency !== goal.currency;
        if (isStrange && goal.value) strange(goal.id);
        score(planned, goal, (!isStrange && reached.value) || 0, at);
      }
  };

  // what is not live any more, or of a round that has ended
  const begins = experiences.map(({ begin }) => begin);
  for (const begin of Object.keys(of)) if (!begins.includes(begin)) delete of[begin];
  counted.sent = counted.sent.filter(
    ({ at, props }) => now - at < plan.retentionMs || begins.some((begin) => props.url.includes(begin)),
  );
  // this page, as far as it is remembered
  const view = events.findLast(({ name }) => name === 'page_view');
  if (!view) countOpened(now);
  for (const event of events) {
    if (event === view) countOpened(event.at);
    happened(event);
  }
}

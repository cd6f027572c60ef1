// Decides whether one visitor's profile satisfies a condition, on the device.
//
// Pure: no DOM, no storage, no clock. The page, the preview and the tests all call this same code, so they cannot
// disagree; `explain` words the very findings that decide. It never catches: what cannot be read throws.

import type { Condition, Group } from '../schema/condition.ts';
import { ruleOf } from './compile.ts';
import { CLOCK_SLACK_MS } from './event.ts';
import { findStated } from './find-stated.ts';
import { toJson } from './native.ts';
import { holds } from './predicate.ts';
import type { Telling, Truth, View } from './view.ts';
import { findWeighed } from './weigh.ts';

export interface Answer {
  value: Truth;
  /** ms since epoch: when the value next changes without a new event; Infinity = never. Worked out when read. */
  readonly until: number;
}

/** Why an answer is unknown. `new`: the state is not built yet; `clock`: it is behind; `pruned`: events are gone. */
export type Doubt = 'waiting' | 'memory' | 'new' | 'clock' | 'pruned';

/** What was found and what led to it. `until` is worked out only when asked for: the first paint need not wait. */
export interface Finding {
  condition: Condition;
  value: Truth;
  until(): number;
  figure?: unknown;
  /** ms since epoch: when the figure next changes without a new event, though its value may stay */
  changes?(): number;
  doubt?: Doubt | undefined;
  says?(telling: Telling): [sentence: string, need?: string | undefined] | undefined;
  of?: Finding[];
  /** Whether its figure is what the site stated; missing where a site cannot. */
  isStated?(): boolean;
  /** of a condition over others: what these found */
  terms?(): Finding[];
}

/** How many changes of parts are looked through for a change of the group. */
const MAX_STEPS = 32;

const findInSegment = (condition: Condition & { kind: 'segment' }, view: View, now: number): Finding => {
  const { segments } = view.program;
  const when = segments.get(condition.id);
  if (!when)
    throw new RangeError(`No segment "${condition.id}". There are: ${[...segments.keys()].join(', ')}`);
  const inner = find(when, view, now);
  return { ...inner, condition, of: [inner] };
};

/** Kleene logic. What decides a group holds it as long as one decider stands; else any part can change it. */
const combine = (condition: Group, view: View, now: number): Finding => {
  const of = condition.of.map((part) => find(part, view, now));
  const isAny = condition.kind === 'any';
  const deciders = of.filter(({ value }) => value === (condition.kind !== 'all'));
  const isDecided = deciders.length > 0;
  const doubtful = isDecided ? undefined : of.find(({ value }) => value === 'unknown');
  return {
    condition,
    value: doubtful ? 'unknown' : isDecided === isAny,
    until: () =>
      isDecided
        ? Math.max(...deciders.map(({ until }) => until()))
        : Math.min(...of.map(({ until }) => until()), Infinity),
    doubt: doubtful?.doubt,
    of,
  };
};

/** A part may change without changing the whole: `until` goes on to where the whole does. */
const findInGroup = (condition: Group, view: View, now: number): Finding => {
  const finding = combine(condition, view, now);
  return {
    ...finding,
    until() {
      let until = finding.until();
      // Hours of the day go on for ever: what the last step finds is only earlier than need be.
      for (let step = 0; step < MAX_STEPS && until < Infinity; step++) {
        const next = combine(condition, view, until);
        if (next.value !== finding.value) break;
        until = next.until();
      }
      return until;
    },
  };
};

const findInLeaf = (condition: Condition, view: View, now: number): Finding => {
  const { program, profile } = view;
  const rule = ruleOf(program, condition);
  if (!rule) throw new RangeError(`Cannot read the condition ${toJson(condition)}`);
  const { key, isFact, is, spans = [] } = rule;
  const state = key ? profile.nodes[key] : [];
  const doubt = isFact ? undefined : (view.doubt ?? (state ? undefined : 'new'));
  const newestAt = isFact ? -Infinity : profile.newestAt;
  /** when a clock that is behind is believed again */
  const believedAt = newestAt - CLOCK_SLACK_MS;
  const figures = (at: number): unknown[] =>
    doubt || !state || at < believedAt ? [] : rule.figures(state, view, Math.max(at, newestAt));
  const judge = (at: number): Truth => {
    const [value, ...others] = new Set(figures(at).map((figure) => holds(is, figure)));
    return value === undefined || others.length ? 'unknown' : value;
  };
  const next = (isOther: (at: number) => boolean): number =>
    [
      believedAt,
      ...(state && rule.edges ? rule.edges(state, view, now) : []).flatMap((edge) =>
        spans.flatMap((span) => [edge + span, edge + span + 1]),
      ),
    ]
      .filter((at) => at > now && at < Infinity)
      .sort((a, b) => a - b)
      .find(isOther) ?? Infinity;
  const value = judge(now);
  const [figure] = figures(now);
  return {
    condition,
    value,
    until: () => next((at) => judge(at) !== value),
    figure,
    changes: () => next((at) => figures(at)[0] !== figure),
    says: (telling) => rule.says?.(state ?? [], now, telling),
    doubt: value === 'unknown' ? (doubt ?? (now < believedAt ? 'clock' : 'pruned')) : undefined,
    ...findWeighed(rule, view, now, figure, find),
    ...findStated(rule, state, view, now, figure),
  };
};

/** The walk behind every answer. @throws RangeError on a condition it cannot read and on an unknown segment */
export function find(condition: Condition, view: View, now = view.now): Finding {
  switch (condition.kind) {
    case 'segment':
      return findInSegment(condition, view, now);
    case 'all':
    case 'any':
    case 'none':
      return findInGroup(condition, view, now);
    default:
      return findInLeaf(condition, view, now);
  }
}

/** Whether the condition holds at `view.now`, and until exactly when. */
export function decide(condition: Condition, view: View): Answer {
  const { value, until } = find(condition, view);
  return {
    value,
    get until() {
      return until();
    },
  };
}

/** The segments the visitor is in, in config order. */
export function segments(view: View): string[] {
  return [...view.program.segments.keys()].filter((id) => find({ kind: 'segment', id }, view).value === true);
}

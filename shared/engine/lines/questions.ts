// What the answer to a condition hangs on that only the page knows: questions to the page, and what each yes does to
// the page's own events.

import type { Condition } from '../../schema/condition.ts';
import type { Config } from '../../schema/config.ts';
import type { Where } from '../../schema/predicate.ts';
import type { Props } from '../../schema/props.ts';
import { readGlob } from '../glob.ts';
import { toJson } from '../native.ts';
import { holds } from '../predicate.ts';
import { FAILS, markOf, PASSES, type Said } from './marks.ts';
import { type OwnEventKind, ownEvents } from './own-events.ts';
import type { PageTest } from './page-test.ts';
import { topicLists } from './topic-lists.ts';

export interface Question {
  test: PageTest;
  own: OwnEventKind;
  /** by outcome of the test: what the event carries; undefined: this question knows of no such event */
  carries: (Props | undefined)[];
}

/** Why a condition has no lines: its figure is made of what only the page is called, or it asks too much of the page. */
export type Endless = 'figure' | 'tests';

/** With more questions than these nothing is written down. */
const MAX_QUESTIONS = 4;

const asksFor = ({ asks }: OwnEventKind, path: string): boolean => asks.includes(path.split('.')[0] ?? '');

/** The tests that a condition makes of the props of such an event; undefined: any such event counts. */
const wheresOf = ({ where, steps, without }: Said, name: string): (Where | undefined)[] =>
  steps
    ? [...steps, ...(without ? [without] : [])]
        .filter(({ event }) => event === name)
        .map((step) => step.where)
    : [where];

const ask = (own: OwnEventKind, where: Where | undefined, ...carries: Question['carries']): Question => ({
  test: {
    kind: 'events',
    of: [own.pages ? { pages: own.pages.map(readGlob) } : { event: own.name, ...(where && { where }) }],
  },
  own,
  carries,
});

const askPath = (own: OwnEventKind): Question => ({ test: { kind: 'path' }, own, carries: [] });

function askTopics(config: Config): Question[] {
  const lists = topicLists(config);
  return ownEvents(config).flatMap((own) =>
    own.isSure && own.name === 'page_view' && lists.length > 1
      ? [{ test: { kind: 'topics', lists }, own, carries: lists.map((topics) => ({ topics })) }]
      : [],
  );
}

const marked = (where: Where | undefined): Props => (where ? { [markOf(where)]: true } : {});

/** Kinds that look at numbers alone, which no path is. */
const OF_NUMBERS: string[] = ['sum', 'average', 'min', 'max', 'rfm'] satisfies Condition['kind'][];

/** @returns none where no such event can change the answer; undefined where one does in ways without end */
function questionsOf(said: Said, own: OwnEventKind, looked: string | undefined): Question[] | undefined {
  const { kind, is } = said;
  const isPicked = kind === 'first' || kind === 'last';
  const isAsked = looked !== undefined && asksFor(own, looked);
  const wheres = wheresOf(said, own.name);
  if (own.props) {
    const passed = wheres.filter((where) => holds(where, own.props));
    return passed.length ? [ask(own, undefined, undefined, Object.assign({}, ...passed.map(marked)))] : [];
  }
  const isNothing = looked !== undefined && (!isAsked || (looked === 'path' && OF_NUMBERS.includes(kind)));
  // rfm counts it all the same, and the first or last one may be one that holds nothing
  if (isNothing && !isPicked && kind !== 'rfm') return [];
  if (isAsked && !isNothing && (isPicked ? looked.includes('.') : looked !== 'path')) return undefined;
  const all = wheres.flatMap((where) =>
    where || !own.isSure ? [ask(own, where, undefined, marked(where))] : [],
  );
  if (!isAsked || isNothing) return all;
  if (!isPicked) return [...all, askPath(own)];
  const fails = { [looked]: FAILS };
  // an event that may not be there must not come about by failing
  for (const { carries } of own.isSure ? [] : all) carries[1] = { ...carries[1], ...fails };
  return [...all, ask(own, { [looked]: is }, own.isSure && fails, { [looked]: PASSES })];
}

/** Of several events at one instant one is enough. */
function mergeQuestions(said: Said, events: OwnEventKind[], all: Question[]): Question[] {
  if (!said.where && events.some(({ name }) => name === 'page_view')) return [];
  const [first, ...others] = all.filter(({ own }) => own.name !== 'visit_start');
  if (!first) return all;
  const of = [first, ...others].flatMap(({ test }) => (test.kind === 'events' ? test.of : []));
  return [...all.filter(({ own }) => own.name === 'visit_start'), { ...first, test: { kind: 'events', of } }];
}

/** The prop that a condition looks at. */
const lookedAt = ({ kind, same, of }: Said, { rfm }: Config): string | undefined =>
  kind === 'rfm' ? (rfm?.value ?? 'value') : (same ?? of);

const isSame = (a: Question, b: Question): boolean => a.own === b.own && toJson(a.test) === toJson(b.test);

/**
 * @param said decoded
 * @param on the names of the events that it hears; undefined among them is every one
 */
export function findQuestions(said: Said, on: (string | undefined)[], config: Config): Question[] | Endless {
  const heard = ownEvents(config).filter(({ name }) => on.includes(name) || on.includes(undefined));
  const found: Question[] = [];
  for (const own of heard) {
    const questions = questionsOf(said, own, lookedAt(said, config));
    if (!questions) return 'figure';
    for (const one of questions) {
      const same = found.find((other) => isSame(one, other));
      if (same) same.carries = same.carries.map((props, i) => props && { ...props, ...one.carries[i] });
      else found.push(one);
    }
  }
  const all = said.kind === 'days' || said.kind === 'since' ? mergeQuestions(said, heard, found) : found;
  if (all.filter(({ test }) => test.kind === 'events').length > MAX_QUESTIONS) return 'tests';
  return said.kind === 'interest' && heard.length ? [...all, ...askTopics(config)] : all;
}

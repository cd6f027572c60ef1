// Which terms a model of a goal may be made of: what the config's own events, topics and goals say of a visit and of those
// before it. Nothing sensitive is among them (docs/PRIVACY.md, "Rules").

import { ms } from '../../grammar/duration.ts';
import { namedWords } from '../../grammar/named-words.ts';
import { findSensitiveWord } from '../../grammar/sensitive-word.ts';
import type { Config, Goal } from '../../schema/config.ts';
import type { Figure } from '../../schema/figure.ts';
import { RETENTION } from '../parts.ts';
import { walk } from '../walk-condition.ts';
import type { Term } from './term.ts';

/** Of how many events and topics of a config terms are made at most: the first of them. */
const MOST_EVENTS = 30;
const MOST_TOPICS = 30;
/** What the tag remembers without being told, and what a shop's data layer says most. */
const USUAL = ['page_view', 'search', 'view_item', 'add_to_cart', 'begin_checkout', 'purchase'];
/** Not what a visitor did, or said in another way. */
const LEFT_OUT = ['visit_start', 'exposure', 'engagement', 'scroll', 'question_answered', 'item_row'];
const CHANNELS = ['direct', 'search', 'social', 'email', 'paid', 'affiliate', 'ai', 'referral', 'campaign'];
const SPANS = ['1d', '7d', '30d'];

/** The names of events that a config speaks of, in its order. */
function namesOf({ capture = [], goals = [], interests, segments }: Config): string[] {
  const asked = segments.flatMap(({ when }) =>
    [...walk(when)].flatMap((part) => {
      if (part.kind === 'sequence') return part.steps.map(({ event }) => event);
      return 'event' in part && typeof part.event === 'string' ? [part.event] : [];
    }),
  );
  const names = [
    ...USUAL,
    ...goals.map(({ event }) => event),
    ...capture.map(({ event }) => event),
    ...Object.keys(interests?.weights ?? {}),
    ...asked,
  ];
  return [...new Set(names)].filter((name) => !LEFT_OUT.includes(name)).slice(0, MOST_EVENTS);
}

const log = (of: Figure): Term => ({ of, as: 'log' });

/** Only what a browser remembers whole: a longer time would be unknown there. */
function termsOfEvent(event: string, retentionMs: number): Term[] {
  const spans = SPANS.filter((span) => ms(span) < retentionMs);
  return [
    log({ kind: 'count', event }),
    log({ kind: 'count', event, during: 'visit' }),
    ...spans.map((span): Term => ({ when: { kind: 'since', event, is: { $lt: span } } })),
  ];
}

const termsOfTopic = (topic: string): Term[] => [
  { when: { kind: 'interest', topic, rank: 1 } },
  { when: { kind: 'interest', topic, share: { $gte: 0.5 } } },
  log({ kind: 'count', event: 'page_view', where: { topics: topic }, during: 'visit' }),
];

const isSensitive = (term: Term): boolean =>
  findSensitiveWord(namedWords('when' in term ? term.when : term.of)) !== undefined;

/** @returns in an order that is the config's, none twice */
export function findTerms(config: Config, goal: Goal): Term[] {
  const retentionMs = ms(config.privacy?.retention ?? RETENTION);
  const topics = (config.topics ?? []).map(({ topic }) => topic).slice(0, MOST_TOPICS);
  const worths = (config.goals ?? []).filter(({ value }) => value !== undefined);
  const away = SPANS.filter((span) => ms(span) < retentionMs);
  const terms: Term[] = [
    ...namesOf(config).flatMap((name) => termsOfEvent(name, retentionMs)),
    log({ kind: 'distinct', event: 'page_view', of: 'path', during: 'visit' }),
    log({ kind: 'days', event: 'page_view' }),
    log({ kind: 'sum', event: 'engagement', of: 'seconds', during: 'visit' }),
    ...away.map((span): Term => ({ when: { kind: 'away', is: { $lt: span } } })),
    ...CHANNELS.map(
      (channel): Term => ({
        when: { kind: 'count', event: 'visit_start', where: { channel }, during: 'visit', is: { $gte: 1 } },
      }),
    ),
    ...worths.map(({ event, value = '' }) => log({ kind: 'sum', event, of: value })),
    ...(goal.where ? [log({ kind: 'count', event: goal.event, where: goal.where })] : []),
    ...[...new Set(topics)].flatMap(termsOfTopic),
  ];
  const known = new Map(terms.map((term) => [JSON.stringify(term), term]));
  return [...known.values()].filter((term) => !isSensitive(term));
}

/** The props that the terms and the goal look at: no other is kept of what is read. */
export function propsOf(terms: readonly Term[], goal: Goal): Set<string> {
  // what the engine reads of every event
  const props = new Set(['path', 'topics', 'topic', 'item_category', 'items', 'transaction_id']);
  const put = (path: string) => props.add(path.split('.')[0] ?? path);
  const look = (where: object | undefined): void => {
    for (const [key, test] of Object.entries(where ?? {})) {
      if (!key.startsWith('$')) put(key);
      else for (const one of [test].flat()) look(one);
    }
  };
  for (const term of terms) {
    const { where, of }: { where?: object; of?: unknown } = Object('when' in term ? term.when : term.of);
    look(where);
    if (typeof of === 'string') put(of);
  }
  look(goal.where);
  return props;
}

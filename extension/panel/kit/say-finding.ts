// Says why a rule holds or not, for authors: what was found, what is needed. The findings come from the engine's one
// walk (`find`), the same that decides, so the words cannot disagree with the answer.

import type { Doubt, Finding } from '../../../shared/engine/decide.ts';
import type { Condition } from '../../../shared/schema/condition.ts';
import type { Predicate } from '../../../shared/schema/predicate.ts';
import { sayChannel } from '../../../shared/templates/say-channel.ts';
import { inSentence } from '../../../shared/words/in-sentence.ts';
import { sayAll } from '../../../shared/words/lists.ts';
import { t } from '../../../shared/words/t.ts';
import { sayEvent } from './say-event.ts';
import { type Learned, sayLearned } from './say-learned.ts';
import { sayStated } from './say-stated.ts';
import { sayLength, sayPath, saySpan, sayTest, sayValue, sayWhere, sayWindow } from './say-test.ts';

const DOUBTS: Record<Doubt, string> = {
  waiting: t`not known: this browser has not given its consent yet, so nothing is remembered`,
  memory: t`not known: this browser cannot keep a history`,
  new: t`not known yet: this rule is new and the history is being read`,
  clock: t`not known: this device’s clock is behind what it remembers`,
  pruned: t`not known: part of that time is no longer remembered`,
};

const FACTS: Record<string, string> = {
  path: t`The page`,
  referrer: t`The site they came from`,
  source: t`Where they came from`,
  medium: t`How they came`,
  campaign: t`The utm_campaign of their link`,
  channel: t`The way they came`,
  language: t`Language`,
  languages: t`Languages`,
  timeZone: t`Time zone`,
  country: t`Country`,
  device: t`Device`,
  os: t`System`,
  browser: t`Browser`,
  'viewport.width': t`Window width`,
  colorScheme: t`Colours`,
  pointer: t`Pointer`,
  saveData: t`Saves data`,
  hour: t`Hour of the day`,
  weekday: t`Day of the week`,
  visitNumber: t`Visit number`,
  pageNumber: t`Page of this visit`,
};
/** For a field in which the key itself may stand. */
export const sayFactName = (key: string): string => FACTS[key] ?? key;

const GROUPS = { all: t`All of these`, any: t`At least one of these`, none: t`None of these` };
const FIGURES: Record<string, string> = {
  sum: t`Total`,
  average: t`Average`,
  min: t`Lowest`,
  max: t`Highest`,
};

/** The engine keeps no more than a rule can ask for: past that, a count says only "or more". */
function isCapped(condition: Condition, figure: unknown): boolean {
  const edges = ('is' in condition ? (JSON.stringify(condition.is).match(/\d+(\.\d+)?/g) ?? []) : []).map(
    Number,
  );
  return 'event' in condition && Number(figure) > Math.max(0, ...edges);
}
const times = (count: unknown, isMore = false) =>
  count === 0
    ? t`never`
    : isMore
      ? t`${String(count)} times or more`
      : count === 1
        ? t`once`
        : t`${String(count)} times`;
const number = (value: unknown) =>
  value === undefined ? t`nothing` : typeof value === 'number' ? String(+value.toFixed(2)) : sayValue(value);

function sayCount(need: Condition & { is?: unknown }): string {
  const test = sayTest(need.is as never);
  return /^\d+$/.test(test) ? (test === '0' ? t`never` : t`exactly ${test}`) : test;
}

const sayFact = (key: string): string =>
  key.startsWith('query.') ? t`“${key.slice(6)}” in the address` : (FACTS[key] ?? key);

/** What it is as it is read: of a channel its words. */
const sayFactValue = (key: string, value: unknown): string =>
  sayValue(key === 'channel' && typeof value === 'string' ? sayChannel(value) : value);

const sayDays = (did: string, figure: unknown, when: string): string =>
  figure === 1 ? t`${did} on 1 day${when}` : t`${did} on ${number(figure)} days${when}`;

const sayTime = (kind: 'first' | 'last', did: string, of: string, figure: unknown): string =>
  kind === 'first'
    ? t`The first time they ${did}, ${of} was ${number(figure)}`
    : t`The last time they ${did}, ${of} was ${number(figure)}`;

/** Without what was found. */
const LEARNED: Record<Learned['kind'], string> = {
  persona: t`Nearest of the groups of buyers`,
  expected: t`What is expected of this buyer`,
  alive: t`Chance that buying has not ended`,
  model: t`Chance of a goal in this visit`,
};
const isLearned = (condition: Condition): condition is Learned => condition.kind in LEARNED;

const CLASSES = { recency: t`recency`, frequency: t`frequency`, monetary: t`monetary` } as const;

/** What was looked at and what was found, without the need. */
function sayFound({ condition, figure }: Finding): string {
  switch (condition.kind) {
    case 'trait':
      return figure === undefined
        ? t`Stated “${condition.key}”: nothing`
        : t`Stated “${condition.key}”: ${sayValue(figure)}`;
    case 'context':
      return `${sayFact(condition.key)}: ${figure === undefined ? t`not known` : sayFactValue(condition.key, figure)}`;
    case 'count':
      return `${sayEvent(condition.event)}${sayWhere(condition.where)}: ${times(figure, isCapped(condition, figure))}${sayWindow(condition)}`;
    case 'sum':
    case 'average':
    case 'min':
    case 'max':
      return t`${FIGURES[condition.kind]} ${sayPath(condition.of)} of “${inSentence(sayEvent(condition.event))}”${sayWhere(condition.where)}: ${number(figure)}${sayWindow(condition)}`;
    case 'distinct':
      return t`${sayEvent(condition.event)}${sayWhere(condition.where)}, different ${sayPath(condition.of)}: ${number(figure)}${sayWindow(condition)}`;
    case 'days':
      return sayDays(condition.event ? sayEvent(condition.event) : t`Was here`, figure, sayWindow(condition));
    case 'first':
    case 'last':
      return sayTime(condition.kind, inSentence(sayEvent(condition.event)), sayPath(condition.of), figure);
    case 'since':
      return `${sayEvent(condition.event)}${sayWhere(condition.where)}: ${figure === undefined ? t`never, as far as this device remembers` : t`${sayLength(Number(figure))} ago`}`;
    case 'age':
      return figure === undefined ? t`First seen just now` : t`First seen ${sayLength(Number(figure))} ago`;
    case 'away':
      return figure === undefined
        ? t`No earlier visit is remembered`
        : t`Was away for ${sayLength(Number(figure))} before this visit`;
    case 'sequence':
      return condition.steps.map(({ event, where }) => sayEvent(event) + sayWhere(where)).join(t`, then `);
    case 'interest':
      return t`Interest in “${condition.topic}”`;
    case 'score':
      return t`Points for what they did: ${number(figure)}`;
    case 'rfm':
      return t`How lately, how often and for how much they ordered (1 to 5)`;
    default:
      return condition.kind;
  }
}

/** A test on a share as one on percent. */
const toPercent = (is: Predicate): Predicate =>
  JSON.parse(JSON.stringify(is), (_key, part) =>
    typeof part === 'number' ? `${Math.round(part * 100)} %` : part,
  );
/** A test on a channel as one on its words. */
const toChannels = (is: Predicate): Predicate =>
  JSON.parse(JSON.stringify(is), (_key, part) => (typeof part === 'string' ? sayChannel(part) : part));

function sayNeed({ condition }: Finding): string {
  switch (condition.kind) {
    case 'count':
      return sayCount(condition);
    case 'sequence': {
      const { steps, within, without, inLast, after } = condition;
      const isOne = steps.length === 1;
      const parts = [
        !isOne && t`within ${saySpan(within)}`,
        inLast &&
          (isOne ? t`in the last ${saySpan(inLast)}` : t`the last of them in the last ${saySpan(inLast)}`),
        after && t`at least ${saySpan(after)} ago`,
        without && t`and not “${inSentence(sayEvent(without.event))}” since then`,
      ];
      return parts.filter(Boolean).join(', ') || t`to happen`;
    }
    case 'interest':
      return sayAll([
        ...(condition.share === undefined ? [] : [t`${sayTest(toPercent(condition.share))} of all interest`]),
        ...(condition.rank === undefined ? [] : [t`rank ${sayTest(condition.rank)}`]),
      ]);
    case 'rfm':
      return (['recency', 'frequency', 'monetary'] as const)
        .filter((name) => condition[name] !== undefined)
        .map((name) => `${CLASSES[name]} ${sayTest(condition[name])}`)
        .join(', ');
    case 'context':
      return sayTest(condition.key === 'channel' ? toChannels(condition.is) : condition.is);
    default:
      return 'is' in condition ? sayTest(condition.is) : '';
  }
}

/** What a model weighs as it is. */
export const isFigure = (condition: Condition): boolean => 'isFigure' in condition;

function saySequence({ value }: Finding): string {
  return value === true ? t`happened` : t`has not happened`;
}

/** @param nameOf turns a segment's id into its name */
function sayOne(finding: Finding, nameOf: (id: string) => string): string {
  const { condition, doubt, of, figure } = finding;
  const { kind } = condition;
  if (kind === 'all' || kind === 'any' || kind === 'none') return GROUPS[kind];
  if (kind === 'segment') return t`In the segment “${nameOf(condition.id)}”`;
  if (isLearned(condition)) {
    const learned = { ...finding, condition };
    return doubt ? `${LEARNED[condition.kind]}: ${DOUBTS[doubt]}` : sayLearned(learned);
  }
  if (doubt && !of)
    return `${sayFound({ ...finding, figure: undefined }).replace(/: .*$/, '')}: ${DOUBTS[doubt]}`;
  if (kind === 'sequence')
    return t`${sayFound(finding)}: ${saySequence(finding)}; needs it ${sayNeed(finding)}`;
  if (kind === 'interest') {
    const found = typeof figure === 'object' && figure !== null ? (figure as Record<string, unknown>) : {};
    const share =
      typeof found.share === 'number' ? t`${Math.round(found.share * 100)} % of all interest` : undefined;
    const rank = typeof found.rank === 'number' ? t`number ${found.rank}` : undefined;
    return t`${sayFound(finding)}: ${[share, rank].filter(Boolean).join(', ') || t`none so far`}; needs ${sayNeed(finding)}`;
  }
  if (kind === 'rfm') {
    const found = typeof figure === 'object' && figure !== null ? Object.entries(figure) : [];
    const classes = found
      .map(([name, level]) => `${CLASSES[name as keyof typeof CLASSES]} ${String(level)}`)
      .join(', ');
    return t`${sayFound(finding)}: ${classes || t`no order remembered`}; needs ${sayNeed(finding)}`;
  }
  return isFigure(condition) ? sayFound(finding) : t`${sayFound(finding)}; needs ${sayNeed(finding)}`;
}

/** One sentence without its full stop. Groups name how their parts count; the parts say the rest. */
export function sayReason(finding: Finding, nameOf: (id: string) => string): string {
  return sayStated(finding, sayOne(finding, nameOf));
}

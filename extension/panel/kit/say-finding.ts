// Says why a rule holds or not, for authors: what was found, what is needed. The findings come from the engine's one
// walk (`find`), the same that decides, so the words cannot disagree with the answer.

import type { Doubt, Finding } from '../../../shared/engine/decide.ts';
import type { Condition } from '../../../shared/schema/condition.ts';
import type { Predicate } from '../../../shared/schema/predicate.ts';
import { sayEvent } from './say-event.ts';
import { sayLength, sayPath, saySpan, sayTest, sayValue, sayWhere, sayWindow } from './say-test.ts';

const DOUBTS: Record<Doubt, string> = {
  waiting: 'not known: this browser has not given its consent yet, so nothing is remembered',
  memory: 'not known: this browser cannot keep a history',
  new: 'not known yet: this rule is new and the history is being read',
  clock: 'not known: this device’s clock is behind what it remembers',
  pruned: 'not known: part of that time is no longer remembered',
};

const FACTS: Record<string, string> = {
  path: 'The page',
  referrer: 'The site they came from',
  source: 'Where they came from',
  medium: 'How they came',
  campaign: 'The utm_campaign of their link',
  channel: 'The way they came',
  language: 'Language',
  languages: 'Languages',
  timeZone: 'Time zone',
  country: 'Country',
  device: 'Device',
  os: 'System',
  browser: 'Browser',
  'viewport.width': 'Window width',
  colorScheme: 'Colours',
  pointer: 'Pointer',
  saveData: 'Saves data',
  hour: 'Hour of the day',
  weekday: 'Day of the week',
  visitNumber: 'Visit number',
  pageNumber: 'Page of this visit',
};
/** For a field in which the key itself may stand. */
export const sayFactName = (key: string): string => FACTS[key] ?? key;

const GROUPS = { all: 'All of these', any: 'At least one of these', none: 'None of these' };
const FIGURES: Record<string, string> = { sum: 'Total', average: 'Average', min: 'Lowest', max: 'Highest' };

/** The engine keeps no more than a rule can ask for: past that, a count says only "or more". */
function isCapped(condition: Condition, figure: unknown): boolean {
  const edges = ('is' in condition ? (JSON.stringify(condition.is).match(/\d+(\.\d+)?/g) ?? []) : []).map(
    Number,
  );
  return 'event' in condition && Number(figure) > Math.max(0, ...edges);
}
const times = (count: unknown, isMore = false) =>
  count === 0
    ? 'never'
    : isMore
      ? `${String(count)} times or more`
      : count === 1
        ? 'once'
        : `${String(count)} times`;
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const number = (value: unknown) =>
  value === undefined ? 'nothing' : typeof value === 'number' ? String(+value.toFixed(2)) : sayValue(value);

function sayCount(need: Condition & { is?: unknown }): string {
  const test = sayTest(need.is as never);
  return /^\d+$/.test(test) ? (test === '0' ? 'never' : `exactly ${test}`) : test;
}

const sayFact = (key: string): string =>
  key.startsWith('query.') ? `“${key.slice(6)}” in the address` : (FACTS[key] ?? key);

/** What was looked at and what was found, without the need. */
function sayFound({ condition, figure }: Finding): string {
  switch (condition.kind) {
    case 'trait':
      return `Stated “${condition.key}”: ${figure === undefined ? 'nothing' : sayValue(figure)}`;
    case 'context':
      return `${sayFact(condition.key)}: ${figure === undefined ? 'not known' : sayValue(figure)}`;
    case 'count':
      return `${sayEvent(condition.event)}${sayWhere(condition.where)}: ${times(figure, isCapped(condition, figure))}${sayWindow(condition)}`;
    case 'sum':
    case 'average':
    case 'min':
    case 'max':
      return `${FIGURES[condition.kind]} ${sayPath(condition.of)} of “${lower(sayEvent(condition.event))}”${sayWhere(condition.where)}: ${number(figure)}${sayWindow(condition)}`;
    case 'distinct':
      return `${sayEvent(condition.event)}${sayWhere(condition.where)}, different ${sayPath(condition.of)}: ${number(figure)}${sayWindow(condition)}`;
    case 'days':
      return `${condition.event ? sayEvent(condition.event) : 'Was here'} on ${number(figure)} ${figure === 1 ? 'day' : 'days'}${sayWindow(condition)}`;
    case 'first':
    case 'last':
      return `The ${condition.kind} time they ${lower(sayEvent(condition.event))}, ${sayPath(condition.of)} was ${number(figure)}`;
    case 'since':
      return `${sayEvent(condition.event)}${sayWhere(condition.where)}: ${figure === undefined ? 'never, as far as this device remembers' : `${sayLength(Number(figure))} ago`}`;
    case 'age':
      return `First seen ${figure === undefined ? 'just now' : `${sayLength(Number(figure))} ago`}`;
    case 'away':
      return figure === undefined
        ? 'No earlier visit is remembered'
        : `Was away for ${sayLength(Number(figure))} before this visit`;
    case 'sequence':
      return condition.steps.map(({ event, where }) => sayEvent(event) + sayWhere(where)).join(', then ');
    case 'interest':
      return `Interest in “${condition.topic}”`;
    case 'score':
      return `Points for what they did: ${number(figure)}`;
    case 'rfm':
      return 'How lately, how often and for how much they ordered (1 to 5)';
    default:
      return condition.kind;
  }
}

/** A test on a share as one on percent. */
const toPercent = (is: Predicate): Predicate =>
  JSON.parse(JSON.stringify(is), (_key, part) =>
    typeof part === 'number' ? `${Math.round(part * 100)} %` : part,
  );

function sayNeed({ condition }: Finding): string {
  switch (condition.kind) {
    case 'count':
      return sayCount(condition);
    case 'sequence': {
      const { steps, within, without, inLast, after } = condition;
      const isOne = steps.length === 1;
      const parts = [
        !isOne && `within ${saySpan(within)}`,
        inLast && `${isOne ? '' : 'the last of them '}in the last ${saySpan(inLast)}`,
        after && `at least ${saySpan(after)} ago`,
        without && `and not “${lower(sayEvent(without.event))}” since then`,
      ];
      return parts.filter(Boolean).join(', ') || 'to happen';
    }
    case 'interest':
      return [
        condition.share !== undefined && `${sayTest(toPercent(condition.share))} of all interest`,
        condition.rank !== undefined && `rank ${sayTest(condition.rank)}`,
      ]
        .filter(Boolean)
        .join(' and ');
    case 'rfm':
      return (['recency', 'frequency', 'monetary'] as const)
        .filter((name) => condition[name] !== undefined)
        .map((name) => `${name} ${sayTest(condition[name])}`)
        .join(', ');
    case 'since':
    case 'age':
    case 'away':
      return sayTest(condition.is);
    default:
      return 'is' in condition ? sayTest(condition.is) : '';
  }
}

function saySequence({ value }: Finding): string {
  return value === true ? 'happened' : 'has not happened';
}

/** One sentence without its full stop. Groups name how their parts count; the parts say the rest. */
/** @param nameOf turns a segment's id into its name */
export function sayReason(finding: Finding, nameOf: (id: string) => string): string {
  const { condition, doubt, of, figure } = finding;
  const { kind } = condition;
  if (kind === 'all' || kind === 'any' || kind === 'none') return GROUPS[kind];
  if (kind === 'segment') return `In the segment “${nameOf(condition.id)}”`;
  if (doubt && !of)
    return `${sayFound({ ...finding, figure: undefined }).replace(/: .*$/, '')}: ${DOUBTS[doubt]}`;
  if (kind === 'sequence')
    return `${sayFound(finding)}: ${saySequence(finding)}; needs it ${sayNeed(finding)}`;
  if (kind === 'interest') {
    const found = typeof figure === 'object' && figure !== null ? (figure as Record<string, unknown>) : {};
    const share =
      typeof found.share === 'number' ? `${Math.round(found.share * 100)} % of all interest` : undefined;
    const rank = typeof found.rank === 'number' ? `number ${found.rank}` : undefined;
    return `${sayFound(finding)}: ${[share, rank].filter(Boolean).join(', ') || 'none so far'}; needs ${sayNeed(finding)}`;
  }
  if (kind === 'rfm') {
    const found = typeof figure === 'object' && figure !== null ? Object.entries(figure) : [];
    const classes = found.map(([name, level]) => `${name} ${String(level)}`).join(', ');
    return `${sayFound(finding)}: ${classes || 'no order remembered'}; needs ${sayNeed(finding)}`;
  }
  return `${sayFound(finding)}; needs ${sayNeed(finding)}`;
}

// The reasons of an answer, in plain words with the numbers behind them, and what would change it.
//
// Words the very findings that decide, so the two cannot disagree. Pass another table to say it in other words.

import { ms } from '../grammar/duration.ts';
import { type Finding, find } from './decide.ts';
import { own } from './dig.ts';
import { explainStated } from './find-stated.ts';
import { holds, numbersIn } from './predicate.ts';
import type { Truth, View } from './view.ts';
import { explainWeighed } from './weigh.ts';
import { english, type Words } from './words.ts';

export interface Reason {
  kind: string;
  value: Truth;
  /** ms since epoch; null = never without a new event */
  until: number | null;
  text: string;
  of?: Reason[];
}

/** A condition of any kind, as far as sentences name its fields. */
interface Said {
  [field: string]: unknown;
  kind: string;
  event?: string;
  where?: object;
  is?: never;
  between?: string[];
  steps?: Step[];
  without?: Step;
  weights?: Record<string, number>;
}
type Step = { event?: string; where?: object };

const UNITS_MS = [1e3, 6e4, 36e5, 864e5];

const put = (template = '', parts: Record<string, unknown>): string =>
  template.replace(/\$(\w)/g, (_all, name: string) => `${parts[name] ?? ''}`);

const putTime = (template: string, at: number, { locale }: Words): string =>
  at < Infinity
    ? put(template, { t: new Date(at).toLocaleString(locale, { dateStyle: 'full', timeStyle: 'short' }) })
    : '';

/** As the language writes it. 0.8 → "0,8" */
const sayNumber = (number: number, digits: number, { locale }: Words): string =>
  (+number.toFixed(digits)).toLocaleString(locale);

/** A figure that is a length, a value or a test. 129600000 → "36 hours": in the greatest unit of which there are two. */
const say = (part: unknown, words: Words, isLength?: boolean): string => {
  if (Array.isArray(part)) return part.map((each) => say(each, words)).join(', ');
  if (part && typeof part === 'object') {
    if (`${Object.keys(part)}` === '$gte,$lte')
      return Object.values(part)
        .map((each) => say(each, words))
        .join(words.to);
    return Object.entries(part)
      .filter(([, test]) => test !== undefined)
      .map(([key, test]) => `${say(key, words)}${key[0] === '$' ? ' ' : words.is}${say(test, words)}`.trim())
      .join(words.and);
  }
  const length = isLength ? Number(part) : ms(part);
  if (length >= 0) {
    const unit = UNITS_MS.findLastIndex((each, i) => !i || length >= 2 * each);
    return `${sayNumber(length / (UNITS_MS[unit] as number), 1, words)} ${words.units[unit]}`;
  }
  const text = typeof part === 'number' ? sayNumber(part, 2, words) : `${part}`;
  return own(words.names, text) ?? text.replace(/^\$/, '');
};

/** "Viewed an item where price is at least 30" */
const sayStep = ({ event = '', where }: Step, words: Words): string =>
  (own(words.events, event) ?? `${event}`.replace(/_/g, ' ')) +
  (where ? words.where + say(where, words) : '');

const sayLeaf = (
  { condition, value, figure, doubt, until, changes, says }: Finding,
  words: Words,
): string => {
  const said: Said = Object(condition);
  const { kind, key, topic, of, is, within, between, steps, without, weights, where, ...rest } = said;
  const fields: Record<string, unknown> = {
    ...rest,
    [steps ? 'steps' : 'within']: within,
    between: between?.map((each) => say(each, words)).join(words.to),
    without: without && sayStep(without, words),
  };
  const w = Object.entries(words.windows)
    .map(([field, template]) => (fields[field] ? put(template, { n: say(fields[field], words) }) : ''))
    .join('');
  const isWhole = kind === 'count' || kind === 'days' || kind === 'distinct';
  const isLength = kind === 'since' || kind === 'age' || kind === 'away';
  const n =
    figure === undefined ? (doubt ? '?' : words.nothing) : say(figure, words, isLength) || words.nothing;
  // of a window the engine keeps no more than the rule can ask for
  const isMore = isWhole && w && Number(figure) > Math.max(...numbersIn(is));
  const events = weights ? Object.keys(weights).map((event) => ({ event })) : [said];
  const e = (steps ?? events).map((step) => sayStep(step, words)).join(steps ? words.next : ', ');
  const [one, many = one, none, never] = (words.kinds[kind] ?? words.kinds[''] ?? '').split('|');
  const [sentence, need] = says?.({ n, words, put, say, sayStep }) ?? [
    put(figure === 1 ? one : figure === 0 ? (none ?? many) : many, {
      ...{ k: say(key ?? topic ?? kind, words), o: of ? ` ${say(of, words)}` : '', e, w },
      n: isMore ? `${n}+` : n,
    }),
  ];
  const needs = steps
    ? ''
    : put(words.needs, { t: need ?? (is === 0 && never ? never : say(is ?? rest, words)) });
  if (value === 'unknown')
    return `${sentence + needs}. ${put(words.answers.unknown, { t: words.doubts[`${doubt}`] })}`;
  const isNear = isWhole && holds(is, Number(figure) + 1) !== value;
  const more =
    isNear && put(words.more[`${value}`], { t: putTime(words.before, changes?.() ?? Infinity, words) });
  return `${sentence + needs}.${more || ''}${putTime(words.until, until(), words)}`;
};

const reasonOf = (finding: Finding, words: Words): Reason => {
  const { condition, value, doubt, of } = finding;
  const { kind } = condition;
  const until = finding.until();
  return {
    kind,
    value,
    until: until < Infinity ? until : null,
    text:
      kind === 'segment'
        ? put(words.answers[`${value}`], { k: condition.id, t: words.doubts[`${doubt}`] }) +
          putTime(words.until, until, words)
        : of
          ? (words.kinds[kind] ?? '')
          : sayLeaf(finding, words),
    ...(of && { of: of.map((part) => reasonOf(part, words)) }),
    ...explainWeighed(finding, words, reasonOf),
    ...explainStated(finding, words, sayLeaf),
  };
};

/**
 * Why a visitor is in a segment or not, and since when this device remembers.
 *
 * @param table other words, or what makes them of the English ones
 * @throws RangeError on an unknown id, naming the known ones
 */
export function explain(
  id: string,
  view: View,
  table: Words | ((english: Words) => Words) = english,
): Reason & { id: string } {
  const words = typeof table === 'function' ? table(english) : table;
  const reason = reasonOf(find({ kind: 'segment', id }, view), words);
  return {
    id,
    ...reason,
    text: reason.text + putTime(words.since, view.profile.firstSeenAt ?? Infinity, words),
  };
}

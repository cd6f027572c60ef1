// How a value is compared: an operator to choose and the figures beside it, read off a test of the config and written back
// as it was. What is more than one operator, or the two of a range, is left as it stands.

import { ms } from '../../../shared/grammar/duration.ts';
import type { Predicate } from '../../../shared/schema/predicate.ts';
import { t } from '../../../shared/words/t.ts';
import type { Value } from '../draft/suggestions.ts';
import { writeSpan } from '../kit/read-span.ts';
import { fromPerCent, toPerCent } from './per-cent.ts';

const OF_NUMBERS = [
  ['$gte', t`at least`],
  ['$lte', t`at most`],
  ['$gte $lte', t`from … to …`],
  ['$eq', t`exactly`],
  ['$gt', t`more than`],
  ['$lt', t`less than`],
  ['$ne', t`anything but`],
] as const;

const OPERATORS = {
  number: OF_NUMBERS,
  /** what is counted: no part of one, and none below 0 */
  whole: OF_NUMBERS,
  /** shown in per cent */
  chance: OF_NUMBERS,
  span: [
    ['$gt', t`longer than`],
    ['$gte', t`at least`],
    ['$lt', t`less than`],
    ['$lte', t`at most`],
    ['$gte $lte', t`from … to …`],
  ],
  value: [
    ['$eq', t`is`],
    ['$ne', t`is not`],
    ['$in', t`is one of`],
    ['$nin', t`is none of`],
    ['$contains', t`contains`],
    ['$startsWith', t`begins with`],
    ['$endsWith', t`ends with`],
    ['$gte', t`at least`],
    ['$lte', t`at most`],
    ['$gte $lte', t`from … to …`],
    ['$gt', t`more than`],
    ['$lt', t`less than`],
    ['known', t`is known`],
    ['missing', t`is not known`],
  ],
} as const;

export type Kind = keyof typeof OPERATORS;

/** Ranges by their two operators; all but the first are offered only where one stands. */
const RANGES: Record<string, { label: string; words: [low: string, high: string] }> = {
  '$gte $lte': { label: t`from … to …`, words: [t`from`, t`to`] },
  '$gte $lt': { label: t`from … to less than …`, words: [t`from`, t`to less than`] },
  '$gt $lte': { label: t`more than … up to …`, words: [t`more than`, t`up to`] },
  '$gt $lt': { label: t`more than … and less than …`, words: [t`more than`, t`and less than`] },
};
export const wordsOf = (operator: string): [low: string, high: string] | undefined => RANGES[operator]?.words;
const isRange = (operator: string): boolean => operator in RANGES;
export const boundsOf = (operator: string): [low: string, high: string] => {
  const [low = '', high = ''] = operator.split(' ');
  return [low, high];
};

/** Their value is text, even where it reads as a number. */
const OF_TEXT = ['$contains', '$startsWith', '$endsWith'];
const OF_LISTS = ['$in', '$nin'];
const OF_MOST = ['$lte', '$lt'];

export interface Comparison {
  operator: string;
  /** as an author reads and writes them: of a range two, of a list one with commas */
  texts: string[];
}

/** Changes the test as it is stored by then: what was written just before may not have come back yet. */
export type ChangeTest = (act: (is: unknown) => Predicate) => void;

/** What decides how a text that was typed is meant. */
export interface Meaning {
  kind: Kind;
  /** always text: "2024" is no number */
  isText?: boolean;
  /** values of this kind: what was seen as text stays text, even where it reads as a number */
  seen?: readonly Value[];
}

/** @param standing the operator in front, and one that may be gone back to */
export const offer = (kind: Kind, standing: string[]): [operator: string, label: string][] =>
  OPERATORS[kind].flatMap(([name, label]) =>
    name === '$gte $lte'
      ? Object.entries(RANGES)
          .filter(([one]) => one === name || standing.includes(one))
          .map(([one, range]): [string, string] => [one, range.label])
      : [[name, label] as [string, string]],
  );

const asShown = (value: unknown, kind: Kind): string =>
  String((kind === 'chance' && typeof value === 'number' ? toPerCent(value) : value) ?? '');

/** A figure as an author has written it, within a sentence. */
export const sayFigure = (text: string, kind: Kind): string =>
  kind === 'span' ? writeSpan(text) : kind === 'chance' ? `${text} %` : text;

function isBound(value: unknown, kind: Kind): boolean {
  const isNumber = typeof value === 'number';
  const isText = typeof value === 'string';
  return kind === 'value' ? isNumber || isText : kind === 'span' ? isText : isNumber;
}

/** @returns undefined where there is more to it */
export function readTest(is: unknown, kind: Kind): Comparison | undefined {
  if (typeof is !== 'object' || is === null) return { operator: '$eq', texts: [asShown(is, kind)] };
  if (Array.isArray(is)) return undefined;
  const all = Object.entries(is);
  const [first] = all;
  if (!first || all.length > 2) return undefined;
  if (all.length === 2) {
    const operator = Object.keys(RANGES).find((name) => boundsOf(name).every((one) => one in is));
    if (operator === undefined || !all.every(([, value]) => isBound(value, kind))) return undefined;
    const values: Record<string, unknown> = { ...is };
    return { operator, texts: boundsOf(operator).map((one) => asShown(values[one], kind)) };
  }
  const [operator, value] = first;
  if (operator === '$exists') return { operator: value === false ? 'missing' : 'known', texts: [''] };
  const isKnown = OPERATORS[kind].some(([name]) => name === operator);
  if (!isKnown || (typeof value === 'object' && !Array.isArray(value))) return undefined;
  return { operator, texts: [Array.isArray(value) ? value.join(', ') : asShown(value, kind)] };
}

function toValue(text: string, { kind, isText = false, seen = [] }: Meaning): Value {
  if (kind === 'span' || isText) return text;
  if (kind === 'number' || kind === 'whole') return Number(text);
  if (kind === 'chance') return fromPerCent(Number(text));
  const same = seen.find((one) => String(one) === text);
  if (same !== undefined) return same;
  if (text === 'true') return true;
  if (text === 'false') return false;
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** Whether what was typed can be such a figure; an empty field is another matter. */
export const isFigure = (typed: string, kind: Kind): boolean =>
  kind !== 'whole' || !typed.trim() || (Number.isInteger(Number(typed)) && Number(typed) >= 0);

const split = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

export function writeTest({ operator, texts }: Comparison, meaning: Meaning): Predicate {
  const [text = '', last = text] = texts;
  if (operator === 'known' || operator === 'missing') return { $exists: operator === 'known' };
  if (isRange(operator)) {
    const [low, high] = boundsOf(operator);
    return { [low]: toValue(text, meaning), [high]: toValue(last, meaning) };
  }
  if (OF_LISTS.includes(operator)) return { [operator]: split(text).map((one) => toValue(one, meaning)) };
  const value = toValue(text, OF_TEXT.includes(operator) ? { ...meaning, isText: true } : meaning);
  return operator === '$eq' && meaning.kind !== 'span' ? value : { [operator]: value };
}

/** The one figure, beside the operator that was chosen meanwhile; where there is none for one figure, beside its own. */
export function writeFigure(now: unknown, operator: string, text: string, meaning: Meaning): Predicate {
  const chosen = readTest(now, meaning.kind)?.operator ?? operator;
  return writeTest({ operator: isRange(chosen) ? operator : chosen, texts: [text] }, meaning);
}

/** One figure of a range; the rest of it stays as it was written. */
export const writeBound = (
  is: object,
  operator: string,
  at: 0 | 1,
  text: string,
  meaning: Meaning,
): Predicate => ({ ...is, [boundsOf(operator)[at]]: toValue(text, meaning) });

/** Below 0 where the first comes first; NaN where they cannot be compared. */
function order(a: unknown, b: unknown, kind: Kind): number {
  if (typeof a !== typeof b) return Number.NaN;
  if (kind === 'span') return ms(a) - ms(b);
  if (typeof a === 'number') return a - Number(b);
  return String(a) < String(b) ? -1 : +(String(a) > String(b));
}

/** The other end of a range that one figure begins or ends: twice as much, or half. Of what is no amount the same. */
function findOther(text: string, kind: Kind, isMost: boolean): string {
  const [, amount, unit = ''] = (kind !== 'value' && /^(\d+(?:\.\d+)?)([a-z]?)$/.exec(text)) || [];
  if (amount === undefined) return text;
  const other = isMost ? Math.floor(Number(amount) / 2) : 2 * Number(amount) || 1;
  return (kind === 'chance' ? Math.min(other, 100) : other) + unit;
}

/** Of one figure two: the other is that of the range before, or one that leaves room. */
function widen(
  { operator, texts: [text = ''] }: Comparison,
  meaning: Meaning,
  before: Comparison | undefined,
): string[] {
  const list = OF_LISTS.includes(operator) ? split(text) : [text];
  const [low = '', high = low] = [list[0], list.at(-1)];
  if (list.length > 1) return [low, high];
  const isMost = OF_MOST.includes(operator);
  const other = findOther(low, meaning.kind, isMost);
  if (!before) return isMost ? [other, low] : [low, other];
  const [wasLow = '', wasHigh = ''] = before.texts;
  if (low === '') return [wasLow, wasHigh];
  const isInOrder = (a: string, b: string) =>
    order(toValue(a, meaning), toValue(b, meaning), meaning.kind) <= 0;
  if (isMost) return [isInOrder(wasLow, low) ? wasLow : other, low];
  return [low, isInOrder(low, wasHigh) ? wasHigh : other];
}

/**
 * What stands beside another operator: the figure that can be kept.
 *
 * @param before the range that was there last
 */
export function changeOperator(
  now: Comparison,
  operator: string,
  meaning: Meaning,
  before?: Comparison,
): Comparison {
  const { texts } = now;
  const [low = '', high = low] = texts;
  if (isRange(now.operator) === isRange(operator)) return { operator, texts };
  if (isRange(operator)) return { operator, texts: widen(now, meaning, before) };
  if (OF_LISTS.includes(operator)) return { operator, texts: [texts.join(', ')] };
  return { operator, texts: [OF_MOST.includes(operator) ? high : low] };
}

/** Why nothing can lie between the two. */
export function faultOf(is: object, operator: string, kind: Kind): 'turned' | 'empty' | 'unlike' | undefined {
  const values: Record<string, unknown> = { ...is };
  const [low, high] = boundsOf(operator).map((one) => values[one]);
  if (typeof low !== typeof high) return 'unlike';
  const by = order(low, high, kind);
  if (by > 0) return 'turned';
  return by === 0 && operator !== '$gte $lte' ? 'empty' : undefined;
}

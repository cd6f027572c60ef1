// Says tests, windows and lengths of time in plain words.

import { ms } from '../../../shared/grammar/duration.ts';
import type { Predicate, Where } from '../../../shared/schema/predicate.ts';
import { sayAll, sayAny, sayNone } from '../../../shared/words/lists.ts';
import { t } from '../../../shared/words/t.ts';

const UNITS: [length: number, say: (count: number) => string][] = [
  [864e5, (count) => (count === 1 ? t`1 day` : t`${count} days`)],
  [36e5, (count) => (count === 1 ? t`1 hour` : t`${count} hours`)],
  [6e4, (count) => (count === 1 ? t`1 minute` : t`${count} minutes`)],
  [1e3, (count) => (count === 1 ? t`1 second` : t`${count} seconds`)],
];

/** 93784000 → "1 day 2 hours"; two units at most. */
export function sayLength(length: number): string {
  let rest = Math.max(0, Math.round(length / 1000) * 1000);
  const parts: string[] = [];
  for (const [unit, say] of UNITS) {
    const count = Math.floor(rest / unit);
    if (count === 0 || parts.length === 2) continue;
    if (parts.length === 1 && unit < 6e4) break;
    rest -= count * unit;
    parts.push(say(count));
  }
  return parts.join(' ') || t`less than a second`;
}

/** "7d" → "7 days" */
export const saySpan = (span: string | undefined): string => sayLength(ms(span));

const isSpan = (value: unknown): value is string =>
  typeof value === 'string' && /^\d+(\.\d+)?[smhdw]$/.test(value);
export const sayValue = (value: unknown): string =>
  isSpan(value)
    ? saySpan(value)
    : Array.isArray(value)
      ? value.map(sayValue).join(', ')
      : value === true
        ? t`yes`
        : value === false
          ? t`no`
          : String(value);

const OPERATORS: Record<string, (value: unknown) => string> = {
  $eq: sayValue,
  $ne: (value) => t`not ${sayValue(value)}`,
  $gt: (value) => t`more than ${sayValue(value)}`,
  $gte: (value) => t`at least ${sayValue(value)}`,
  $lt: (value) => t`less than ${sayValue(value)}`,
  $lte: (value) => t`at most ${sayValue(value)}`,
  $in: (value) => t`one of ${sayValue(value)}`,
  $nin: (value) => t`none of ${sayValue(value)}`,
  $exists: (value) => (value ? t`something` : t`nothing`),
  $contains: (value) => t`something with “${sayValue(value)}” in it`,
  $startsWith: (value) => t`something that begins with “${sayValue(value)}”`,
  $endsWith: (value) => t`something that ends with “${sayValue(value)}”`,
  $not: (value) => t`not ${sayTest(value as Predicate)}`,
  $and: (value) => sayAll((value as Predicate[]).map(sayTest)),
  $or: (value) => sayAny((value as Predicate[]).map(sayTest)),
  $nor: (value) => t`neither ${sayNone((value as Predicate[]).map(sayTest))}`,
};

/** What a figure must be: "at least 3", "4 to 6", "phone". */
export function sayTest(test: Predicate | undefined): string {
  if (test === undefined) return t`anything`;
  // still to be filled in
  if (test === '') return '…';
  if (test === null || typeof test !== 'object' || Array.isArray(test)) return sayValue(test);
  const { $gte, $lte, ...more } = test;
  if ($gte !== undefined && $lte !== undefined && Object.keys(more).length === 0)
    return t`${sayValue($gte)} to ${sayValue($lte)}`;
  return sayAll(
    Object.entries(test).map(([key, value]) => OPERATORS[key]?.(value) ?? `${key} ${JSON.stringify(value)}`),
  );
}

const PATHS: Record<string, string> = {
  'items.item_category': t`category`,
  'items.item_id': t`item`,
  'items.item_name': t`item`,
  'items.item_brand': t`brand`,
  item_category: t`category`,
  path: t`path`,
  topics: t`topic`,
  topic: t`topic`,
};
export const sayPath = (path: string): string => PATHS[path] ?? path.replace(/[_.]/g, ' ');
/** The same for a field in which the path itself may stand. */
export const sayPathName = (path: string): string => PATHS[path] ?? path;

/** " where category is tents" */
export function sayWhere(where: Where | undefined): string {
  const parts = Object.entries(where ?? {}).map(([path, test]) =>
    path.startsWith('$')
      ? JSON.stringify({ [path]: test })
      : t`${sayPath(path)} is ${sayTest(test as Predicate)}`,
  );
  return parts.length ? ` ${t`where ${sayAll(parts)}`}` : '';
}

const ONE: [length: number, say: string][] = [
  [864e5, t`in the last day`],
  [36e5, t`in the last hour`],
  [6e4, t`in the last minute`],
];

/** "in the last 7 days", "in the last day" */
function sayLast(span: string): string {
  return ONE.find(([length]) => length === ms(span))?.[1] ?? t`in the last ${saySpan(span)}`;
}

export function sayWindow(of: {
  within?: string | undefined;
  between?: [string, string] | undefined;
  during?: 'visit' | undefined;
}): string {
  if (of.within) return ` ${sayLast(of.within)}`;
  if (of.between) return ` ${t`from ${saySpan(of.between[0])} to ${saySpan(of.between[1])} ago`}`;
  return of.during ? ` ${t`in this visit`}` : '';
}

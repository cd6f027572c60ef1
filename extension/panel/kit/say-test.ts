// Says tests, windows and lengths of time in plain words.

import { ms } from '../../../shared/grammar/duration.ts';
import type { Predicate, Where } from '../../../shared/schema/predicate.ts';

const UNITS: [length: number, name: string][] = [
  [864e5, 'day'],
  [36e5, 'hour'],
  [6e4, 'minute'],
  [1e3, 'second'],
];

/** 93784000 → "1 day 2 hours"; two units at most. */
export function sayLength(length: number): string {
  let rest = Math.max(0, Math.round(length / 1000) * 1000);
  const parts: string[] = [];
  for (const [unit, name] of UNITS) {
    const count = Math.floor(rest / unit);
    if (count === 0 || parts.length === 2) continue;
    if (parts.length === 1 && unit < 6e4) break;
    rest -= count * unit;
    parts.push(`${count} ${name}${count === 1 ? '' : 's'}`);
  }
  return parts.join(' ') || 'less than a second';
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
        ? 'yes'
        : value === false
          ? 'no'
          : String(value);

const OPERATORS: Record<string, (value: unknown) => string> = {
  $eq: sayValue,
  $ne: (value) => `not ${sayValue(value)}`,
  $gt: (value) => `more than ${sayValue(value)}`,
  $gte: (value) => `at least ${sayValue(value)}`,
  $lt: (value) => `less than ${sayValue(value)}`,
  $lte: (value) => `at most ${sayValue(value)}`,
  $in: (value) => `one of ${sayValue(value)}`,
  $nin: (value) => `none of ${sayValue(value)}`,
  $exists: (value) => (value ? 'something' : 'nothing'),
  $contains: (value) => `something with “${sayValue(value)}” in it`,
  $startsWith: (value) => `something that begins with “${sayValue(value)}”`,
  $endsWith: (value) => `something that ends with “${sayValue(value)}”`,
  $not: (value) => `not ${sayTest(value as Predicate)}`,
  $and: (value) => (value as Predicate[]).map(sayTest).join(' and '),
  $or: (value) => (value as Predicate[]).map(sayTest).join(' or '),
  $nor: (value) => `neither ${(value as Predicate[]).map(sayTest).join(' nor ')}`,
};

/** What a figure must be: "at least 3", "phone". */
export function sayTest(test: Predicate | undefined): string {
  if (test === undefined) return 'anything';
  if (test === null || typeof test !== 'object' || Array.isArray(test)) return sayValue(test);
  return Object.entries(test)
    .map(([key, value]) => OPERATORS[key]?.(value) ?? `${key} ${JSON.stringify(value)}`)
    .join(' and ');
}

const PATHS: Record<string, string> = {
  'items.item_category': 'category',
  'items.item_id': 'item',
  'items.item_name': 'item',
  'items.item_brand': 'brand',
  item_category: 'category',
  topics: 'topic',
  topic: 'topic',
};
export const sayPath = (path: string): string => PATHS[path] ?? path.replace(/[_.]/g, ' ');
/** The same for a field in which the path itself may stand. */
export const sayPathName = (path: string): string => PATHS[path] ?? path;

/** " where category is tents" */
export function sayWhere(where: Where | undefined): string {
  const parts = Object.entries(where ?? {}).map(([path, test]) =>
    path.startsWith('$')
      ? JSON.stringify({ [path]: test })
      : `${sayPath(path)} is ${sayTest(test as Predicate)}`,
  );
  return parts.length ? ` where ${parts.join(' and ')}` : '';
}

export function sayWindow(of: {
  within?: string | undefined;
  between?: [string, string] | undefined;
  during?: 'visit' | undefined;
}): string {
  if (of.within) return ` in the last ${saySpan(of.within)}`.replace('the last 1 ', 'the last ');
  if (of.between) return ` from ${saySpan(of.between[0])} to ${saySpan(of.between[1])} ago`;
  return of.during ? ' in this visit' : '';
}

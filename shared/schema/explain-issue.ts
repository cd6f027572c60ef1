// Puts zod's issues into words for authors: where, what was found, what to write instead.

import type * as z from 'zod';
import { t } from '../words/t.ts';
import { capAlike, placeOf, sayMore } from './cap-alike.ts';
import { describeExpected } from './expectation.ts';
import { readKnownFields } from './fields.ts';
import { findNearest } from './nearest.ts';
import { readField } from './parts.ts';
import { formatPath, type Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** What people write who know another language. */
const OPERATORS: Record<string, string> = {
  '=': '$eq',
  '==': '$eq',
  '===': '$eq',
  '!=': '$ne',
  '<>': '$ne',
  '>': '$gt',
  '>=': '$gte',
  '<': '$lt',
  '<=': '$lte',
};

/** All issues of one parse; a misspelt field is said once, not also as the lack of the field that was meant. */
export function explainIssues(issues: readonly Issue[], root: unknown, above: PropertyKey[] = []): Problem[] {
  const misspelt = new Set(
    issues.filter((issue) => issue.code === 'unrecognized_keys').map((issue) => formatPath(issue.path)),
  );
  const meant = issues.filter((issue) => issue.code !== 'custom' || !misspelt.has(formatPath(issue.path)));
  const { kept, left } = capAlike(meant, (issue) => `${issue.code} ${placeOf(formatPath(issue.path))}`);
  return [
    ...kept.flatMap((issue) => explainIssue(issue, root, above)),
    ...left.map(({ first, count }) => sayMore(formatPath([...above, ...first.path]), count, 'error')),
  ];
}

/**
 * @param root the value that was parsed, to tell what was found
 * @returns one problem per field concerned
 */
function explainIssue(issue: Issue, root: unknown, above: PropertyKey[] = []): Problem[] {
  const path = [...above, ...issue.path];
  const found = readAt(root, path);
  const one = (problem: string, remedy: string, at = path): Problem[] => [
    { path: formatPath(at), problem, remedy, severity: 'error' },
  ];
  const isMissing = found === undefined && path.length > 0;
  const missing = (expected: string) => one(t`"${String(path.at(-1))}" is missing`, t`Add it: ${expected}.`);

  switch (issue.code) {
    case 'custom':
      return one(issue.message, String(issue.params?.remedy ?? t`Correct it.`));
    case 'unrecognized_keys': {
      const known = readKnownFields(issue.message);
      const isNested = known.includes('$elemMatch');
      return issue.keys.flatMap((key) =>
        isNested && !key.startsWith('$')
          ? one(
              t`"${key}" is no operator`,
              t`To reach inside, write the path with dots: "${String(path.at(-1))}.${key}".`,
              [...path, key],
            )
          : one(t`unknown field "${key}"`, suggest(key, known, t`Fields here`), [...path, key]),
      );
    }
    case 'invalid_value': {
      const options = issue.values.map(String);
      const expected =
        options.length === 1 ? t`write ${show(issue.values[0])}` : t`one of ${options.join(', ')}`;
      if (isMissing) return missing(expected);
      if (options.length === 1) return one(t`found ${show(found)}`, t`Write ${show(issue.values[0])}.`);
      return one(t`unknown value ${show(found)}`, suggest(String(found), options, t`Possible`));
    }
    case 'invalid_union': {
      if (issue.discriminator) {
        const options = ((issue as { options?: unknown[] }).options ?? []).map(String);
        if (isMissing) return missing(t`one of ${options.join(', ')}`);
        return one(
          t`unknown ${issue.discriminator} ${show(found)}`,
          suggest(String(found), options, t`There are`),
        );
      }
      const fitting = issue.errors.find(
        (issues) => issues.length > 0 && issues.every((inner) => !isOfOtherType(inner)),
      );
      if (fitting) return explainIssues(fitting as Issue[], root, path);
      return isMissing ? missing(issue.message) : one(t`found ${show(found)}`, t`Write ${issue.message}.`);
    }
    case 'invalid_type': {
      const isWorded = !issue.message.startsWith('Invalid input');
      const expected = isWorded ? issue.message : describeExpected(issue.expected, path, found);
      return isMissing ? missing(expected) : one(t`found ${show(found)}`, t`Write ${expected}.`);
    }
    case 'invalid_format': {
      const expected = issue.message.startsWith('Invalid')
        ? t`text of the form ${issue.format}`
        : issue.message;
      return one(t`found ${show(found)}`, t`Write ${expected}.`);
    }
    case 'too_small': {
      const least = Number(issue.minimum);
      if (issue.origin === 'array') {
        return one(
          found && least === 1 ? t`the list is empty` : t`the list is too short`,
          t`Write at least ${least}.`,
        );
      }
      if (issue.origin === 'string') return one(t`the text is empty`, t`Write at least one character.`);
      return one(
        t`found ${show(found)}`,
        issue.inclusive ? t`Write a number of at least ${least}.` : t`Write a number greater than ${least}.`,
      );
    }
    case 'too_big': {
      const most = Number(issue.maximum);
      if (issue.origin === 'array') return one(t`the list is too long`, t`Write at most ${most}.`);
      const isPercent = most === 1 && typeof found === 'number' && found > 1 && found <= 100;
      const hint = isPercent ? ` ${t`A share is 0 to 1: ${found} % is ${found / 100}.`}` : '';
      return one(t`found ${show(found)}`, t`Write a number of at most ${most}.${hint}`);
    }
    default:
      return one(t`found ${show(found)}`, `${issue.message}.`);
  }
}

/** Whether this branch of a union is not what was meant, as the value is of another type altogether. */
function isOfOtherType(issue: z.core.$ZodIssueBase | Issue): boolean {
  if (issue.path.length > 0) return false;
  return ['invalid_type', 'invalid_union', 'invalid_value', 'invalid_format'].includes(String(issue.code));
}

function suggest(word: string, known: string[], label: string): string {
  const meant = OPERATORS[word];
  const nearest = meant && known.includes(meant) ? meant : findNearest(word, known);
  const list = `${label}: ${known.join(', ')}.`;
  return nearest ? t`Did you mean "${nearest}"? ${list}` : list;
}

const readAt = (root: unknown, path: PropertyKey[]): unknown => path.reduce(readField, root);

/** A found value in words, short. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'number') return t`the number ${value}`;
  if (Array.isArray(value)) return value.length ? t`a list` : t`an empty list`;
  if (typeof value === 'object' && value !== null) return t`an object`;
  return value === undefined ? 'nothing' : String(value);
}

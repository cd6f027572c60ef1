// Puts zod's issues into words for authors: where, what was found, what to write instead.
import type * as z from 'zod';
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
  const missing = (expected: string) => one(`"${String(path.at(-1))}" is missing`, `Add it: ${expected}.`);

  switch (issue.code) {
    case 'custom':
      return one(issue.message, String(issue.params?.remedy ?? 'Correct it.'));
    case 'unrecognized_keys': {
      const known = readKnownFields(issue.message);
      const isNested = known.includes('$elemMatch');
      return issue.keys.flatMap((key) =>
        isNested && !key.startsWith('$')
          ? one(
              `"${key}" is no operator`,
              `To reach inside, write the path with dots: "${String(path.at(-1))}.${key}".`,
              [...path, key],
            )
          : one(`unknown field "${key}"`, suggest(key, known, 'Fields here'), [...path, key]),
      );
    }
    case 'invalid_value': {
      const options = issue.values.map(String);
      const expected =
        options.length === 1 ? `write ${show(issue.values[0])}` : `one of ${options.join(', ')}`;
      if (isMissing) return missing(expected);
      if (options.length === 1) return one(`found ${show(found)}`, `Write ${show(issue.values[0])}.`);
      return one(`unknown value ${show(found)}`, suggest(String(found), options, 'Possible'));
    }
    case 'invalid_union': {
      if (issue.discriminator) {
        const options = ((issue as { options?: unknown[] }).options ?? []).map(String);
        if (isMissing) return missing(`one of ${options.join(', ')}`);
        return one(
          `unknown ${issue.discriminator} ${show(found)}`,
          suggest(String(found), options, 'There are'),
        );
      }
      const fitting = issue.errors.find(
        (issues) => issues.length > 0 && issues.every((inner) => !isOfOtherType(inner)),
      );
      if (fitting) return explainIssues(fitting as Issue[], root, path);
      return isMissing ? missing(issue.message) : one(`found ${show(found)}`, `Write ${issue.message}.`);
    }
    case 'invalid_type': {
      const isWorded = !issue.message.startsWith('Invalid input');
      const expected = isWorded ? issue.message : describeExpected(issue.expected, path, found);
      return isMissing ? missing(expected) : one(`found ${show(found)}`, `Write ${expected}.`);
    }
    case 'invalid_format': {
      const expected = issue.message.startsWith('Invalid')
        ? `text of the form ${issue.format}`
        : issue.message;
      return one(`found ${show(found)}`, `Write ${expected}.`);
    }
    case 'too_small': {
      const least = Number(issue.minimum);
      if (issue.origin === 'array') {
        return one(
          found && least === 1 ? 'the list is empty' : 'the list is too short',
          `Write at least ${least}.`,
        );
      }
      if (issue.origin === 'string') return one('the text is empty', 'Write at least one character.');
      return one(
        `found ${show(found)}`,
        `Write a number ${issue.inclusive ? 'of at least' : 'greater than'} ${least}.`,
      );
    }
    case 'too_big': {
      const most = Number(issue.maximum);
      if (issue.origin === 'array') return one('the list is too long', `Write at most ${most}.`);
      const isPercent = most === 1 && typeof found === 'number' && found > 1 && found <= 100;
      const hint = isPercent ? ` A share is 0 to 1: ${found} % is ${found / 100}.` : '';
      return one(`found ${show(found)}`, `Write a number of at most ${most}.${hint}`);
    }
    default:
      return one(`found ${show(found)}`, `${issue.message}.`);
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
  return nearest ? `Did you mean "${nearest}"? ${list}` : list;
}

const readAt = (root: unknown, path: PropertyKey[]): unknown => path.reduce(readField, root);

/** A found value in words, short. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'number') return `the number ${value}`;
  if (Array.isArray(value)) return value.length ? 'a list' : 'an empty list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return value === undefined ? 'nothing' : String(value);
}

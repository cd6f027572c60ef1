// The one entry for whoever writes a config: is this one fit to be published, and if not, what to write?
//
// Answers every problem it can find at once: shape (zod), then what needs two places (ids, weights, hosts,
// cycles) on the parts whose shape is sound, then advice. Never throws, whatever it is given.

import { t } from '../words/t.ts';
import { capProblems } from './cap-alike.ts';
import { findToldAnswers } from './check-answers.ts';
import { findForeignLoads } from './check-hosts.ts';
import { findMissingLanguages } from './check-languages.ts';
import { findUncountable } from './check-measure.ts';
import { findDropped, findOddValues, findWeightless } from './check-parts.ts';
import { findInQuestions } from './check-questions.ts';
import { findBrokenReferences } from './check-references.ts';
import { findSensitive } from './check-sensitive.ts';
import { Config } from './config.ts';
import { explainIssues, show } from './explain-issue.ts';
import { findNewer } from './find-newer.ts';
import { DEEPEST, MOST_CHARACTERS, MOST_VALUES } from './limits.ts';
import { parseJson } from './parse-json.ts';
import { readParts } from './parts.ts';
import { cutQuoted, formatPath, type Problem } from './problem.ts';
import { readKnown } from './read-known.ts';

export interface Checked {
  /** Present when there is no error; warnings may still be there. */
  config?: Config;
  /** Where a newer release made it: which, in words, and what is understood of it, to be looked at and never written. */
  newer?: { why: string; known?: Config };
  /** Errors first, each group in the order of the file. */
  problems: Problem[];
}

/** @param source the text of a config file, or the value it holds */
export function checkConfig(source: unknown): Checked {
  if (typeof source === 'string' && source.length > MOST_CHARACTERS) {
    return refuse(
      [],
      t`the file has ${(source.length / 1e6).toFixed(1)} million characters, of at most ${MOST_CHARACTERS / 1e6}`,
      t`A config has a few thousand: put pictures into files of their own, and take out what is not used.`,
    );
  }
  const parsed = typeof source === 'string' ? parseJson(source) : { value: source, duplicates: [] };
  if ('problem' in parsed) {
    const place = t`line ${parsed.line}, column ${parsed.column}`;
    return refuse([], `${place}: ${parsed.problem}`, parsed.remedy);
  }
  const { value, duplicates } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse([], t`found ${show(value)} instead of a config`, t`Write an object: { "version": 1, … }.`);
  }
  const unsafe = findUnsafeShape(value);
  if (unsafe) return { problems: [unsafe] };
  const newer = findNewer(value);
  if (newer?.path === 'version') return { problems: [newer], newer: { why: newer.problem } };

  const result = Config.safeParse(value);
  const issues = result.success ? [] : result.error.issues;
  const parts = readParts(
    value,
    issues.map(({ path }) => path),
  );
  const problems = [
    ...(newer ? [newer] : []),
    ...duplicates,
    ...explainIssues(issues, value),
    ...findBrokenReferences(parts),
    ...findWeightless(parts),
    ...findForeignLoads(parts),
    ...findSensitive(parts),
    ...findOddValues(parts),
    ...findDropped(parts),
    ...findMissingLanguages(parts),
    ...findUncountable(parts),
    ...findInQuestions(parts),
    ...findToldAnswers(parts),
  ];
  const said = capProblems(problems).map((each) => ({
    ...each,
    problem: cutQuoted(each.problem),
    remedy: cutQuoted(each.remedy),
  }));
  said.sort((a, b) => rank(a) - rank(b));
  const isFit = result.success && said.every((problem) => problem.severity === 'warning');
  return {
    ...(isFit && { config: result.data }),
    problems: said,
    ...(newer && { newer: sayNewer(newer, readKnown(parts)) }),
  };
}

const sayNewer = ({ problem: why }: Problem, known: Config | undefined) => ({ why, ...(known && { known }) });

const rank = (problem: Problem) => (problem.severity === 'error' ? 0 : 1);

function refuse(path: PropertyKey[], problem: string, remedy: string): Checked {
  return { problems: [{ path: formatPath(path), problem, remedy, severity: 'error' }] };
}

/** What must not even be walked: a value nested without end, or one that reaches for prototypes. */
function findUnsafeShape(root: object): Problem | undefined {
  const stack: { value: unknown; path: PropertyKey[] }[] = [{ value: root, path: [] }];
  let count = 0;
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { value, path } = item;
    count++;
    if (count + stack.length > MOST_VALUES) {
      return {
        path: '',
        problem: t`more than ${MOST_VALUES.toLocaleString('en')} values`,
        remedy: t`A config has a few thousand: take out what is not used.`,
        severity: 'error',
      };
    }
    if (typeof value !== 'object' || value === null) continue;
    if (path.length > DEEPEST) {
      return {
        path: formatPath(path.slice(0, 4)),
        problem: t`nested more than ${DEEPEST} levels deep`,
        remedy: t`Split the rule into segments that refer to each other.`,
        severity: 'error',
      };
    }
    const isList = Array.isArray(value);
    for (const key of Object.keys(value).slice(0, MOST_VALUES + 1)) {
      const at = [...path, isList ? Number(key) : key];
      if (key === '__proto__') {
        return {
          path: formatPath(at),
          problem: t`the name __proto__ is not allowed`,
          remedy: t`Choose another name.`,
          severity: 'error',
        };
      }
      stack.push({ value: (value as Record<string, unknown>)[key], path: at });
    }
  }
  return undefined;
}

// The one entry for whoever writes a config: is this one fit to be published, and if not, what to write?
//
// Answers every problem it can find at once: shape (zod), then what needs two places (ids, weights, hosts,
// cycles) on the parts whose shape is sound, then advice. Never throws, whatever it is given.

import { findForeignLoads } from './check-hosts.ts';
import { findDropped, findOddValues, findWeightless } from './check-parts.ts';
import { findBrokenReferences } from './check-references.ts';
import { findSensitive } from './check-sensitive.ts';
import { Config } from './config.ts';
import { explainIssues, show } from './explain-issue.ts';
import { parseJson } from './parse-json.ts';
import { readParts } from './parts.ts';
import { formatPath, type Problem } from './problem.ts';

export interface Checked {
  /** Present when there is no error; warnings may still be there. */
  config?: Config;
  /** Errors first, each group in the order of the file. */
  problems: Problem[];
}

const DEEPEST = 64;

/** @param source the text of a config file, or the value it holds */
export function checkConfig(source: unknown): Checked {
  const parsed = typeof source === 'string' ? parseJson(source) : { value: source };
  if ('problem' in parsed) {
    const place = `line ${parsed.line}, column ${parsed.column}`;
    return refuse([], `${place}: ${parsed.problem}`, parsed.remedy);
  }
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse([], `found ${show(value)} instead of a config`, 'Write an object: { "version": 1, … }.');
  }
  const unsafe = findUnsafeShape(value);
  if (unsafe) return { problems: [unsafe] };
  const version: unknown = (value as { version?: unknown }).version;
  if (typeof version === 'number' && version > 1) {
    return refuse(
      ['version'],
      `found version ${version}, which a newer Selvedge wrote; this one reads version 1`,
      'Update Selvedge, or publish the config again with version 1.',
    );
  }

  const result = Config.safeParse(value);
  const problems = result.success ? [] : explainIssues(result.error.issues, value);
  const parts = readParts(value, problems);
  problems.push(
    ...findBrokenReferences(parts),
    ...findWeightless(parts),
    ...findForeignLoads(parts),
    ...findSensitive(parts),
    ...findOddValues(parts),
    ...findDropped(parts),
  );
  problems.sort((a, b) => rank(a) - rank(b));
  const isFit = result.success && problems.every((problem) => problem.severity === 'warning');
  return isFit ? { config: result.data, problems } : { problems };
}

const rank = (problem: Problem) => (problem.severity === 'error' ? 0 : 1);

function refuse(path: PropertyKey[], problem: string, remedy: string): Checked {
  return { problems: [{ path: formatPath(path), problem, remedy, severity: 'error' }] };
}

/** What must not even be walked: a value nested without end, or one that reaches for prototypes. */
function findUnsafeShape(root: object): Problem | undefined {
  const stack: { value: unknown; path: PropertyKey[] }[] = [{ value: root, path: [] }];
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { value, path } = item;
    if (typeof value !== 'object' || value === null) continue;
    if (path.length > DEEPEST) {
      return {
        path: formatPath(path.slice(0, 4)),
        problem: `nested more than ${DEEPEST} levels deep`,
        remedy: 'Split the rule into segments that refer to each other.',
        severity: 'error',
      };
    }
    const isList = Array.isArray(value);
    for (const key of Object.keys(value)) {
      const at = [...path, isList ? Number(key) : key];
      if (key === '__proto__') {
        return {
          path: formatPath(at),
          problem: 'the name __proto__ is not allowed',
          remedy: 'Choose another name.',
          severity: 'error',
        };
      }
      stack.push({ value: (value as Record<string, unknown>)[key], path: at });
    }
  }
  return undefined;
}

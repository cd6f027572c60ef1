// Where in its file a problem stands: the line and the column that an editor goes to.

import { DEEPEST } from '../shared/schema/limits.ts';
import { formatPath, type Problem } from '../shared/schema/problem.ts';
import { walkJson } from '../shared/schema/walk-json.ts';

/** Both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Without a place where it is about the file as a whole. */
export type PlacedProblem = Problem & Partial<Place>;

/** The last part of a path, as formatPath writes it. */
const LAST = /(?:^|\.)[$\w]+$|\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/;

/**
 * @param problems of what this text holds
 * @param text JSON that can be parsed
 * @returns errors first, each group in the order of the file
 */
export function placeProblems(problems: readonly Problem[], text: string): PlacedProblem[] {
  if (problems.length === 0) return [];
  const places = new Map<string, number>();
  // of two fields of one name the last counts, as it does for JSON.parse
  walkJson(text, (index, _isAgain, place) => {
    if (place.depth() <= DEEPEST) places.set(formatPath(place.path()), index);
  });
  /** What is missing stands nowhere: what it is missing in is named. */
  const find = (path: string): number => {
    const around = path.replace(LAST, '');
    return places.get(path) ?? (around === path ? 0 : find(around));
  };
  const placeAt = createPlaceAt(text);
  return problems
    .map((problem) => ({ problem, index: find(problem.path) }))
    .sort((a, b) => rank(a.problem) - rank(b.problem) || a.index - b.index)
    .map(({ problem, index }) => ({ ...problem, ...placeAt(index) }));
}

const rank = ({ severity }: Problem): number => (severity === 'error' ? 0 : 1);

/** @returns what makes a place of an index into the text */
export function createPlaceAt(text: string): (index: number) => Place {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (index) => {
    const line = starts.findLastIndex((start) => start <= index);
    return { line: line + 1, column: index - (starts[line] ?? 0) + 1 };
  };
}

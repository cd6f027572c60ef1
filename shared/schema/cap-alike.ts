// One mistake made a thousand times is one thing to say, not a thousand.

import { t } from '../words/t.ts';
import { MOST_ALIKE } from './limits.ts';
import type { Problem } from './problem.ts';

/** The place as it reads for all items of a list: `segments[].when.event`. */
export const placeOf = (path: string): string => path.replace(/\[\d+\]/g, '[]');

/**
 * Leaves the first of each kind.
 *
 * @param kindOf what makes two items alike
 * @returns what is left, in order, and the items left out, by the last one of their kind that is left
 */
export function capAlike<T>(
  items: Iterable<T>,
  kindOf: (item: T) => string,
): { kept: T[]; left: { first: T; count: number }[] } {
  const counts = new Map<string, number>();
  const left = new Map<string, { first: T; count: number }>();
  const kept: T[] = [];
  for (const item of items) {
    const kind = kindOf(item);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count <= MOST_ALIKE) kept.push(item);
    else {
      const rest = left.get(kind);
      if (rest) rest.count++;
      else left.set(kind, { first: item, count: 1 });
    }
  }
  return { kept, left: [...left.values()] };
}

/** What is said of those left out. @param path where the first of them is */
export const sayMore = (path: string, count: number, severity: Problem['severity']): Problem => ({
  path,
  problem: t`${count} more of this kind from here on`,
  remedy: t`Mend those that are named first; the same probably mends these.`,
  severity,
});

/** At most so many problems of one kind, then how many more there are; the order stays. */
export function capProblems(problems: Problem[]): Problem[] {
  // what is quoted makes no kind of its own
  const kindOf = ({ path, problem, severity }: Problem) =>
    `${severity} ${placeOf(path)} ${problem.replace(/"[^"]*"/g, '""').replace(/\d+/g, '0')}`;
  const { kept, left } = capAlike(problems, kindOf);
  return [...kept, ...left.map(({ first, count }) => sayMore(first.path, count, first.severity))];
}

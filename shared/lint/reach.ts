// Advice on segments as such: nobody is in it, everybody is, two are the same, there are too many.

import type { Config } from '../schema/config.ts';
import type { Problem, Said } from '../schema/problem.ts';
import { t } from '../words/t.ts';
import { nameOfSegment } from './names.ts';
import type { Crowd } from './simulate.ts';

/** More segments than anybody can tell apart or write for. */
const MANY = 24;
/** Of the visitors in either of two segments, this share is in both. */
const ALMOST = 0.95;

export function lintReach(config: Config, crowd: Crowd): Problem[] {
  const problems: Problem[] = [];
  const warn = (path: string, problem: string, remedy: string, inPanel?: Said) =>
    problems.push({ path, problem, remedy, severity: 'warning', ...(inPanel && { inPanel }) });
  const { segments } = config;
  const { length } = segments;
  const few = t`Keep those that get something of their own; ${MANY} is plenty.`;
  if (length > MANY) warn('segments', t`${length} segments are more than anyone can write for`, few);
  const seen = new Map<string, string>();
  segments.forEach(({ id }, i) => {
    const path = `segments[${i}]`;
    const members = crowd.members.get(id);
    if (!members) return;
    if (members.size === 0) {
      warn(
        `${path}.when`,
        t`none of ${crowd.size} made-up visitors gets into "${id}"`,
        t`Look for parts that exclude each other, such as a number that must be both above 5 and below 3.`,
        {
          problem: t`none of ${crowd.size} made-up visitors gets into it`,
          remedy: t`Look for parts that exclude each other, such as a number that must be both above 5 and below 3.`,
        },
      );
      return;
    }
    if (members.size === crowd.size) {
      warn(`${path}.when`, t`"${id}" holds everyone`, t`Use "everyone" instead, or narrow the rule.`, {
        problem: t`everyone is in it`,
        remedy: t`Show it to everyone instead, or ask for more in its rule.`,
      });
      return;
    }
    const key = [...members].join();
    const twin = seen.get(key);
    if (twin !== undefined) {
      warn(
        `${path}.when`,
        t`"${id}" and "${twin}" hold the same visitors (${members.size} of ${crowd.size} made-up ones)`,
        t`Keep one of them.`,
        {
          problem: t`it holds the same visitors as “${nameOfSegment(config, twin)}” (${members.size} of ${crowd.size} made-up ones)`,
          remedy: t`Keep one of them.`,
        },
      );
    } else seen.set(key, id);
  });
  return problems.concat(findOverlaps(config, crowd));
}

/** Segments that are almost the same: 19 of 20 visitors in either are in both. */
function findOverlaps(config: Config, { members }: Crowd): Problem[] {
  const { segments } = config;
  const problems: Problem[] = [];
  const tried = segments.filter(({ id }) => members.has(id));
  tried.forEach(({ id }, i) => {
    const mine = members.get(id) ?? new Set();
    for (const { id: earlier } of tried.slice(0, i)) {
      const theirs = members.get(earlier) ?? new Set();
      if (Math.min(mine.size, theirs.size) < ALMOST * Math.max(mine.size, theirs.size)) continue;
      const both = [...mine].filter((visitor) => theirs.has(visitor)).length;
      const either = mine.size + theirs.size - both;
      if (both === either || both / either < ALMOST) continue;
      problems.push({
        path: `segments[${i}].when`,
        problem: t`"${id}" and "${earlier}" hold almost the same visitors (${both} of ${either} made-up ones)`,
        remedy: t`Keep one of them, or draw the line more clearly.`,
        severity: 'warning',
        inPanel: {
          problem: t`it holds almost the same visitors as “${nameOfSegment(config, earlier)}” (${both} of ${either} made-up ones)`,
          remedy: t`Keep one of them, or draw the line more clearly.`,
        },
      });
    }
  });
  return problems;
}

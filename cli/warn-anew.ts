// What `bundle --since OLD` says: experiences that would go on counting though they are not what was counted until now.
import { findAnew } from '../shared/publish/rounds.ts';
import type { Config } from '../shared/schema/config.ts';
import { formatPath, type Problem } from '../shared/schema/problem.ts';

/** @param since what visitors get until now */
export const warnAnew = (since: Config, config: Config): Problem[] =>
  findAnew(since, config).map(({ at, id, round, why }) => ({
    path: formatPath(at === undefined ? ['measure'] : ['experiences', at]),
    problem: why.length
      ? `"${id}" is counted on as before, and these changed: ${why.join(', ')}`
      : `"${id}" is counted in a round that was ended`,
    remedy: `Write "round": ${round}, or its numbers are mixed with those of before.`,
    severity: 'warning',
  }));

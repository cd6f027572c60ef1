// Advice on time: what a rule looks back for must still be remembered.

import { ms } from '../grammar/duration.ts';
import type { Config } from '../schema/config.ts';
import { formatPath, type Problem } from '../schema/problem.ts';
import { t } from '../words/t.ts';
import { rulesOf } from './rules-of.ts';

/** Of a config that does not say how long. */
export const DEFAULT_RETENTION = '180d';

export function lintRetention(config: Config): Problem[] {
  const retention = config.privacy?.retention ?? DEFAULT_RETENTION;
  const limit = ms(retention);
  const problems: Problem[] = [];
  const judge = (text: unknown, path: PropertyKey[]) => {
    if (typeof text !== 'string' || !(ms(text) > limit)) return;
    problems.push({
      path: formatPath(path),
      problem: t`looks back ${text}, but events are forgotten after ${retention}`,
      remedy: t`Write at most "${retention}", or set "privacy.retention" to "${text}" or more.`,
      severity: 'warning',
      inPanel: {
        problem: t`it looks back further than a browser remembers`,
        remedy: t`Let it look back less far, or have more remembered by who keeps the site’s settings.`,
      },
    });
  };
  const judgeAll = (value: unknown, path: PropertyKey[]): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        judgeAll(inner, [...path, Array.isArray(value) ? Number(key) : key]);
      }
    } else judge(value, path);
  };
  for (const { value, path } of rulesOf(config)) {
    // what is expected looks ahead
    if ('within' in value && value.kind !== 'expected') judge(value.within, [...path, 'within']);
    if ('between' in value) judge(value.between?.[0], [...path, 'between', 0]);
    if ('inLast' in value) judge(value.inLast, [...path, 'inLast']);
    if ('after' in value) judge(value.after, [...path, 'after']);
    if ('halfLife' in value) judge(value.halfLife, [...path, 'halfLife']);
    // the visit before is remembered by its events
    if (value.kind === 'since' || value.kind === 'away') judgeAll(value.is, [...path, 'is']);
  }
  judge(config.interests?.halfLife, ['interests', 'halfLife']);
  judgeAll(config.rfm?.recency, ['rfm', 'recency']);
  config.experiences.forEach(({ frequency }, i) => {
    judge(frequency?.per, ['experiences', i, 'frequency', 'per']);
  });
  return problems;
}

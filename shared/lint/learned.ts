// Numbers that were learned from an export are about the buyers of then.

import type { Config } from '../schema/config.ts';
import type { Problem } from '../schema/problem.ts';
import { t } from '../words/t.ts';

const OLD_DAYS = 90;
const DAY_MS = 864e5;

/** @param now ms since epoch; nothing is old without it */
export function lintLearned({ learned }: Config, now = Number.NaN): Problem[] {
  if (!learned) return [];
  const days = Math.floor((now - Date.parse(learned.until)) / DAY_MS);
  if (!(days > OLD_DAYS)) return [];
  return [
    {
      path: 'learned.until',
      problem: t`what was learned is of orders until ${learned.until}, ${days} days ago`,
      remedy: t`Run \`selvedge learn\` on a new export.`,
      severity: 'warning',
    },
  ];
}

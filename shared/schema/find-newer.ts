// Tells a config that a newer release made: what it holds is then no mistake, only more than this release knows.

import { version as RELEASE } from '../../package.json';
import { t } from '../words/t.ts';
import type { Problem } from './problem.ts';

/** `1.20.3` or only its beginning, `1.20`. */
export const RELEASE_FORM = /^\d+(\.\d+){0,2}$/;

/** Whether release `a` comes after release `b`; what is left out at the end counts as 0. */
export function isLater(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => text.split(/[.+-]/).map(Number));
  for (const place of [0, 1, 2]) {
    const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** @returns what is said where the config asks for a release or a format after this one; undefined where it does not */
export function findNewer({ version, needs }: { version?: unknown; needs?: unknown }): Problem | undefined {
  if (typeof version === 'number' && version > 1)
    return newer('version', t`made with a newer Selvedge (format ${version}); this is ${RELEASE}`);
  if (typeof needs === 'string' && RELEASE_FORM.test(needs) && isLater(needs, RELEASE))
    return newer('needs', t`made with Selvedge ${needs}; this is ${RELEASE}`);
  return undefined;
}

const newer = (path: string, problem: string): Problem => ({
  path,
  problem,
  remedy: t`Update Selvedge: what this release does not know would be lost.`,
  severity: 'error',
});

// Which lengths are a page's own: those that its custom properties say, and those that occur on it again and again. Pure.

import { t } from '../../../shared/words/t.ts';
import type { OwnStep } from '../../wire/survey-shapes.ts';

/** What occurs less often is chance. */
const LEAST_TIMES = 3;
const MOST = 12;
/** More is no spacing, px. */
const MOST_SPACE = 240;

/** @param root the font size of the root, px @returns undefined for what is no plain length */
export function readLength(value: string, root: number): number | undefined {
  const found = /^(\d*\.?\d+)(px|rem)$/.exec(value.trim());
  if (!found) return undefined;
  const px = Number(found[1]) * (found[2] === 'rem' ? root : 1);
  return Math.round(px * 100) / 100;
}

/** Of what a custom property speaks, as far as its name says. */
export function kindOf(name: string): 'space' | 'type' | 'corner' | 'other' {
  if (/radius|round|corner/i.test(name)) return 'corner';
  if (
    /screen|break|width|height|container|shadow|blur|border|line|leading|track|index|icon|duration/i.test(
      name,
    )
  )
    return 'other';
  return /font|text|type|(^|-)fs(-|$)|heading|title/i.test(name) ? 'type' : 'space';
}

/** @param lengths px, each as often as it occurs */
function countOften(lengths: readonly number[]): OwnStep[] {
  const times = new Map<number, number>();
  for (const px of lengths) {
    const near = Math.round(px * 2) / 2;
    if (near > 0 && near <= MOST_SPACE) times.set(near, (times.get(near) ?? 0) + 1);
  }
  return [...times]
    .filter(([, count]) => count >= LEAST_TIMES)
    .sort(([, one], [, other]) => other - one)
    .map(([px, count]) => ({ px, says: t`${count} times on this page` }));
}

/** The page's own names first, each length once, the smallest first. */
export function joinSteps(named: readonly OwnStep[], lengths: readonly number[] = []): OwnStep[] {
  const all = new Map<number, OwnStep>();
  for (const step of [...named.filter(({ px }) => px > 0 && px <= MOST_SPACE), ...countOften(lengths)])
    if (!all.has(step.px) && all.size < MOST) all.set(step.px, step);
  return [...all.values()].sort((one, other) => one.px - other.px);
}

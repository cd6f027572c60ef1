// Counts `any` in tests, where Biome lets it pass: each is a place where the compiler looks away.

import { type Finding, isIn, type Source } from './finding.ts';
import { stripLiterals } from './strip.ts';
import { anyType } from './style.ts';

export const countAnys = ({ text }: Source): number => [...stripLiterals(text).matchAll(anyType)].length;

/** @param most how many there may be in all of the room */
export function checkAnys(sources: Source[], room: string, most: number): Finding[] {
  const counts = sources
    .filter(({ path }) => isIn(path, room))
    .map((source) => ({ path: source.path, count: countAnys(source) }))
    .filter(({ count }) => count);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  if (all <= most) return [];
  const worst = counts.sort((a, b) => b.count - a.count).slice(0, 5);
  return [
    `${room}: \`any\` ${all} times, at most ${most}. Name the type, or take \`unknown\` and look: ${worst
      .map(({ path, count }) => `${path} (${count})`)
      .join(', ')}.`,
  ];
}

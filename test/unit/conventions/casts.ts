// Counts casts (`as`, but not `as const`): each is a place where the compiler takes our word.
//
// Not a parser: what follows `as` must begin as a type does, and in JSX, where sentences hold the word too, end as one.

import { type Finding, isIn, type Source } from './finding.ts';
import { stripLiterals } from './strip.ts';

const IMPORTS = /(^|\n)\s*(?:import|export)\b[^;]*?\bfrom\b[^;]*;/g;
const CAST =
  /(?<=[\w)\]}?] )as (?!const\b)(?=[A-Z{[(]|(?:never|unknown|string|number|boolean|object|keyof|typeof)\b)/g;
const CAST_IN_JSX =
  /(?<=[\w)\]}?] )as (?!const\b)(?=(?:[A-Z][\w.]*(?:<[\w\s,[\]|'.]+>)?(?:\[[^\]]*\])*(?: \| [\w<>]+)*|never|unknown|string|number|boolean|object)(?:[;,)\]}]|\.\w| as ))/g;

export function countCasts({ path, text }: Source): number {
  const code = stripLiterals(text).replace(IMPORTS, '');
  return [...code.matchAll(path.endsWith('.tsx') ? CAST_IN_JSX : CAST)].length;
}

/** @param most casts in 1,000 lines */
export function checkCasts(sources: Source[], room: string, most: number): Finding[] {
  const own = sources.filter(({ path }) => isIn(path, room));
  const counts = own.map((source) => ({ path: source.path, count: countCasts(source) }));
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const lines = own.reduce((sum, { text }) => sum + text.trimEnd().split('\n').length, 0);
  if (all * 1000 <= most * lines) return [];
  const worst = counts.sort((a, b) => b.count - a.count).slice(0, 5);
  return [
    `${room}: ${all} casts in ${lines} lines, at most ${most} in 1,000. Type what is there, or look: ${worst
      .map(({ path, count }) => `${path} (${count})`)
      .join(', ')}.`,
  ];
}

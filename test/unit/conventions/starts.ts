// Checks that no file starts anything when it is imported: the order of imports is no behaviour, and a test may take
// any file. Entries are the `main` files.

import { type Finding, lineOf, type Source } from './finding.ts';
import { stripLiterals } from './strip.ts';

/** Statements of a module begin at the start of a line: the formatter sees to that. */
const start =
  /^(?:(?:export )?const \w+ = |void |await )?(?:\w+\.)*(?:effect|watch\w*|hear\w*|listen|addEventListener|addListener|setInterval|setTimeout|requestAnimationFrame)\(/gm;

export function checkStarts({ path, text }: Source): Finding[] {
  if (/(?:^|\/)main\.tsx?$/.test(path)) return [];
  const code = stripLiterals(text);
  return [...code.matchAll(start)].map(
    ({ 0: found, index }) =>
      `${path}:${lineOf(code, index)}: \`${found.trim()}\` when imported. Do it in a function that a main file calls.`,
  );
}

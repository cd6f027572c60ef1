// A problem on a line of a terminal, as compilers write it: an editor goes to its place.
import type { PlacedProblem } from './place-problems.ts';

/** `file:line:column: path: problem. remedy`; what is about the whole file has no path, or no place either. */
export function formatProblem(
  { path, problem, remedy, severity, line, column }: PlacedProblem,
  file: string,
): string {
  const where = [file, line, column, path && ` ${path}`].filter((part) => part !== undefined && part !== '');
  return plain(`${where.join(':')}: ${severity === 'warning' ? 'warning: ' : ''}${problem}. ${remedy}`);
}

/** What is quoted of a file must not drive the terminal: controls, and what turns the direction of reading. */
const plain = (text: string): string =>
  text.replace(
    /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

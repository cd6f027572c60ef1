// What `selvedge bundle` says at its end, in the order in which it is read: what was written, what to do next, then details.
import { formatSize, formatSizes } from './format-sizes.ts';
import { integrityOf } from './hashes.ts';
import type { Done, OwnFile } from './write-files.ts';

export interface Bundle {
  /** such as its revision */
  contents: string;
  /** in the order in which they go to the site */
  files: (OwnFile & { done: Done | 'printed'; isElement?: boolean })[];
  steps: string[];
}

export function formatBundle({ contents, files, steps }: Bundle): string {
  const width = Math.max(...files.map(({ path }) => path.length));
  const written = files.map(
    ({ path, text, done }) => `${path.padEnd(width)}  ${formatSize(text).padStart(9)}  ${done}`,
  );
  const details = files.flatMap(({ path, what, text, isElement }) => [
    `${path}: ${what}`,
    `  ${formatSizes(text)}`,
    // what stands in a page has no hash of its own
    ...(isElement ? [] : [`  integrity="${integrityOf(text)}"`]),
  ]);
  return [
    ...section(`Files (${contents}):`, written),
    '',
    ...section(
      'Next:',
      steps.flatMap((step, i) =>
        `${i + 1}. ${step}`.split('\n').map((line, at) => (at ? `   ${line}` : line)),
      ),
    ),
    '',
    ...section('Details:', details),
    '',
  ].join('\n');
}

const section = (title: string, lines: string[]): string[] => [title, ...lines.map((line) => `  ${line}`)];

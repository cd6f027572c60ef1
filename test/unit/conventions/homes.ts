// Checks that a concept has one home: whoever needs the answer imports it from there.

import { type Finding, isIn, lineOf, type Source } from './finding.ts';
import { stripComments } from './strip.ts';

interface Home {
  /** the files that may write it */
  files: string[];
  what: RegExp;
  remedy: string;
}

const homes: Home[] = [
  {
    files: ['shared/dom'],
    what: /\bquerySelectorAll(?:<[^>]*>)?\(\s*[^)'"`]*\b(?:css|within)\b/g,
    remedy: 'Which elements a target means is for shared/dom/find.ts to say: call findMeant or matchesTarget',
  },
  {
    files: ['shared/engine/collapse.ts'],
    what: /\.replace\(\/\\s\+\/g, ' '\)\s*\.trim\(\)/g,
    remedy: 'Call collapse (shared/engine/collapse.ts)',
  },
];

export function checkHomes({ path, text }: Source): Finding[] {
  const code = stripComments(text);
  return homes.flatMap(({ files, what, remedy }) =>
    isIn(path, ...files)
      ? []
      : [...code.matchAll(what)].map(
          ({ 0: found, index }) => `${path}:${lineOf(code, index)}: \`${found.trim()}\`. ${remedy}.`,
        ),
  );
}

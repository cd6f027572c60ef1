// Checks that a file's address becomes a path by fileURLToPath: `pathname` keeps “%20”, and a checkout in a folder with a
// space or an umlaut is not found.

import { type Finding, lineOf, type Source } from './finding.ts';
import { stripComments } from './strip.ts';

/** Of this file, or of a folder that is the base of another address. */
const AS_PATH =
  /new URL\((?:[^;()]|\([^()]*\))*?\b(?:import\.meta\.url|root|here|base|folder)\s*,?\s*\)\s*\.pathname/g;
const BY_HAND = /`file:\/\/\$\{/g;

export function checkFilePaths({ path, text }: Source): Finding[] {
  const code = stripComments(text);
  const find = (what: RegExp, remedy: string) =>
    [...code.matchAll(what)].map(
      ({ 0: found, index }) => `${path}:${lineOf(code, index)}: \`${found.trim()}\`. ${remedy}.`,
    );
  return [
    ...find(AS_PATH, 'Call fileURLToPath: a folder may have a space in its name'),
    ...find(BY_HAND, 'Call pathToFileURL'),
  ];
}

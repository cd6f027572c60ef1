// Checks that engine and statistics are pure: no clock, chance, storage, page or catch, so the same comes out anywhere.

import { type Finding, lineOf, type Source } from './finding.ts';
import { stripLiterals } from './strip.ts';

const rules: [what: RegExp, remedy: string][] = [
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)/g, 'Take `now` as an argument'],
  [/\bMath\.random\b|\bcrypto\b/g, 'Take the seed as an argument'],
  [
    /\bperformance\b|\bsetTimeout\b|\bsetInterval\b|\bqueueMicrotask\b/g,
    'Answer `until` and let the caller wait',
  ],
  [/\b(?:document|navigator|globalThis|self|HTMLElement)\b/g, 'Take what you need as a fact or an argument'],
  [/\b(?:localStorage|sessionStorage|indexedDB|caches|fetch)\b/g, 'Take and return plain data'],
  [/\bconsole\b/g, 'Throw, or answer it as data'],
  [/\bcatch\b/g, 'Let it throw: a caught bug looks like "no match"'],
];

/** `window` is also a word of the engine (a span of time); only one that the file does not declare is the page's. */
const pageWindow = /\bwindow\b/g;
const ownWindow = /\b(?:const|let)\s+(?:window\b|\{[^}]*\bwindow\b)|\bwindow\??\s*:/;

export function checkPurity({ path, text }: Source): Finding[] {
  const code = stripLiterals(text);
  const all: typeof rules = ownWindow.test(code)
    ? rules
    : [...rules, [pageWindow, 'Take what you need as a fact or an argument']];
  return all.flatMap(([what, remedy]) =>
    [...code.matchAll(what)].map(
      ({ 0: found, index }) =>
        `${path}:${lineOf(code, index)}: ${found.trim()} where all is pure. ${remedy}.`,
    ),
  );
}

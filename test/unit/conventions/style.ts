// Checks the shape of a file: it says first what it is, it stays small, and it keeps the type checker's help.

import { type Finding, lineOf, type Source } from './finding.ts';
import { stripLiterals } from './strip.ts';

export const mostLines = 260;

export function checkLength({ path, text }: Source): Finding[] {
  const lines = text.trimEnd().split('\n').length;
  return lines <= mostLines ? [] : [`${path}: ${lines} lines, at most ${mostLines}. Split it by noun.`];
}

export function checkOpening({ path, text }: Source): Finding[] {
  if (/^(?:#![^\n]*\n)?\s*\/[/*]/.test(text)) return [];
  return [`${path}:1: no opening comment. Say what the module does, promises and is constrained by.`];
}

/** Where a type stands; a property of that name is none. */
const anyType = /(?::|\bas|<|\||&|=>|,)\s*any\b(?!\s*[:(])/g;

const notAny = 'Name the type, or take `unknown` and look';

const rules: [what: RegExp, remedy: string][] = [
  [anyType, notAny],
  [/(?<![.\w])enum\s+\w+\s*\{/g, 'Write a union of strings'],
];

/** In JSX plain text may end with an exclamation mark; Biome reads those files for us. */
const nonNull = /[\w)\]]!(?![=\w])/g;

/** Checks that need code without literals; comments are read from the text itself. */
export function checkTypes({ path, text }: Source): Finding[] {
  const code = stripLiterals(text);
  const all: typeof rules = path.endsWith('.tsx')
    ? rules
    : [...rules, [nonNull, 'Handle the missing case, or show that it cannot be']];
  const found = all.flatMap(([what, remedy]) =>
    [...code.matchAll(what)].map(
      ({ 0: match, index }) => `${path}:${lineOf(code, index)}: \`${match.trim()}\`. ${remedy}.`,
    ),
  );
  const ignored = [...text.matchAll(/@ts-(?:ignore|nocheck|expect-error)/g)].map(
    ({ 0: match, index }) => `${path}:${lineOf(text, index)}: ${match}. Type what is there.`,
  );
  return [...found, ...ignored];
}

/** In tests too, where other rules are milder. */
export function checkAny({ path, text }: Source): Finding[] {
  const code = stripLiterals(text);
  return [...code.matchAll(anyType)].map(
    ({ index }) => `${path}:${lineOf(code, index)}: \`any\`. ${notAny}.`,
  );
}

const sleeps = [
  /\bwaitForTimeout\b/g,
  // setTimeout(resolve, 500) as the whole of a promise; without a figure it is only a task later
  /new Promise(?:<[^>]*>)?\(\s*\(?\s*(\w+)\s*\)?\s*=>\s*(?:void\s+)?\{?\s*setTimeout\(\s*\1\s*,\s*(?!0\s*\))/g,
  /\bsetTimeout\(\s*(?:resolve|done|ok|r)\s*,\s*(?!0\s*\))/g,
];

export function checkSleeps({ path, text }: Source): Finding[] {
  const code = stripLiterals(text);
  const lines = sleeps.flatMap((what) => [...code.matchAll(what)].map(({ index }) => lineOf(code, index)));
  return [...new Set(lines)].map(
    (line) =>
      `${path}:${line}: a fixed sleep. Wait for what should happen: expect.poll, waitForFunction, an event.`,
  );
}

/** Whether what a call is given, from behind its parenthesis on, has a second part. */
function hasSecond(code: string): boolean {
  let depth = 0;
  for (const [at, sign] of [...code].entries()) {
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign) && --depth < 0) return false;
    else if (sign === ',' && !depth) return /^,\s*[^\s)]/.test(code.slice(at));
  }
  return false;
}

/** By itself it gives up after a second, which a loaded machine may not give a thread in all. */
export function checkWaits({ path, text }: Source): Finding[] {
  const code = stripLiterals(text);
  return [...code.matchAll(/\bvi\.wait(?:For|Until)\(/g)]
    .filter(({ 0: call, index }) => !hasSecond(code.slice(index + call.length)))
    .map(
      ({ index }) =>
        `${path}:${lineOf(code, index)}: gives up after a second. Take \`until\` of test/support/until.ts.`,
    );
}

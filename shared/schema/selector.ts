// Reads a CSS selector without a DOM: enough to refuse what no browser takes, and to see which elements
// its subjects (the compounds after the last combinator) are about.

import { t } from '../words/t.ts';

export interface Compound {
  type?: string;
  attributes: { name: string; value?: string }[];
  /** Selectors inside :is(), :where() and the like, as written. */
  inside: string[];
  size: number;
}
export type Reading = { subjects: Compound[] } | { problem: string };

const NAME =
  /(?:--|-?(?:[a-z_\u0080-\uffff]|\\(?:[0-9a-f]{1,6}\s?|[^\n0-9a-f])))(?:[\w\u0080-\uffff-]|\\(?:[0-9a-f]{1,6}\s?|[^\n0-9a-f]))*/iy;
const ATTRIBUTE =
  /\[\s*(?:[\w*-]*\|)?([\w\u0080-\uffff:\\-]+)\s*(?:[~|^$*]?=\s*(?:"((?:[^"\\\n]|\\[\s\S])*)"|'((?:[^'\\\n]|\\[\s\S])*)'|([\w\u0080-\uffff\\-]+))\s*([is])?\s*)?\]/iy;
const JQUERY =
  /^(contains|eq|gt|lt|visible|hidden|first|last|even|odd|button|input|text|header|parent|has-text)$/i;
const TAKES_SELECTORS = /^(is|where|not|has|matches|-webkit-any|-moz-any)$/i;

/** @returns the compounds an element must satisfy to be found, or what is wrong */
export function readSelector(css: string): Reading {
  const subjects: Compound[] = [];
  let compound = emptyCompound();
  let at = 0;
  let needs = true; // a compound must follow: at the start, after a comma or a combinator
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(css);
    if (found) at = pattern.lastIndex;
    return found;
  };
  if (/\/\*/.test(css)) return { problem: t`comments are not taken here` };
  while (at < css.length) {
    const space = match(/\s*([>+~,])\s*|\s+/y);
    if (space) {
      const mark = space[1];
      if (mark && needs) return { problem: t`nothing stands before "${mark}"` };
      if (at >= css.length && !mark) break;
      if (mark === ',') subjects.push(compound);
      if (mark || !needs) compound = emptyCompound();
      needs = needs || mark !== undefined;
      continue;
    }
    const char = css.charAt(at);
    if (char === '#' || char === '.') {
      at++;
      if (!match(NAME)) {
        const rest = css.slice(at, at + 12);
        return {
          problem: /^\d/.test(rest)
            ? t`"${char}${rest}" begins with a digit; write ${char}\\3${rest[0]} ${rest.slice(1)}`
            : t`no name follows "${char}"`,
        };
      }
    } else if (char === '[') {
      const found = match(ATTRIBUTE);
      if (!found) return { problem: t`"${css.slice(at, at + 20)}" is no attribute selector` };
      const value = found[2] ?? found[3] ?? found[4];
      const name = (found[1] ?? '').toLowerCase();
      compound.attributes.push(value === undefined ? { name } : { name, value });
    } else if (char === ':') {
      if (css[at + 1] === ':')
        return { problem: t`"${css.slice(at, at + 12)}" is no element but a part of one` };
      at++;
      const name = match(NAME)?.[0];
      if (!name) return { problem: t`no name follows ":"` };
      if (JQUERY.test(name)) return { problem: t`:${name} is not CSS (jQuery knows it, browsers do not)` };
      if (/^(before|after|first-line|first-letter)$/i.test(name)) {
        return { problem: t`":${name}" is no element but a part of one` };
      }
      if (css[at] === '(') {
        const end = findClosing(css, at);
        if (end === undefined) return { problem: t`the bracket after :${name} is not closed` };
        const inside = css.slice(at + 1, end).trim();
        if (!inside) return { problem: t`nothing stands in :${name}( )` };
        if (TAKES_SELECTORS.test(name)) {
          const scoped = /^has$/i.test(name) ? inside.replace(/^[>+~]\s*|,\s*[>+~]/g, ' ') : inside;
          const nested = readSelector(scoped.trim());
          if ('problem' in nested) return nested;
          if (!/^(not|has)$/i.test(name)) compound.inside.push(inside);
        }
        at = end + 1;
      }
    } else {
      if (compound.size > 0) return { problem: t`"${css.slice(at, at + 12)}" is out of place` };
      match(/(?:[\w-]+|\*)?\|(?!=)/y); // a namespace
      if (css[at] === '*') at++;
      else {
        const name = match(NAME)?.[0];
        if (!name) return { problem: t`"${css.slice(at, at + 12)}" is no selector` };
        compound.type = name.toLowerCase();
      }
    }
    compound.size++;
    needs = false;
  }
  if (needs) return { problem: css.trim() ? t`it ends too early` : t`it is empty` };
  subjects.push(compound);
  return { subjects };
}

function emptyCompound(): Compound {
  return { attributes: [], inside: [], size: 0 };
}

function findClosing(css: string, from: number): number | undefined {
  let depth = 0;
  for (let i = from; i < css.length; i++) {
    const char = css.charAt(i);
    if (char === '\\') i++;
    else if (char === '"' || char === "'") {
      const end = css.indexOf(char, i + 1);
      if (end < 0) return undefined;
      i = end;
    } else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return i;
  }
  return undefined;
}

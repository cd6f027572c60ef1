// Makes of what an author writes as CSS what a page can put behind one another as it is. Pure. The schema has judged it, but
// roughly: what is a string to CSS, only its tokens tell.

import { type CssToken, readCssTokens } from '../grammar/css-tokens.ts';

const CLOSES = /^[})\]]$/;
const PAIRS = ['()', '[]'];

/** The bracket that a token leaves open; '' none. */
const openedBy = ({ text, address }: CssToken): string => {
  // `url("…"` is one token, and its end another
  if (address !== undefined) return /^(url|src)\(.*["']$/is.test(text) ? '(' : '';
  return /[{([]$/.exec(text)?.[0] ?? '';
};

const isNothing = ({ text }: CssToken): boolean => !text.trim() || text.startsWith('/*');

/**
 * A value as a page reads one that is set alone: what is left open ends with it.
 * @returns undefined of what would not end there, as a page refuses that
 */
function closeValue(value: string): string | undefined {
  let open = '';
  for (const token of readCssTokens(value) ?? [{ text: ';' }]) {
    const { text } = token;
    if (isNothing(token)) continue;
    if (/^[;{}]$/.test(text)) return undefined;
    open += openedBy(token);
    if (CLOSES.test(text)) {
      if (!PAIRS.includes(open.slice(-1) + text)) return undefined;
      open = open.slice(0, -1);
    }
  }
  const ends = [...open].map((bracket) => PAIRS.find((pair) => pair[0] === bracket)?.[1]);
  return value + ends.reverse().join('');
}

/** The declarations of a change, which win over the page's. */
export const compileProperties = (properties: Record<string, string>): string =>
  Object.entries(properties)
    .flatMap(([name, given]) => {
      const value = closeValue(given.replace(/!\s*important\s*$/i, '').trim());
      return value === undefined ? [] : [`${name}:${value}!important`];
    })
    .join(';');

/** Rules that end where they end: what is left open would take in what is put behind them. */
export function compileRules(css: string): string {
  let depth = 0;
  let at = 0;
  /** Behind the last whole rule. */
  let end = 0;
  let first = '';
  for (const token of readCssTokens(css) ?? []) {
    const { text, address } = token;
    at += text.length;
    if (isNothing(token)) continue;
    if (openedBy(token)) depth++;
    if (address !== undefined) continue;
    first ||= text;
    if (CLOSES.test(text)) depth--;
    const isRule = text === '}' || (text === ';' && first.startsWith('@'));
    if (depth || !isRule) continue;
    end = at;
    first = '';
  }
  const rest = css.slice(end).trim();
  return css.slice(0, end).trim() + (rest.startsWith('@') ? `${rest};` : '');
}

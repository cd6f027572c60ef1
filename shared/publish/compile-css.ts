// Makes of what an author writes as CSS what a page can put behind one another as it is. Pure: the schema has judged it.

import { readCssTokens } from '../grammar/css-tokens.ts';

/** The declarations of a change, which win over the page's. */
export const compileProperties = (properties: Record<string, string>): string =>
  Object.entries(properties)
    .map(([name, value]) => `${name}:${value.replace(/!\s*important\s*$/i, '').trim()}!important`)
    .join(';');

const OPENS = /[{([]$/;
const CLOSES = /^[})\]]$/;

/** Rules that end where they end: what is left open would take in what is put behind them. */
export function compileRules(css: string): string {
  let depth = 0;
  let at = 0;
  /** Behind the last whole rule. */
  let end = 0;
  let first = '';
  for (const { text, address } of readCssTokens(css) ?? []) {
    at += text.length;
    const isSpace = !text.trim() || text.startsWith('/*');
    if (isSpace || address !== undefined) continue;
    first ||= text;
    if (OPENS.test(text)) depth++;
    else if (CLOSES.test(text)) depth--;
    const isRule = text === '}' || (text === ';' && first.startsWith('@'));
    if (depth || !isRule) continue;
    end = at;
    first = '';
  }
  const rest = css.slice(end).trim();
  return css.slice(0, end).trim() + (rest.startsWith('@') ? `${rest};` : '');
}

// Reads CSS for what a config may not do with it: load from elsewhere, run, or run away from its rule.
//
// Addresses are read by the tokenizer that the page judges with. For words that are never right, escapes are undone
// and comments taken out first, so that `\69mport` cannot hide. Where it is unsure it refuses.

import { readAddress } from '../grammar/address.ts';
import { readCssTokens } from '../grammar/css-tokens.ts';
import { t } from '../words/t.ts';
import type { Refusal } from './problem.ts';
import { BASE, findScheme, refuseDoubt } from './url.ts';

/** Undoes CSS escapes: \69 mport → import. */
export function decodeCss(css: string): string {
  return css.replace(/\\(?:([0-9a-f]{1,6})[ \t\n\r\f]?|([^\n\r\f]))/gi, (_whole, hex, other) => {
    if (!hex) return other;
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

export interface CssAddress {
  address: string;
  /** A string outside url(): it may be mere words. */
  isWords: boolean;
}

/**
 * Every text that may become an address, whatever function it stands in. What an attribute selector compares with is
 * none: the page does not judge selectors either.
 *
 * @returns undefined where browsers could disagree
 */
function readAddresses(css: string): CssAddress[] | undefined {
  const tokens = readCssTokens(css);
  if (!tokens) return undefined;
  const found: CssAddress[] = [];
  /** Those in square brackets: a selector's, if a `{` ends what they stand in. */
  let compared: typeof found = [];
  let first = '';
  let depth = 0;
  for (const { text, address, isWords = false } of tokens) {
    if (!text.trim() || text.startsWith('/*')) continue;
    if (/^[{};]$/.test(text)) {
      // custom properties and at-rules can hold braces and no selector
      if (text !== '{' || /^(--|@)/.test(first)) found.push(...compared);
      compared = [];
      first = '';
      depth = 0;
      continue;
    }
    if (text === '[') depth++;
    if (text === ']') depth--;
    if (address !== undefined) (depth > 0 ? compared : found).push({ address, isWords });
    first ||= text;
  }
  return [...found, ...compared];
}

/** Every address that this CSS could load; empty where it is refused altogether. */
export const readCssUrls = (css: string): CssAddress[] => readAddresses(css) ?? [];

/** What may not be loaded, or could be read in two ways. */
function findInAddress({ address, isWords }: CssAddress): Refusal[] {
  const scheme = findScheme(address);
  const isWeb = scheme === 'http' || scheme === 'https';
  const isInline = /^data:(image|font)\//i.test(readAddress(address, BASE)?.href ?? '');
  // a string may be mere words, "Note: new"
  const isLoaded = !isWords || /^(ws|ftp|file|data|blob|javascript)/.test(scheme ?? '');
  if (scheme !== undefined && !isWeb && !isInline && isLoaded)
    return [
      {
        problem: t`the scheme ${scheme}: is not allowed in CSS`,
        remedy: t`Use an address of this site.`,
      },
    ];
  if (isWeb && !/^https?:[/\\]{2}[^/\\?#]/i.test(address))
    return [
      {
        problem: t`an address without a host in CSS`,
        remedy: t`Write it whole: "https://images.example/a.png".`,
      },
    ];
  return readAddress(address, BASE) ? [] : [refuseDoubt(address)];
}

/** Refuses what no config may write, be it a whole sheet or one value. */
export function findInCss(css: string): Refusal[] {
  const found: Refusal[] = [];
  const text = decodeCss(css).replace(/\/\*[\s\S]*?(\*\/|$)/g, '');
  if (/@\s*import/i.test(text)) {
    found.push({ problem: t`@import is not allowed`, remedy: t`Write the rules themselves.` });
  }
  if (/expression\s*\(|-moz-binding|(^|[;{\s])behavior\s*:/i.test(text)) {
    found.push({
      problem: t`CSS that ran script in old browsers (expression, behavior, -moz-binding)`,
      remedy: t`Take it out.`,
    });
  }
  if (/<\/?(style|script|!--)/i.test(text)) {
    found.push({ problem: t`a tag inside CSS`, remedy: t`Write CSS only.` });
  }
  const addresses = readAddresses(css);
  found.push(...(addresses ?? []).flatMap(findInAddress));
  const open = findUnbalanced(css);
  if (open) {
    found.push({
      problem: t`${open} is not closed or not opened`,
      remedy: t`Close every bracket, quote and comment.`,
    });
  } else if (!addresses) {
    found.push({
      problem: t`CSS that browsers could read in two ways`,
      remedy: t`Write each address as url("/a.png"), with quotes, and no backslash in the name of a function.`,
    });
  }
  return found;
}

/** @returns the bracket, quote or comment mark that has no partner, or undefined */
export function findUnbalanced(css: string): string | undefined {
  const partner: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
  const open: string[] = [];
  for (let i = 0; i < css.length; i++) {
    const char = css.charAt(i);
    if (char === '\\') i++;
    else if (char === '/' && css[i + 1] === '*') {
      const end = css.indexOf('*/', i + 2);
      if (end < 0) return t`the comment /*`;
      i = end + 1;
    } else if (char === '"' || char === "'") {
      let end = i + 1;
      while (end < css.length && css[end] !== char && css[end] !== '\n') end += css[end] === '\\' ? 2 : 1;
      if (css[end] !== char) return t`the quote ${char}`;
      i = end;
    } else if ('([{'.includes(char)) open.push(char);
    else if (partner[char] && open.pop() !== partner[char]) return t`the bracket ${char}`;
  }
  const left = open.pop();
  return left && t`the bracket ${left}`;
}

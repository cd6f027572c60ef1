// Reads CSS for what a config may not do with it: load from elsewhere, run, or run away from its rule.
//
// Escapes are undone and comments taken out first, so `\69mport` and `u/**/rl(` cannot hide. This is a
// reader for refusing, not a CSS parser: where it is unsure it refuses.
import type { Refusal } from './problem.ts';
import { findHost, findScheme, normalizeUrl } from './url.ts';

/** Undoes CSS escapes: \69 mport → import. */
export function decodeCss(css: string): string {
  return css.replace(/\\(?:([0-9a-f]{1,6})[ \t\n\r\f]?|([^\n\r\f]))/gi, (_whole, hex, other) => {
    if (!hex) return other;
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** Every address that this CSS could load, whatever the function it stands in. */
export function readCssUrls(css: string): string[] {
  const text = decodeCss(css).replace(/\/\*[\s\S]*?(\*\/|$)/g, '');
  const urls: string[] = [];
  for (const match of text.matchAll(/\b(?:url|src)\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*))/gi)) {
    urls.push((match[1] ?? match[2] ?? match[3] ?? '').trim());
  }
  // A string may become an address through image-set(), image() or a variable. After = it is the value of
  // an attribute selector.
  for (const match of text.matchAll(/(^|[^=\s])\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const value = match[2] ?? match[3] ?? '';
    const isAddress =
      findHost(value) !== undefined || /^(https?|data|ftp|wss?)$/.test(findScheme(value) ?? '');
    if (match[1] !== '=' && isAddress) urls.push(value);
  }
  return urls;
}

/** Refuses what no config may write, be it a whole sheet or one value. */
export function findInCss(css: string): Refusal[] {
  const found: Refusal[] = [];
  const text = decodeCss(css).replace(/\/\*[\s\S]*?(\*\/|$)/g, '');
  if (/@\s*import/i.test(text)) {
    found.push({ problem: '@import is not allowed', remedy: 'Write the rules themselves.' });
  }
  if (/expression\s*\(|-moz-binding|(^|[;{\s])behavior\s*:/i.test(text)) {
    found.push({
      problem: 'CSS that ran script in old browsers (expression, behavior, -moz-binding)',
      remedy: 'Take it out.',
    });
  }
  if (/<\/?(style|script|!--)/i.test(text)) {
    found.push({ problem: 'a tag inside CSS', remedy: 'Write CSS only.' });
  }
  for (const url of readCssUrls(css)) {
    const scheme = findScheme(url);
    const isOk = scheme === undefined || scheme === 'http' || scheme === 'https';
    const isInlineImage = /^data:(image|font)\//i.test(normalizeUrl(url));
    if (isOk && scheme !== undefined && findHost(url) === undefined) {
      found.push({
        problem: 'an address without a host in CSS',
        remedy: 'Write it whole: "https://images.example/a.png".',
      });
    }
    if (!isOk && !isInlineImage) {
      found.push({
        problem: `the scheme ${scheme}: is not allowed in CSS`,
        remedy: 'Use an address of this site.',
      });
    }
  }
  const open = findUnbalanced(css);
  if (open) {
    found.push({
      problem: `${open} is not closed or not opened`,
      remedy: 'Close every bracket, quote and comment.',
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
      if (end < 0) return 'the comment /*';
      i = end + 1;
    } else if (char === '"' || char === "'") {
      let end = i + 1;
      while (end < css.length && css[end] !== char && css[end] !== '\n') end += css[end] === '\\' ? 2 : 1;
      if (css[end] !== char) return `the quote ${char}`;
      i = end;
    } else if ('([{'.includes(char)) open.push(char);
    else if (partner[char] && open.pop() !== partner[char]) return `the bracket ${char}`;
  }
  const left = open.pop();
  return left && `the bracket ${left}`;
}

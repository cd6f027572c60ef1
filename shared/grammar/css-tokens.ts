// Cuts CSS into its tokens, as far as addresses need it: which text is a string or a url(), and which is not. The
// page and the schema judge by this. Pure: no DOM.
//
// Promises: what any browser reads as a string, or as the address in url(), is one whole token here. Where browsers
// differ, or CSS is written so that nobody can tell (`-url(`, `u\72l(`, an open quote), all of it is refused.

export interface CssToken {
  /** As written; a name and the bracket that makes it a function are one, `url(` and its string too. */
  text: string;
  /** What a string or url() says: either may be an address, whatever function it stands in. */
  address?: string;
  /** A string outside url(): it may be mere words. */
  isWords?: boolean;
}

/** A comment, a string, a url(), a name or function, what is never right alone, anything else. */
const TOKEN =
  /\/\*[\s\S]*?\*\/|(?:(?:url|src)\(\s*)?(?:"((?:\\[\s\S]|[^"\\\n\r\f])*)"|'((?:\\[\s\S]|[^'\\\n\r\f])*)')|url\(\s*([^\0- "'()\\\x7f]*)\s*\)|([#@]?(?:\\(?:[\da-f]+|[^\n\r\f])\s*|[-\w\0\x80-\uffff])+\(?)|["'\\]|\/\*|[\s\S]/gi;

/** What a string says. Ends of lines go, as browsers have them go from an address. */
const undoEscapes = (string: string): string =>
  string.replace(/\\(?:([\da-f]{1,6})\s?|([\s\S]))/gi, (_all, hex, char) =>
    hex ? String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)) : char.trim(),
  );

/** @see https://drafts.csswg.org/css-syntax/#tokenization */
export function readCssTokens(css: string): CssToken[] | undefined {
  const tokens: CssToken[] = [];
  for (const [text, double, single, bare, name = ''] of css.matchAll(TOKEN)) {
    if (/^(["'\\]|\/\*)$/.test(text) || /(url|\\[\s\S]*)\($/i.test(name)) return;
    const address = double ?? single ?? bare;
    tokens.push(
      address === undefined ? { text } : { text, address: undoEscapes(address), isWords: /^["']/.test(text) },
    );
  }
  return tokens;
}

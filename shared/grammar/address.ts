// Reads one address as browsers do, and refuses it where two readers could disagree about where it leads.
//
// The page and the schema judge by this. Pure: no DOM. It wants whole addresses: srcset.ts and css-tokens.ts find
// them in what holds several.

// taken before the page can replace it
const { URL } = globalThis;

/**
 * @param base what a relative address is relative to
 * @returns where it leads. Undefined: it is no text or cannot be parsed, it names somebody (`name@host`), or its host as written
 *   holds more than letters, digits and `.-:[]` (browsers differ on quotes, brackets and commas in a host)
 * @see https://url.spec.whatwg.org/#concept-basic-url-parser
 */
export function readAddress(address: unknown, base: string): URL | undefined {
  if (typeof address !== 'string') return;
  // what the parser leaves out before it begins
  const text = address.replace(/^[\0- ]+|[\t\n\r]+/g, '');
  // relative, or a host in the one plain way of writing it
  const isPlain = /^(?![a-z][a-z\d+.-]*:|[\\/]{2})|^([a-z]+:)?\/\/[a-z\d.:[\]-]+([/?#]|$)/i.test(text);
  try {
    const url = new URL(address, base);
    return isPlain || !/^(http|ws|ftp|file)/.test(url.protocol) ? url : undefined;
  } catch {
    return;
  }
}

/** Where a page is, and which foreign hosts its config lists (in lower case, with the port if it is not the usual one). */
export interface Place {
  base: string;
  /** the page's own host, with its port */
  own: string;
  hosts: readonly string[];
}

/** Whether something may load from there: this page's own host, a listed one, or what `other` says of other schemes. */
function mayLoad(address: unknown, { base, own, hosts }: Place, other: RegExp): boolean {
  const url = readAddress(address, base);
  if (!url) return false;
  const { protocol, host, href } = url;
  return /^http/.test(protocol) ? host === own || hosts.includes(host) : other.test(href);
}

/** Pictures of other hosts only where listed; inline ones too. */
export const mayLoadImage = (address: unknown, place: Place): boolean =>
  mayLoad(address, place, /^data:image\//i);

/**
 * What a CSS string or url() says.
 * @param isWords it is a string and may be mere words, "Note: new": what no browser loads is no address
 */
export const mayLoadInCss = (address: string, place: Place, isWords: boolean): boolean =>
  mayLoad(
    address,
    place,
    isWords ? /^(?!ws|ftp|file|blob|javascript|data:(?!image\/|font\/))/i : /^data:(image|font)\//i,
  );

/** Whether a link may lead there: http and https, mail and telephone. */
export const mayLink = (address: unknown, base: string): boolean =>
  /^(https?|mailto|tel):/.test(readAddress(address, base)?.protocol ?? '');

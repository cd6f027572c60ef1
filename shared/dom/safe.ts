// What a config may do to a page, whatever its schema let through: config is not code.
//
// Nothing here may run script, load from a host that the config does not list, or lead anywhere
// but to http(s), mailto or tel. When in doubt a value is refused, never repaired.
import { URL } from './native.ts';

/** Elements that no change may target: code, the document's frame, other documents, secrets. */
export const REFUSED =
  'script,style,link,meta,base,head,html,iframe,object,embed,[type=password i],[autocomplete*=cc- i],[autocomplete*=password i]';

/** Whether an address is of one of these schemes and, if it is fetched, from our host or a listed one. */
function isAllowed(url: string, schemes: RegExp, hosts?: string[]): boolean {
  try {
    const { href, host, origin } = new URL(url, document.baseURI);
    return (
      schemes.test(href) &&
      (!hosts || origin === location.origin || hosts.includes(host) || !/^(http|ws|ftp)/.test(href))
    );
  } catch {
    return false;
  }
}

/** Whether a link may lead there. */
export const isLinkAllowed = (url: string): boolean => isAllowed(url, /^(https?|mailto|tel):/);

/**
 * Whether pictures may load from there (a src or a srcset): own origin, listed hosts, or data of an image
 * type. Strict: an address that holds a comma is read as two.
 */
export const isImageAllowed = (addresses: string, hosts: string[]): boolean =>
  // as a whole too: inside a single address, line breaks and tabs do not count
  [addresses, ...addresses.split(/[\s,]+/)].every((part) => isAllowed(part, /^(https?:|data:image)/, hosts));

/**
 * Whether declarations load nothing foreign. Escapes are undone first (custom properties keep them raw);
 * then every piece between quotes and parentheses is judged as an address, whatever function it stands in.
 */
export const isCssAllowed = (css: string, hosts: string[]): boolean =>
  css
    .replace(/\\(?:([\da-f]{1,6})\s?|(.))/gis, (_all, hex: string | undefined, char: string) =>
      hex ? String.fromCharCode(Number.parseInt(hex, 16)) : char,
    )
    .split(/["'()]/)
    .every((part) => isAllowed(part, /./, hosts));

/** The same for a parsed rule and all rules in it. Selectors are not judged: they load nothing. */
export function isRuleAllowed(rule: CSSRule, hosts: string[]): boolean {
  const { style, cssRules, cssText } = rule as Partial<CSSStyleRule> & CSSRule;
  return (
    isCssAllowed(style ? style.cssText : cssRules ? '' : cssText, hosts) &&
    [...(cssRules ?? [])].every((inner) => isRuleAllowed(inner, hosts))
  );
}

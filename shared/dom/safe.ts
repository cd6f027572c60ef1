// What a config may do to a page, whatever its schema let through: config is not code.
//
// Nothing here may run script, load from a host that the config does not list, or lead anywhere
// but to http(s), mailto or tel. When in doubt a value is refused, never repaired.
import { URL } from './native.ts';

/** Elements that no change may target: code, the document's frame, other documents, secrets. */
export const REFUSED =
  'script,style,link,meta,base,head,html,iframe,frame,object,embed,[type=password i],[autocomplete*=cc- i],[autocomplete*=password i]';

const ATTRIBUTE = /^(title|alt|placeholder|lang|dir|width|height|loading|decoding|aria-[a-z]+)$/;

/** Whether a change of kind `attribute` may write this attribute. */
export const isAttributeAllowed = (name: string): boolean => ATTRIBUTE.test(name);

const parse = (url: string): URL | undefined => {
  try {
    return new URL(url, document.baseURI);
  } catch {}
};

/** Whether a link may lead there. */
export const isLinkAllowed = (url: string): boolean =>
  /^(https?|mailto|tel):$/.test(parse(url)?.protocol ?? '');

/** Whether using this address would fetch from a host that is neither ours nor listed. */
function isForeign(url: string, hosts: string[]): boolean {
  const at = parse(url);
  return (
    !!at &&
    /^(https?|wss?|ftp):$/.test(at.protocol) &&
    at.origin !== location.origin &&
    !hosts.includes(at.host)
  );
}

/** Whether an image may load from there: own origin, listed hosts, or data of an image type. */
export const isImageAllowed = (url: string, hosts: string[]): boolean =>
  /^(https?:|data:image\/)/.test(parse(url)?.href ?? '') && !isForeign(url, hosts);

/** Whether every candidate of a srcset may load. Strict: an address that holds a comma is read as two. */
export const isSrcsetAllowed = (srcset: string, hosts: string[]): boolean =>
  srcset.split(/[\s,]+/).every((part) => !isForeign(part, hosts));

/**
 * Whether declarations load nothing foreign. Escapes are undone first (custom properties keep them raw);
 * then every piece between quotes and parentheses is judged as an address, whatever function it stands in.
 */
export function isCssAllowed(css: string, hosts: string[]): boolean {
  return css
    .replace(/\\(?:([\da-f]{1,6})\s?|([^]))/gi, (_all, hex: string | undefined, char: string) =>
      hex ? String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)) : char,
    )
    .split(/["'()]/)
    .every((part) => !isForeign(part, hosts));
}

/** The same for a parsed rule and all rules in it. Selectors are not judged: they load nothing. */
export function isRuleAllowed(rule: CSSRule, hosts: string[]): boolean {
  const { style, cssRules, cssText } = rule as Partial<CSSStyleRule> & CSSRule;
  return (
    isCssAllowed(style ? style.cssText : cssRules ? '' : cssText, hosts) &&
    [...(cssRules ?? [])].every((inner) => isRuleAllowed(inner, hosts))
  );
}

// What a config may do to a page, whatever its schema let through: config is not code.
//
// Nothing here may run script, load from a host that the config does not list, or lead anywhere
// but to http(s), mailto or tel. When in doubt a value is refused, never repaired.
import { mayLink, mayLoadImage, mayLoadInCss } from '../grammar/address.ts';
import { readCssTokens } from '../grammar/css-tokens.ts';
import { readSrcset } from '../grammar/srcset.ts';

const place = (hosts: string[]) => ({ base: document.baseURI, own: location.host, hosts });

/** Whether a link may lead there. */
export const isLinkAllowed = (address: unknown): boolean => mayLink(address, document.baseURI);

/** Whether a picture may load from there. */
export const isImageAllowed = (address: unknown, hosts: string[]): boolean =>
  mayLoadImage(address, place(hosts));

/** Whether all pictures of a srcset may load. */
export const isSrcsetAllowed = (srcset: unknown, hosts: string[]): boolean =>
  typeof srcset === 'string' && readSrcset(srcset).every((address) => isImageAllowed(address, hosts));

/** Whether declarations load nothing foreign, custom properties included: their strings become addresses elsewhere. */
const isCssAllowed = (css: string, hosts: string[]): boolean =>
  !!readCssTokens(css)?.every(
    ({ address, isWords }) => address === undefined || mayLoadInCss(address, place(hosts), !!isWords),
  );

/** What may stand before the braces of these loads nothing. Defaults of an `@function`'s parameters may. */
const GROUP = /^@(media|supports|container|layer|scope|starting-style|(-webkit-)?keyframes)\b/;

/** What a rule has beside its text depends on its kind. */
export type AnyRule = CSSRule & Partial<CSSStyleRule>;

/** Whether a parsed rule and all rules in it load nothing foreign. Selectors are not judged: they load nothing. */
export function isRuleAllowed(rule: CSSRule, hosts: string[]): boolean {
  const { style, cssRules, cssText }: AnyRule = rule;
  return (
    isCssAllowed(style ? style.cssText : cssRules && GROUP.test(cssText) ? '' : cssText, hosts) &&
    [...(cssRules ?? [])].every((inner) => isRuleAllowed(inner, hosts))
  );
}

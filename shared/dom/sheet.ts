// Our rules: one adopted stylesheet for each document or shadow root, which strict policies allow.
//
// A rule survives re-rendering and cannot be fought. All of ours have the same specificity, above the
// page's, so that order alone decides; the earlier change comes last in the sheet and wins.
import { CSSStyleSheet } from './native.ts';
import { isCssAllowed, isRuleAllowed, REFUSED } from './safe.ts';

export type Root = Document | ShadowRoot;
interface Sheet {
  sheet: CSSStyleSheet;
  rules: Map<object, [order: number, css: string]>;
  stale: boolean;
}

const sheets = new Map<Root, Sheet>();

const BASE = '[data-selvedge-off]{display:none!important}selvedge-html{display:contents}';

/** Sets (or with '' removes) the rules that `owner` has in this root; takes effect with `flush`. */
export function setRule(root: Root, owner: object, order: number, css: string): void {
  let at = sheets.get(root);
  if (!at) {
    at = { sheet: new CSSStyleSheet(), rules: new Map(), stale: false };
    sheets.set(root, at);
  }
  const was = at.rules.get(owner);
  if (was ? was[0] === order && was[1] === css : !css) return;
  if (css) at.rules.set(owner, [order, css]);
  else at.rules.delete(owner);
  at.stale = true;
}

/** Brings all sheets up to date and back where the page replaced its list of sheets. */
export function flush(): void {
  for (const [root, at] of sheets) {
    if (at.stale) {
      at.sheet.replaceSync(
        at.rules.size
          ? BASE +
              [...at.rules.values()]
                .sort(([a], [b]) => b - a)
                .map(([, css]) => css)
                .join('')
          : '',
      );
    }
    at.stale = false;
    if (at.rules.size && !root.adoptedStyleSheets.includes(at.sheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, at.sheet];
    }
    if (!at.rules.size && root !== document) sheets.delete(root);
  }
}

const scratch = new CSSStyleSheet();

/**
 * One rule from parts that cannot break out of it.
 * @returns its text, or '' when a value is refused or none is valid
 */
export function makeRule(
  selector: string,
  properties: Record<string, string>,
  hosts: string[],
  pseudo = '',
): string {
  scratch.replaceSync('x{}');
  const rule = scratch.cssRules[0] as CSSStyleRule;
  rule.selectorText = `:is(${selector},#s#s#s):not(${REFUSED})${pseudo}`;
  for (const name in properties) {
    rule.style.setProperty(name, `${properties[name]}`.replace(/\s*!important\s*$/i, ''), 'important');
  }
  return rule.style.length && isCssAllowed(rule.style.cssText, hosts) ? rule.cssText : '';
}

/** The author's page-level rules as the browser reads them; `refused` says whether some were left out. */
export function makeRules(css: string, hosts: string[]): { css: string; refused: boolean } {
  scratch.replaceSync(css);
  const all = [...scratch.cssRules];
  const allowed = all.filter((rule) => isRuleAllowed(rule, hosts));
  return {
    css: allowed.map((rule) => rule.cssText).join(''),
    refused: allowed.length < all.length || /@import/i.test(css),
  };
}

/** A string as CSS writes it, for `content`. */
export const quote = (text: string): string =>
  `"${text.replace(/["\\\n\r\f]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`;

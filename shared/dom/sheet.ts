// Our rules: one adopted stylesheet for each document or shadow root, which strict policies allow.
//
// A rule survives re-rendering and cannot be fought. All of ours have the same specificity, above the
// page's, so that order alone decides; the earlier change comes last in the sheet and wins.
import type { Edit } from './claim.ts';
import { CSSStyleSheet } from './native.ts';
import { isRuleAllowed, REFUSED } from './safe.ts';

export type Root = Document | ShadowRoot;

const BASE =
  '[data-selvedge-off]{display:none!important}selvedge-html,q\\:template[data-selvedge]{display:contents}';

const sheets = new Map<Root, { sheet: CSSStyleSheet; edits: Edit[]; css: string }>();

/** A sheet to read rules with; none where sheets cannot be made or adopted (Safari before 16.4). */
let scratch: CSSStyleSheet | undefined;
try {
  scratch = document.adoptedStyleSheets && new CSSStyleSheet();
} catch {
  // `canDress` says so where it matters
}

/** Whether there can be rules of ours; where not, the edit says so. */
export function canDress({ problem }: Edit): boolean {
  if (!scratch) problem('failed', 'no adopted style sheets');
  return !!scratch;
}

/** Lets the rules of an edit (`edit.css`) count in this root until the next `flush`; the earliest edit first. */
export function dress(root: Root, edit: Edit): void {
  if (!scratch) return;
  const at = sheets.get(root) ?? { sheet: new CSSStyleSheet(), edits: [], css: '' };
  sheets.set(root, at);
  at.edits.unshift(edit);
}

/** Brings all sheets up to date, and back where the page replaced its list of sheets. */
export function flush(): void {
  for (const [root, at] of sheets) {
    const { sheet, edits } = at;
    const css = edits[0] ? BASE + edits.map((edit) => edit.css).join('') : '';
    at.edits = [];
    if (css !== at.css) sheet.replaceSync(css);
    at.css = css;
    if (css && !root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
    if (!root.isConnected) sheets.delete(root);
  }
}

/** The rules of this text, as the page will read them. */
function readRules(css: string): CSSRule[] {
  scratch?.replaceSync(css);
  return [...(scratch?.cssRules ?? [])];
}

/** Whether a rule may be put on the page: judged by how its text reads there, where others come after it. */
function isTextAllowed(css: string, hosts: string[]): boolean {
  const rules = readRules(`${css}x{}`);
  // what is left open would take the next rule in
  return rules.length === 2 && rules.every((rule) => isRuleAllowed(rule, hosts));
}

/**
 * One rule from parts that cannot break out of it.
 * @returns its text, or '' when a value is refused or none is valid
 */
export function makeRule(
  selector: string,
  properties: Record<string, string>,
  media: string | undefined,
  hosts: string[],
): string {
  const rule = readRules('x{}')[0] as CSSStyleRule;
  const { style } = rule;
  rule.selectorText = `:is(${selector},#s#s#s):not(${REFUSED})`;
  for (const name in properties) {
    style.setProperty(name, `${properties[name]}`.replace(/!\s*important\s*$/i, ''), 'important');
  }
  const { cssText } = rule;
  if (!style.length || !isTextAllowed(cssText, hosts)) return '';
  return media ? `@media ${matchMedia(media).media}{${cssText}}` : cssText;
}

/** The author's page-level rules as the browser reads them, each that loads from elsewhere left out. */
export function makeRules(css: string, hosts: string[]): { css: string; isCut: boolean } {
  const rules = readRules(css).map(({ cssText }) => cssText);
  const allowed = rules.filter((text) => isTextAllowed(text, hosts));
  return { css: allowed.join(''), isCut: !rules[0] || !!rules[allowed.length] };
}

/** A string as CSS writes it, for `content`; its spaces collapse as they would on the page. */
export const quote = (text: string): string => JSON.stringify(text.replace(/\s+/g, ' '));

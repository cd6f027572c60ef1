// Our rules as text, made so that they say no more than they should (who wears them: wear.ts).
//
// All have the same specificity, above the page's, so that order alone decides.
import { EDITABLE } from './editable.ts';
import { REFUSED } from './refused.ts';
import { type AnyRule, isRuleAllowed } from './safe.ts';
import { scratch } from './scratch.ts';

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
  const [rule]: AnyRule[] = readRules('x{}');
  if (!rule?.style) return '';
  const { style } = rule;
  rule.selectorText = `:is(${selector},#s#s#s):not(${REFUSED},${EDITABLE},${EDITABLE} *)`;
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

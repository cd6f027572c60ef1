// A rule of a change whose declarations were finished when it was published (shared/publish/compile-css.ts), as text. It
// is the rule that sheet.ts makes of the same change in a page that was published nothing.

import { EDITABLE } from './editable.ts';
import { REFUSED } from './refused.ts';

/**
 * @param selector the target's, or the mark of its elements
 * @param media a bare media condition
 */
export function ruleText(selector: string, declarations: string, media?: string): string {
  // all of ours have the same specificity, above the page's
  const rule = `:is(${selector},#s#s#s):not(${REFUSED},${EDITABLE},${EDITABLE} *){${declarations}}`;
  return media ? `@media ${media}{${rule}}` : rule;
}

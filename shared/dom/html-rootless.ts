// Html where an element can have no root of ours: in the place of its text, or its words by rule until that is safe, and
// where the page fights it.
import type { Claim, Said } from './claim.ts';
import { mine } from './mine.ts';
import { isText } from './native.ts';
import { canDress } from './scratch.ts';
import { showByRule } from './show-by-rule.ts';
import { hide, type Wanted } from './wanted.ts';

/** @param nodes what is wanted of its nodes there */
export function wantHtmlRootless(
  { element, edit, lost }: Claim<Said>,
  html: Element,
  nodes: Wanted,
  isFree: (element: Element) => boolean,
): Wanted {
  if (!canDress(edit)) return {};
  if ([...element.children].some((child) => !mine.has(child))) {
    edit.problem('target', 'holds elements');
    return {};
  }
  if (lost || !isFree(element)) return { ...nodes, ...showByRule(edit, element, html.textContent ?? '') };
  const texts = [...element.childNodes].filter(isText);
  return { ...nodes, layers: texts.map(hide) };
}

// Text that is edited in place, where an element can have no root of ours: one of its texts takes the words, the others
// and the elements among them are hidden. A framework keeps updating them, and each update is covered again.
import type { Claim, Said } from './claim.ts';
import type { WantText } from './driver.ts';
import { contains, isElement, isText } from './native.ts';
import { pageText } from './page-text.ts';
import { showByRule } from './show-by-rule.ts';
import { findWrap } from './translated.ts';
import { hide, over, type Wanted } from './wanted.ts';

/** @param inside what an element in it wants that says it alone */
export function wantInPlace(claim: Claim<Said>, element: Element, inside: WantText): Wanted {
  const { edit, taker: before } = claim;
  const { text } = edit;
  const nodes = [...element.childNodes].filter((node) => isText(node) || isElement(node));
  const wrap = before && !contains(claim.element, before) && findWrap(nodes);
  const hideBut = (seen: Node) => nodes.filter((node) => node !== seen).map(hide);
  // what a translator makes of the taker is left to it
  if (wrap) return { taker: before, wrap, layers: hideBut(wrap) };
  const isFull = (node: Node) => pageText(node).trim();
  // the text node that takes the value, or the element that holds one
  const taker =
    nodes.find((node) => isText(node) && isFull(node)) ?? nodes.find(isFull) ?? nodes.find(isText);
  if (!taker) return showByRule(edit, element, text);
  const wanted: Wanted = isText(taker) ? { taker, layers: [over(taker, '', () => text)] } : inside(taker);
  return { ...wanted, layers: [...hideBut(taker), ...(wanted.layers ?? [])] };
}

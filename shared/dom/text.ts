// The change of what an element says: `text`.
//
// Shown over the original in a shadow root where the element may have one: the page's own nodes stay
// untouched underneath. Elsewhere its text nodes are edited in place (a framework keeps updating them
// and each update is covered again); until that is safe, or when the page fights it, a rule shows the
// text as generated content. See docs/CHANGES.md, "How text is shown", and docs/notes/show-over.md.
import type { Claim } from './claim.ts';
import { isFree } from './hydrate.ts';
import { contains, isElement, isText } from './native.ts';
import { pageText } from './page-text.ts';
import { findRoot } from './root.ts';
import { canDress } from './sheet.ts';
import { showByRule } from './show-by-rule.ts';
import { findWrap } from './translated.ts';
import { hide, over, type Wanted } from './wanted.ts';

/** What is written in a root; what a translator made of it stays. */
const written = new WeakMap<ShadowRoot, string>();

/** Takes for written what somebody else has written in a root. */
export function noteWritten(root: ShadowRoot, text: string): void {
  written.set(root, text);
}

function showInRoot(root: ShadowRoot, text: string) {
  if (written.get(root) === text && root.firstChild?.nodeName === '#text') return;
  if (written.get(root) === text && findWrap(root.childNodes)) return;
  root.replaceChildren(text);
  written.set(root, text);
}

function wantText(claim: Claim, element: Element, text: string): Wanted {
  const { edit, lost, taker: before } = claim;
  const root = findRoot(element);
  if (root) return { root, show: () => showInRoot(root, text) };
  if (!canDress(edit)) return {};
  const waits = !lost && !isFree(element);
  if (lost || waits) return { ...showByRule(edit, element, text), waits };
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
  const inside: Wanted = isText(taker)
    ? { taker, layers: [over(taker, '', () => text)] }
    : wantText(claim, taker, text);
  return { ...inside, layers: [...hideBut(taker), ...(inside.layers ?? [])] };
}

const isBlank = (node: Node): boolean => node.nodeType === 8 || (isText(node) && !node.data.trim());

/** Whether the parser has only just opened the element: what comes next may be the page's own shadow root. */
export const isOpening = ({ childNodes, nextSibling }: Element): boolean =>
  !nextSibling && document.readyState === 'loading' && [...childNodes].every(isBlank);

export const text = (claim: Claim): Wanted =>
  isOpening(claim.element) ? { waits: true } : wantText(claim, claim.element, claim.edit.text);

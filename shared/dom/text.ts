// The change of what an element says: `text`.
//
// Shown over the original in a shadow root where the element may have one: the page's own nodes stay
// untouched underneath. Elsewhere its text nodes are edited in place (a framework keeps updating them
// and each update is covered again); until that is safe, or when the page fights it, a rule shows the
// text as generated content. See docs/CHANGES.md, "How text is shown", and docs/notes/show-over.md.
import { type Claim, hide, put } from './claim.ts';
import { isFree } from './hydrate.ts';
import { accept } from './layer.ts';
import { contains, isElement, isText } from './native.ts';
import { pageText } from './page-text.ts';
import { findRoot } from './root.ts';
import { canDress } from './sheet.ts';
import { showByRule } from './show-by-rule.ts';
import { findWrap } from './translated.ts';

/** What is written in a root; what a translator made of it stays. */
const written = new WeakMap<ShadowRoot, string>();

function showInRoot(root: ShadowRoot, text: string) {
  if (written.get(root) === text && root.firstChild?.nodeName === '#text') return;
  if (written.get(root) === text && findWrap(root.childNodes)) return;
  root.replaceChildren(text);
  written.set(root, text);
}

/** @returns whether a translator keeps our words, and so they are to be left to it */
function isWrapped(claim: Claim, nodes: Node[]): boolean {
  const { element, taker } = claim;
  const wrap = taker && !contains(element, taker) && findWrap(nodes);
  if (!wrap) return false;
  accept(claim, claim.layers, taker);
  for (const node of nodes)
    if (isText(node)) put(claim, node, '', () => '');
    else if (node !== wrap && isElement(node)) hide(claim, node);
  // the page's own node comes back in its place, and is translated once more
  claim.undo = () => {
    if (wrap.isConnected) wrap.replaceWith(taker);
  };
  return true;
}

function showText(claim: Claim, element: Element, text: string) {
  const root = findRoot(claim, element);
  if (root) return showInRoot(root, text);
  if (!canDress(claim.edit)) return;
  claim.isPending = !claim.lost && !isFree(element);
  if (claim.lost || claim.isPending) return showByRule(claim, text);
  const nodes = [...element.childNodes].filter((node) => isText(node) || isElement(node));
  if (isWrapped(claim, nodes)) return;
  const isFull = (node: Node) => pageText(node).trim();
  // the text node that takes the value, or the element that holds one
  const taker =
    nodes.find((node) => isText(node) && isFull(node)) ?? nodes.find(isFull) ?? nodes.find(isText);
  for (const node of nodes) {
    if (isText(node)) put(claim, node, '', () => (node === taker ? text : ''));
    else if (node === taker) showText(claim, node, text);
    else hide(claim, node);
  }
  if (!taker) showByRule(claim, text);
  else if (isText(taker)) {
    claim.taker = taker;
    claim.undo = undefined;
  }
}

const isBlank = (node: Node): boolean => node.nodeType === 8 || (isText(node) && !node.data.trim());

/** Whether the parser has only just opened the element: what comes next may be the page's own shadow root. */
export const isOpening = (claim: Claim): boolean => {
  const { childNodes, nextSibling } = claim.element;
  claim.isPending = !nextSibling && document.readyState === 'loading' && [...childNodes].every(isBlank);
  return claim.isPending;
};

export function text(claim: Claim): void {
  if (!isOpening(claim)) showText(claim, claim.element, claim.edit.text);
}

// Changes of what an element says: `text` and `html`.
//
// Shown over the original in a shadow root where the element may have one: the page's own nodes stay
// untouched underneath. Elsewhere its text nodes are edited in place (a framework keeps updating them
// and each update is covered again); until that is safe, or when the page fights it, a rule shows the
// text as generated content. See DESIGN section 6, rule 3, and notes/show-over.
import { type Claim, hide, mark, mine, own, put } from './claim.ts';
import { isFree } from './hydrate.ts';
import { findLayer } from './layer.ts';
import { attachShadow, getComputedStyle, make } from './native.ts';
import { place } from './place.ts';
import { canDress, quote } from './sheet.ts';

/** The root over an element, if it can have one: a page's own root is left alone. */
function findRoot(claim: Claim, element: Element): ShadowRoot | undefined {
  let root = element.shadowRoot;
  // a lone marked slot is what an earlier applier left
  if (root && !mine.has(root) && !root.querySelector('slot[data-selvedge]')) return;
  if (!root) {
    if (
      !/^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/.test(
        element.localName,
      )
    )
      return;
    try {
      root = attachShadow(element, { mode: 'open' });
    } catch {
      return;
    }
  }
  mine.add(root);
  claim.root = root;
  return root;
}

/** The text the page itself has in a node: without our nodes, under our layers. */
export const pageText = (node: Node): string =>
  node.nodeType === 3
    ? (findLayer(node, '')?.base ?? (node as Text).data)
    : [...node.childNodes].map((child) => (mine.has(child) ? '' : pageText(child))).join('');

/** Shows text without touching a node, with the accessible name to match. */
function showByRule(claim: Claim, text: string): void {
  const { edit, element } = claim;
  const { mark: name } = edit;
  // takes the size of the letters only: what is measured in em stays
  edit.css ||= `[${name}]{font-size-adjust:0!important;letter-spacing:0!important;gap:0!important}[${name}]>*{display:none!important}[${name}]::after{content:${quote(text)}!important;font-size-adjust:none!important;letter-spacing:${getComputedStyle(element).letterSpacing}!important}`;
  mark(claim, element, name);
  put(claim, element, 'aria-label', () => text);
}

function showText(claim: Claim, element: Element, text: string) {
  const root = findRoot(claim, element);
  if (root) {
    if (root.childNodes.length !== 1 || root.firstChild?.nodeValue !== text) root.replaceChildren(text);
    return;
  }
  if (!canDress(claim.edit)) return;
  claim.isPending = !claim.lost && !isFree(element);
  if (claim.lost || claim.isPending) return showByRule(claim, text);
  const nodes = [...element.childNodes].filter(({ nodeType }) => nodeType === 1 || nodeType === 3);
  const isFull = (node: Node) => pageText(node).trim();
  // the text node that takes the value, or the element that holds one
  const taker =
    nodes.find((node) => node.nodeType === 3 && isFull(node)) ??
    nodes.find(isFull) ??
    nodes.find((node) => node.nodeType === 3);
  for (const node of nodes) {
    if (node.nodeType === 3) put(claim, node as Text, '', () => (node === taker ? text : ''));
    else if (node === taker) showText(claim, node as Element, text);
    else hide(claim, node as Element);
  }
  if (!taker) showByRule(claim, text);
}

/** Whether the parser has only just opened the element: what comes next may be the page's own shadow root. */
const isOpening = (claim: Claim): boolean => {
  const { firstChild, nextSibling } = claim.element;
  claim.isPending = !firstChild && !nextSibling && document.readyState === 'loading';
  return claim.isPending;
};

export function text(claim: Claim): void {
  if (!isOpening(claim)) showText(claim, claim.element, claim.edit.text);
}

export function html(claim: Claim) {
  const { element, edit } = claim;
  const { html } = edit;
  if (!html || isOpening(claim)) return;
  const root = findRoot(claim, element);
  const copy = () => html.cloneNode(true).childNodes;
  if (root) {
    if ((root.firstChild as HTMLSlotElement | null)?.name !== 'selvedge') {
      const slot = make('slot');
      slot.name = 'selvedge';
      // shows the variant, without the page's styles, while a child cannot be there
      slot.append(...copy());
      root.replaceChildren(slot);
    }
  } else if (!canDress(edit)) return;
  else if ([...element.children].some((child) => !mine.has(child))) {
    return edit.problem('target', 'holds elements');
  } else if (claim.lost || !isFree(element)) showByRule(claim, html.textContent ?? '');
  else {
    for (const node of element.childNodes) if (node.nodeType === 3) put(claim, node as Text, '', () => '');
  }
  if (!claim.nodes[0]) {
    const node = own(make('selvedge-html'));
    node.slot = 'selvedge';
    node.append(...copy());
    claim.nodes = [node];
  }
  place(claim, element, 'last');
}

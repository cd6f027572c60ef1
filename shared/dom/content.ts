// Changes of what an element says: `text` and `html`.
//
// Shown over the original in a shadow root where the element may have one: the page's own nodes stay
// untouched underneath. Elsewhere its text nodes are edited in place (a framework keeps updating them
// and each update is covered again); until that is safe, or when the page fights it, a rule shows the
// text as generated content. See DESIGN section 6, rule 3, and notes/show-over.
import { type Claim, clear, fight, hide, mine, put } from './claim.ts';
import { isFree } from './hydrate.ts';
import { findLayer } from './layer.ts';
import { attachShadow, insertBefore } from './native.ts';
import { makeRule, quote } from './sheet.ts';

const HOSTS = /^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** The root over an element, if it can have one: a page's own root is left alone. */
function findRoot(claim: Claim, element: Element): ShadowRoot | undefined {
  const { shadowRoot } = element;
  if (shadowRoot) {
    const [first] = shadowRoot.childNodes;
    if (!mine.has(shadowRoot) && !(first as Element | undefined)?.hasAttribute?.('data-selvedge')) return;
    claim.root = shadowRoot;
  } else if (HOSTS.test(element.localName)) {
    try {
      claim.root = attachShadow(element, { mode: 'open' });
    } catch {
      return;
    }
  } else return;
  mine.add(claim.root);
  return claim.root;
}

/** The text the page itself shows in a node: without our nodes, under our layers. */
export const pageText = (node: Node): string =>
  node.nodeType === 3
    ? (findLayer(node, '')?.base ?? (node as Text).data)
    : mine.has(node)
      ? ''
      : [...node.childNodes].map(pageText).join('');

/** Shows text without touching a node, with the accessible name to match. */
function showByRule(claim: Claim, text: string): void {
  const { edit, element } = claim;
  const mark = `${edit.mark}-text`;
  const selector = `[${mark}=${quote(text)}]`;
  put(claim, element, mark, () => text);
  put(claim, element, 'aria-label', () => text);
  claim.css =
    // takes the size of the letters only: what is measured in em stays
    makeRule(selector, { 'font-size-adjust': '0', 'letter-spacing': '0', 'word-spacing': '0' }, []) +
    makeRule(`${selector}>*`, { display: 'none' }, []) +
    makeRule(
      selector,
      { content: quote(text), 'font-size-adjust': 'none', display: 'inline' },
      [],
      '::after',
    );
}

function showInPlace(claim: Claim, element: Element, text: string): void {
  const nodes = [...element.childNodes].filter((node) => !mine.has(node));
  const texts = nodes.filter((node): node is Text => node.nodeType === 3);
  const elements = nodes.filter((node): node is Element => node.nodeType === 1);
  const first = texts.find((node) => pageText(node).trim());
  const inner = first ? undefined : elements.find((node) => pageText(node).trim());
  const taker = first ?? (inner ? undefined : texts[0]);
  for (const node of texts) put(claim, node, '', node === taker ? () => text : () => '');
  for (const node of elements) if (node !== inner) hide(claim, node);
  if (inner) showText(claim, inner, text);
  else if (!taker && text) showByRule(claim, text);
}

function showText(claim: Claim, element: Element, text: string): void {
  const root = findRoot(claim, element);
  if (root) {
    if (root.childNodes.length !== 1 || root.firstChild?.nodeValue !== text) root.replaceChildren(text);
  } else if (claim.lost || !isFree(claim.element)) {
    claim.pending = !claim.lost;
    showByRule(claim, text);
  } else showInPlace(claim, element, text);
}

export const text = (claim: Claim): void => showText(claim, claim.element, claim.edit.text);

export function html(claim: Claim): void {
  const { element, edit, nodes } = claim;
  if (!edit.html) return;
  const root = findRoot(claim, element);
  if (root) {
    const slot = root.firstChild as HTMLSlotElement | null;
    if (slot?.name !== 'selvedge' || !slot.firstChild) {
      const fresh = document.createElement('slot');
      fresh.name = 'selvedge';
      // shows the variant, without the page's styles, while a child cannot be there
      fresh.append(document.importNode(edit.html, true));
      root.replaceChildren(fresh);
    }
  } else if ([...element.children].some((child) => !mine.has(child))) {
    claim.problem('target', 'html needs an element without child elements here; target one of them');
    return clear(claim);
  }
  if (claim.lost || !isFree(element)) {
    claim.pending = !claim.lost;
    clear(claim);
    if (!root) showByRule(claim, edit.html.textContent ?? '');
    return;
  }
  if (!root)
    for (const node of element.childNodes) if (node.nodeType === 3) put(claim, node as Text, '', () => '');
  const [node] = nodes;
  if (!node) {
    const own = document.createElement('selvedge-html');
    own.setAttribute('data-selvedge', '');
    own.slot = 'selvedge';
    own.append(...document.importNode(edit.html, true).childNodes);
    mine.add(own);
    claim.nodes = [own];
  } else if (node.parentNode !== element) fight(claim);
  const [at] = claim.nodes;
  if (at && at.parentNode !== element && !claim.lost) insertBefore(element, at, null);
}

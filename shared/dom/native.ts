// The browser's own functions, taken once when the module starts.
//
// The tag runs first in <head>, so what it takes here is still the browser's. Pages patch
// prototypes later (polyfills, guards, sabotage) and forms clobber names (<input name=getAttribute>):
// calling through these makes neither matter. Only what edits or decides goes through here.
// https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object

const { call } = Function.prototype;

/** Turns a method into a function whose first argument is `this`. */
const free = <T, A extends unknown[], R>(method: (this: T, ...rest: A) => R): ((self: T, ...rest: A) => R) =>
  call.bind(method) as (self: T, ...rest: A) => R;

const element: Element & {
  setHTML?: (this: Element, html: string, how: object) => void;
  moveBefore?: (this: Node, child: Node, at: Node | null) => void;
} = Element.prototype;
const node = Node.prototype;

export const getAttribute = free(element.getAttribute);
export const setAttribute = free(element.setAttribute);
export const removeAttribute = free(element.removeAttribute);
export const matches = free<Element, [css: string], boolean>(element.matches);
export const closest = free<Element, [css: string], Element | null>(element.closest);
export const attachShadow = free(element.attachShadow);
export const removeNode = free(element.remove);
export const insertBefore = free<Node, [child: Node, at: Node | null], Node>(node.insertBefore);
export const contains = free(node.contains);
/** Going up by these ends: the `parentNode` of a form with a field of that name is the field. */
export const parentOf = free(
  Object.getOwnPropertyDescriptor(node, 'parentNode')?.get as (this: Node) => ParentNode | null,
);
/**
 * Not the withdrawn one of Chromium 105–118, which took other options and had no sister on `Document`.
 *
 * @see https://wicg.github.io/sanitizer-api/
 */
export const setHTML = 'parseHTML' in Document ? element.setHTML : undefined;
export const isElement = (node: Node | null | undefined): node is Element => node?.nodeType === 1;
export const isText = (node: Node): node is Text => node.nodeType === 3;
const { implementation } = document;
export const parentElement = (node: Node): Element | null => {
  const parent = parentOf(node);
  return isElement(parent) ? parent : null;
};
let inert: Document | undefined;
/** Makes a node of ours, in a document that loads and runs nothing and that the page's own names cannot clobber. */
export function make<K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K];
export function make(name: string): HTMLElement;
export function make(name: string): HTMLElement {
  inert ??= implementation.createHTMLDocument('');
  return inert.createElement(name);
}

/**
 * Moves a node without loss of what it is doing (a playing frame, the focus), where the browser can: Chromium 133,
 * Firefox 144.
 *
 * @see https://dom.spec.whatwg.org/#dom-parentnode-movebefore
 */
const { moveBefore } = element;
export const canMove = !!moveBefore;
/** Brings a node, with its state where that can be kept, before `at`. */
export function relocate(parent: Node, child: Node, at: Node | null): void {
  try {
    moveBefore?.call(parent, child, at);
  } catch {
    // out of the document or into it: there is no state to keep
  }
  if (parentOf(child) !== parent || child.nextSibling !== at) insertBefore(parent, child, at);
}

const findInElement = free<Element, [css: string], NodeListOf<Element>>(element.querySelectorAll);
/** All elements inside this one that match. */
export const findIn = (within: Element, css: string): Element[] => [...findInElement(within, css)];

const findInDocument = free<Document, [css: string], NodeListOf<Element>>(
  Document.prototype.querySelectorAll,
);
const findInRoot = free<ShadowRoot, [css: string], NodeListOf<Element>>(
  DocumentFragment.prototype.querySelectorAll,
);

const isDocument = (root: Document | ShadowRoot): root is Document => root === document;

/** All elements that match; throws a SyntaxError on a bad selector. */
export const findAll = (root: Document | ShadowRoot, css: string): Element[] => [
  ...(isDocument(root) ? findInDocument(root, css) : findInRoot(root, css)),
];

// one by one: a first paint is made of those that it needs
export const { MutationObserver } = globalThis;
export const { CSSStyleSheet } = globalThis;
export const { URL } = globalThis;
export const { Image } = globalThis;
export const { getComputedStyle } = globalThis;
export const wait: (act: () => void, ms: number) => unknown = setTimeout;
export const listen = free(
  EventTarget.prototype.addEventListener as (
    this: EventTarget,
    type: string,
    act: (event: never) => void,
    isCapture?: boolean,
  ) => void,
);

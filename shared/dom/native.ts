// The browser's own functions, taken once when the module starts.
//
// The tag runs first in <head>, so what it takes here is still the browser's. Pages patch
// prototypes later (polyfills, guards, sabotage) and forms clobber names (<input name=getAttribute>):
// calling through these makes neither matter. Only what edits or decides goes through here.

const { call } = Function.prototype;

/** Turns a method into a function whose first argument is `this`. */
const free = <T, A extends unknown[], R>(method: (this: T, ...rest: A) => R): ((self: T, ...rest: A) => R) =>
  call.bind(method) as (self: T, ...rest: A) => R;

const element = Element.prototype;

export const getAttribute = free(element.getAttribute);
export const setAttribute = free(element.setAttribute);
export const removeAttribute = free(element.removeAttribute);
export const matches = free(element.matches as (this: Element, css: string) => boolean);
export const closest = free(element.closest as (this: Element, css: string) => Element | null);
export const attachShadow = free(element.attachShadow);
export const removeNode = free(element.remove);
export const insertBefore = free(
  Node.prototype.insertBefore as (this: Node, node: Node, at: Node | null) => Node,
);
export const contains = free(Node.prototype.contains);
export const cloneNode = free(Node.prototype.cloneNode);
export const setHTML = (element as { setHTML?: (this: Element, html: string, how: object) => void }).setHTML;
export const { MutationObserver, CSSStyleSheet, URL, Image } = globalThis;
export const wait: (act: () => void, ms: number) => unknown = setTimeout;

/** All elements of a document, shadow root or element that match; throws a SyntaxError on a bad selector. */
export function findAll(root: ParentNode, css: string): Element[] {
  return [...root.querySelectorAll(css)];
}

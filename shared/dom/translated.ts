// What machine translation makes of a page, and how its rewriting is told from the page's own.
//
// Chrome, Google, Yandex and Baidu put each text into <font> elements in its place and rewrite it again whenever it
// changes: who answers that by writing once more never ends
// (https://github.com/facebook/react/issues/11538). Chrome, Firefox and Edge set the language of the page. No page of
// today makes <font> elements of its own while it runs.
import { findIn, isElement } from './native.ts';

/** The element in which a translator keeps the text that stood here. */
export const findWrap = (nodes: Iterable<Node>): Element | undefined =>
  [...nodes].find((node): node is Element => isElement(node) && node.localName === 'font');

/** The page's language; what a translator changes it to is another. */
export const readLanguage = (): string => document.documentElement?.lang ?? '';

/** Whether the words in an element may be a translator's; `language` is what the page's was when they were not. */
export const isTranslated = (element: Element, language: string): boolean =>
  readLanguage() !== language || !!findIn(element, 'font')[0];

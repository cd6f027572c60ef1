// Ways through the page for an author who picks: what lies at a point, and what is around, inside or beside an element.

import { findPath } from './describe-picked.ts';
import { findOriginal } from './twins.ts';

export type Way = 'parent' | 'child' | 'previous' | 'next';

const isOurs = (element: Element): boolean => element.closest('[data-selvedge]') !== null;
const isUnseen = ({ localName }: Element): boolean =>
  /^(script|style|link|template|noscript)$/.test(localName);

/** What lies at a point, topmost first, inside open shadow roots too; of our own only blocks that were inserted. */
export function findStack(x: number, y: number, host: Element | undefined): Element[] {
  const all = new Set<Element>();
  for (const element of document.elementsFromPoint(x, y)) {
    if (element === host || element === document.documentElement) continue;
    if (isOurs(element)) {
      const block = element.closest('[data-selvedge]');
      // html shown over the original is the original, to an author; a copy is what was moved
      const meant = findOriginal(element) ?? (block?.localName === 'selvedge-html' ? undefined : block);
      if (meant) all.add(meant);
      continue;
    }
    // a root on anything else may be our own, which shows text over the original
    const inner = element.localName.includes('-') ? (element.shadowRoot?.elementsFromPoint(x, y) ?? []) : [];
    for (const one of inner) if (one !== element && one.getRootNode() === element.shadowRoot) all.add(one);
    all.add(element);
  }
  return [...all];
}

/** Of a stack, what is not simply around the topmost: a picture behind a link, a card behind a label. */
export const findBeneath = ([top, ...rest]: Element[]): Element[] =>
  top
    ? rest.filter((one) => !isOurs(one) && one !== document.body && !findPath(top).includes(one)).slice(0, 4)
    : [];

const isShown = (element: Element): boolean => !isOurs(element) && element.getClientRects().length > 0;

/** Where to begin without a pointer: the headline, else the first of the page that is seen. */
export function findBeginning(): Element | undefined {
  const body = document.body?.children ?? [];
  return [...document.querySelectorAll('h1'), ...document.querySelectorAll('main :is(h2, h3)'), ...body].find(
    (one) => isShown(one) && !isUnseen(one),
  );
}

/** @returns where the step leads; where there is nothing, `from` */
export function stepFrom(from: Element, to: Way): Element | undefined {
  if (to === 'parent') return from === document.body ? from : findPath(from).at(-2);
  const walk = (element: Element | null, by: 'nextElementSibling' | 'previousElementSibling') => {
    let at = element;
    while (at && (isOurs(at) || isUnseen(at) || at.matches('html > :not(body)'))) at = at[by];
    return at ?? undefined;
  };
  if (to === 'child') return walk(from.firstElementChild, 'nextElementSibling') ?? from;
  const by = to === 'next' ? 'nextElementSibling' : 'previousElementSibling';
  return walk(from[by], by) ?? from;
}

/** Those beside an element that can be seen, in order, without it and without ours. */
export const findBeside = (element: Element): Element[] =>
  [...(element.parentElement?.children ?? [])].filter(
    (one) => one !== element && !isOurs(one) && !isUnseen(one) && one.getClientRects().length > 0,
  );

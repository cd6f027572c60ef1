// An element of the page in another place: itself, with all that it holds and is doing. A comment keeps its place, which
// it goes back to. Nothing of it is there twice, so forms, scripts and ids stay what they were.
import { type Claim, fight, put, type Said } from './claim.ts';
import { mine } from './mine.ts';
import {
  closest,
  contains,
  findAll,
  findIn,
  getAttribute,
  insertBefore,
  isElement,
  parentElement,
  parentOf,
  relocate,
  removeAttribute,
  removeNode,
} from './native.ts';
import { findNext, guests, isThere } from './place.ts';
import type { WantedPlace } from './wanted.ts';

/** Says of a moved element which comment keeps its place, also in copies that the page makes of both. */
export const MOVED = 'data-selvedge-moved';
const FIELDS = 'button,fieldset,input,object,output,select,textarea';
let count = 0;
/** Which comment keeps the place of a moved element. */
const homes = new WeakMap<Node, Comment>();

/** Whether something that the element would be put into has its place in the element: neither could ever go home. */
function isTangled(element: Element, parent: Node): boolean {
  for (let at: Node | null = parent; at; at = parentOf(at)) {
    const home = homes.get(at);
    if (home && contains(element, home)) return true;
  }
  return false;
}

/** Knows a place that somebody else keeps, and leaves it its number. */
export function noteHome(element: Element, home: Comment, number: number): void {
  homes.set(element, home);
  count = Math.max(count, number);
}

/** The page's element back to its place, or out of the page where the page has thrown away that place or itself. */
export function goHome(claim: Pick<Claim<Said>, 'element' | 'home' | 'beside'>): void {
  const { element, home, beside } = claim;
  if (!home && !beside) return;
  claim.home = undefined;
  claim.beside = undefined;
  guests.delete(element);
  if (!home) return;
  homes.delete(element);
  const { parentNode } = home;
  // thrown away together with what it stood beside, it was not what the page meant
  const isMeant = !parentOf(element) && beside?.isConnected;
  // by the page: there is its place, as it cannot be put into itself
  const isInside = contains(element, home);
  if (parentNode && !isMeant && !isInside) relocate(parentNode, element, home);
  else if (!isInside) removeNode(element);
  home.remove();
}

/**
 * What the page itself has put elsewhere has its place there, also where it is no longer to be moved.
 *
 * @param records of what the page did
 */
export function leaveToPage(claim: Claim<Said>, records: MutationRecord[]): void {
  const { element, home } = claim;
  if (!home || !records.some(({ addedNodes }) => [...addedNodes].includes(element))) return;
  claim.home = undefined;
  homes.delete(element);
  home.remove();
  fight(claim);
}

/** Keeps the fields of a part that leaves its form in that form, and out of any other. */
function keepForm(claim: Claim<Said>, from: Element | null, to: Element | null) {
  const form = from && closest(from, 'form');
  const { element } = claim;
  if (form === (to && closest(to, 'form'))) return;
  for (const field of [element, ...findIn(element, FIELDS)]) {
    const own = closest(field, 'form');
    if (matchesField(field) && !(own && contains(element, own)))
      put(claim, field, 'form', (base) => base ?? (form ? getAttribute(form, 'id') : ''));
  }
}
const matchesField = ({ localName }: Element): boolean => FIELDS.split(',').includes(localName);

/** Leaves a comment where the element stands. */
function leaveHome(claim: Claim<Said>): Comment | undefined {
  const { element } = claim;
  const from = parentOf(element);
  if (!from) return;
  const home = element.ownerDocument.createComment(`selvedge ${++count}`);
  mine.add(home);
  insertBefore(from, home, element);
  claim.home = home;
  homes.set(element, home);
  return home;
}

/** Brings the element to the place that is wanted, or home. */
export function settlePlace(claim: Claim<Said>, { to, parent, position }: WantedPlace): void {
  const { element } = claim;
  if (claim.lost || (claim.home && !claim.home.isConnected) || isTangled(element, parent)) {
    goHome(claim);
    return;
  }
  const home = claim.home ?? leaveHome(claim);
  if (!home) return;
  guests.add(element);
  claim.beside = to;
  const { data } = home;
  const form = closest(parentElement(home) ?? to, 'form');
  const isLeaving = form && !contains(form, parent);
  // a field names its form by an id
  if (isLeaving && findIn(element, FIELDS)[0])
    put(claim, form, 'id', (base) => base || data.replace(' ', '-'));
  keepForm(claim, parentElement(home), isElement(parent) ? parent : null);
  put(claim, element, MOVED, () => data);
  if (!isThere([element], parent, to, position)) relocate(parent, element, findNext(to, position));
}

/** Undoes what the page kept of a move in a copy of itself (`cloneNode`, a string), where there is no move any more. */
export function settleStray(element: Element): void {
  const data = getAttribute(element, MOVED);
  removeAttribute(element, MOVED);
  const root = element.getRootNode();
  const all = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  while (all.nextNode()) {
    const home = all.currentNode;
    if (home.nodeValue !== data || mine.has(home)) continue;
    if (home.parentNode) insertBefore(home.parentNode, element, home);
    home.parentNode?.removeChild(home);
    return;
  }
  removeNode(element);
}

/** Elements in the document that were moved, though not by us. */
export const findStrays = (): Element[] =>
  findAll(document, `[${MOVED}]`).filter((element) => !guests.has(element));

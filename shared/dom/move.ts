// The change of where an element stands: `move`.
//
// Where no framework owns the element it is moved itself, with all that it holds and is doing; a comment keeps its
// place, which it goes back to. Nothing of it is there twice, so forms, scripts and ids stay what they were.
// Where one does, or where that cannot be known, the original stays where it is, hidden by rule, and a copy is shown:
// React unmounts the whole app over a node that is gone (https://github.com/facebook/react/issues/11538).
import type { ChangeOf } from '../schema/change.ts';
import { type Claim, clear, fight, mine, put } from './claim.ts';
import { showCopy } from './copy.ts';
import { isFree } from './hydrate.ts';
import {
  canMove,
  closest,
  contains,
  findAll,
  findIn,
  getAttribute,
  insertBefore,
  isElement,
  relocate,
  removeAttribute,
  removeNode,
} from './native.ts';
import { findNext, findParent, guests, isThere } from './place.ts';
import { findProgress } from './progress.ts';

/** Says of a moved element which comment keeps its place, also in copies that the page makes of both. */
const MOVED = 'data-selvedge-moved';
const FIELDS = 'button,fieldset,input,object,output,select,textarea';
let count = 0;

/** The page's element back to its place, or out of the page where the page has thrown away that place or itself. */
function goHome(claim: Claim) {
  const { element, home, beside } = claim;
  if (!home) return;
  claim.home = undefined;
  claim.undo = undefined;
  guests.delete(element);
  const { parentNode } = home;
  // thrown away together with what it stood beside, it was not what the page meant
  const isMeant = !element.parentNode && beside?.isConnected;
  if (parentNode && !isMeant) relocate(parentNode, element, home);
  else removeNode(element);
  home.remove();
}

/** Keeps the fields of a part that leaves its form in that form, and out of any other. */
function keepForm(claim: Claim, from: Element | null, to: Element | null) {
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

const parentElement = (node: Node): Element | null => (isElement(node.parentNode) ? node.parentNode : null);

function moveItself(
  claim: Claim,
  { position }: ChangeOf<'move'>,
  to: Element,
  records: MutationRecord[],
): void {
  const { element, edit } = claim;
  if (!canMove && findIn(element, 'iframe,embed,object')[0]) {
    edit.problem('target', 'holds a frame');
    return;
  }
  const parent = findParent(claim, to, position);
  // put elsewhere by the page itself: there is its place
  if (claim.home && records.some(({ addedNodes }) => [...addedNodes].includes(element))) {
    claim.home.remove();
    claim.home = undefined;
    fight(claim);
  }
  if (!parent || claim.lost || (claim.home && !claim.home.isConnected)) {
    goHome(claim);
    return;
  }
  let { home } = claim;
  if (!home) {
    const from = element.parentNode;
    if (!from) return;
    home = element.ownerDocument.createComment(`selvedge ${++count}`);
    mine.add(home);
    insertBefore(from, home, element);
    claim.home = home;
    claim.undo = () => goHome(claim);
  }
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

/** Markup of others that go on comparing the tree with their own picture of it: Ember, Livewire, LiveView. */
const COMPARED = '.ember-view,[wire\\:id],[id^=phx-]';

const isOwned = (element: Element): boolean =>
  !!findProgress(element) ||
  !!closest(element, COMPARED) ||
  // Solid marks few nodes and listens on the document for all of its own
  '_$DX_DELEGATE' in document;

/** @param isBlind whether a framework's marks cannot be seen from here @param records what the page did since */
export function move(
  claim: Claim,
  change: ChangeOf<'move'>,
  to: Element | undefined,
  records: MutationRecord[],
  isBlind: boolean | undefined,
) {
  const { element, edit } = claim;
  if (to && contains(element, to)) {
    to = undefined;
    edit.problem('target');
  }
  claim.isPending = !isFree(element);
  const isKept = isBlind || isOwned(element);
  if (!to || claim.isPending || isKept) goHome(claim);
  if (!to || claim.isPending || !isKept) clear(claim);
  if (!to || claim.isPending) claim.isPlaced = false;
  else if (isKept) showCopy(claim, change, to, records);
  else moveItself(claim, change, to, records);
}

/** Undoes what the page kept of a move in a copy of itself (`cloneNode`, a string), where there is no move any more. */
export function settleCopy(element: Element): void {
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

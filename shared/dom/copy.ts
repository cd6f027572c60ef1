// The copy of an element that stays where it is: shown in another place, following what the page changes in the
// original and handing clicks on to it. It holds nothing that must be there only once: no ids, no names.
import type { ChangeOf } from '../schema/change.ts';
import { type Claim, clear, copies, hide, own } from './claim.ts';
import { contains, findIn, matches, removeAttribute } from './native.ts';
import { place } from './place.ts';

/** What is never there twice: fields, other documents, code (also what a consent tool keeps from running), media. */
const SINGLE = 'input,select,textarea,iframe,object,embed,script,style,link,audio,video';

function make(claim: Claim): Element {
  const { element, edit } = claim;
  const copy = own(element.cloneNode(true) as Element);
  for (const node of [copy, ...findIn(copy, '*')])
    for (const name of ['id', 'name', 'form', 'data-selvedge-off']) removeAttribute(node, name);
  copies.set(copy, edit);
  copy.addEventListener('click', (event) => {
    const nodes: (EventTarget | null)[] = findIn(copy, '*');
    const at = nodes.indexOf(event.target);
    event.preventDefault();
    event.stopPropagation();
    (findIn(element, '*')[at] ?? element).dispatchEvent(new MouseEvent('click', event));
  });
  return copy;
}

export function showCopy(
  claim: Claim,
  { position }: ChangeOf<'move'>,
  to: Element,
  records: MutationRecord[],
): void {
  const { element, edit } = claim;
  if (matches(element, SINGLE) || findIn(element, SINGLE)[0]) {
    clear(claim);
    edit.problem('target', 'a framework owns it, and it cannot be there twice');
    return;
  }
  if (records.some(({ target }) => contains(element, target))) {
    clear(claim);
    claim.isPlaced = false;
  }
  if (!claim.nodes[0]) claim.nodes = [make(claim)];
  place(claim, to, position);
  if (claim.nodes[0]) hide(claim, element);
}

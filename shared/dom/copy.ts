// The copy of an element that stays where it is: shown in another place, following what the page changes in the
// original and handing clicks on to it. It holds nothing that must be there only once: no ids, no names.
import type { ChangeOf } from '../schema/change.ts';
import { type Claim, copies, type Edit, own } from './claim.ts';
import type { Driver } from './driver.ts';
import { contains, findIn, matches, removeAttribute } from './native.ts';
import { wantNodes } from './place.ts';
import { hide, type Wanted } from './wanted.ts';

/** What is never there twice: fields, other documents, code (also what a consent tool keeps from running), media. */
const SINGLE = 'input,select,textarea,iframe,object,embed,script,style,link,audio,video';

function makeCopy({ element, edit }: Claim): Element {
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

export function wantCopy(
  claim: Claim,
  { position }: ChangeOf<'move'>,
  to: Element,
  { isFree, records }: Driver<Edit>,
): Wanted {
  const { element, edit } = claim;
  if (matches(element, SINGLE) || findIn(element, SINGLE)[0]) {
    edit.problem('target', 'a framework owns it, and it cannot be there twice');
    return {};
  }
  const wanted = wantNodes(claim, to, position, () => [makeCopy(claim)], isFree);
  if (!wanted.nodes) return wanted;
  const isStale = records.some(({ target }) => contains(element, target));
  return { nodes: { ...wanted.nodes, isStale }, layers: [hide(element)] };
}

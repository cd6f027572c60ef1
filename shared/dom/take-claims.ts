// Which elements a change has: its target's, unless earlier changes own all that it wants there, the element is one that
// is never changed, or somebody edits it. What a change once has it keeps, until the page takes it out of its target.
import { aspectsOf, nameOf } from '../engine/aspect.ts';
import { type Claim, createClaim, type Edit, isShown, isTooMuch } from './claim.ts';
import { isEdited } from './editable.ts';
import { isLayered } from './layer.ts';
import { contains, matches } from './native.ts';
import { REFUSED } from './refused.ts';
import { settle } from './settle.ts';
import { canTake } from './takes.ts';
import { isTranslated } from './translated.ts';

/** Takes away what a claim holds, and ends it. */
export function release(claim: Claim): void {
  claim.edit.claims.delete(claim.element);
  try {
    settle(claim);
  } catch (error) {
    claim.edit.problem('failed', `${error}`);
  }
}

/** Those of an edit's elements that may be changed; what may not is said. */
function findAllowed(edit: Edit, all: Element[]): Element[] {
  const { change } = edit;
  const found = all.filter((element) => !matches(element, REFUSED) && canTake(change, element));
  if (found.length < all.length) edit.problem('target');
  const { kind } = change;
  const isContent = kind === 'text' || kind === 'html' || kind === 'hide';
  const free = found.filter((element) => !isEdited(element, isContent));
  if (free.length < found.length) edit.problem('target', 'is being edited');
  return free;
}

/** Whether an element that is no longer found has been taken out of the target by the page, and not by us. */
function isTakenOut({ element, edit, nodes, language }: Claim, records: MutationRecord[]): boolean {
  const { change } = edit;
  if (change.kind === 'css') return false;
  const { target } = change;
  // only its words are others, and they may be a translator's
  if (target.text !== undefined && matches(element, target.css) && isTranslated(element, language))
    return false;
  return (
    !isLayered(element) &&
    records.some(
      ({ type, target: at }) =>
        contains(element, at) || (type === 'attributes' && !nodes[0] && contains(at, element)),
    )
  );
}

/**
 * Counts that the page threw elements away and made them anew. Where that brought nothing new, the page may only be
 * answering us: more than 30 times in 10 s, and it is to be found out.
 */
function isTried(edit: Edit, element: Element, records: MutationRecord[]): boolean {
  const place = records.find(({ removedNodes }) =>
    [...removedNodes].some((node) => contains(node, element)),
  )?.target;
  const says = place?.textContent;
  if (says !== edit.says) edit.rounds = 0;
  edit.says = says;
  return !edit.isRenewed && isTooMuch(edit, 30, 1e4);
}

/**
 * Gives an edit its elements, and takes away those that are no longer its own.
 * @param all what its target means now
 * @param owned what earlier edits want of each element
 * @returns whether the page may only be answering us
 */
export function takeClaims(
  edit: Edit,
  all: Element[],
  records: MutationRecord[],
  owned: Map<Element, string[]>,
): boolean {
  const { claims } = edit;
  const found = findAllowed(edit, all);
  edit.isFound = !!found[0];
  if (edit.dry) return false;
  const wanted = aspectsOf(edit.change).map(nameOf);
  let taken: Element | undefined;
  for (const element of new Set([...claims.keys(), ...found])) {
    const claim = claims.get(element);
    const isGone =
      !element.isConnected ||
      (!found.includes(element) && (all.includes(element) || !claim || isTakenOut(claim, records)));
    const others = owned.get(element) ?? [];
    const aspects = wanted.filter((aspect) => !others.includes(aspect));
    if (!isGone && aspects.length < wanted.length) edit.problem('collision');
    if (isGone || (wanted[0] && !aspects[0])) {
      if (!claim) continue;
      if (isGone && !element.isConnected && isShown(claim)) taken = element;
      release(claim);
      continue;
    }
    owned.set(element, [...others, ...aspects]);
    if (claim) claim.aspects = aspects;
    else claims.set(element, createClaim(edit, element, aspects));
  }
  return !!taken && isTried(edit, taken, records);
}

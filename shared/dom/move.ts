// The change of where an element stands: `move`.
//
// Where no framework owns the element it is moved itself, with all that it holds and is doing (relocated.ts). Where one
// does, or where that cannot be known, the original stays where it is, hidden by rule, and a copy is shown:
// React unmounts the whole app over a node that is gone (https://github.com/facebook/react/issues/11538).
import type { ChangeOf } from '../schema/change.ts';
import type { Claim, Said } from './claim.ts';
import type { Driver } from './driver.ts';
import { findElements, findRoots } from './find.ts';
import { canMove, contains, findIn } from './native.ts';
import { findParent } from './place.ts';
import type { Wanted } from './wanted.ts';

function wantPlace(claim: Claim<Said>, { position }: ChangeOf<'move'>, to: Element): Wanted {
  const { element, edit } = claim;
  if (!claim.home && !canMove && findIn(element, 'iframe,embed,object')[0]) {
    edit.problem('target', 'holds a frame');
    return {};
  }
  const parent = findParent(claim, to, position);
  if (!parent) return { yields: true };
  return { place: { to, parent, position } };
}

export function move<Of extends Said>(
  claim: Claim<Of>,
  change: ChangeOf<'move'>,
  driver: Driver<Of>,
): Wanted {
  const { element, edit } = claim;
  const { isFree, isOwned, wantCopy, watch, later } = driver;
  const [to] = findElements(findRoots(change.to, watch, later), edit, change.to);
  const isWithin = to && contains(element, to);
  if (isWithin) edit.problem('target');
  if (!isFree(element)) return { waits: true };
  if (!to || isWithin) return { restarts: true };
  return isOwned(element) ? wantCopy(claim, change, to, driver) : wantPlace(claim, change, to);
}

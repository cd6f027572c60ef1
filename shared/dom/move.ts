// The change of where an element stands: `move`.
//
// Where no framework owns the element it is moved itself, with all that it holds and is doing (relocated.ts). Where one
// does, or where that cannot be known, the original stays where it is, hidden by rule, and a copy is shown:
// React unmounts the whole app over a node that is gone (https://github.com/facebook/react/issues/11538).
import type { ChangeOf } from '../schema/change.ts';
import type { Claim } from './claim.ts';
import { wantCopy } from './copy.ts';
import { isFree } from './hydrate.ts';
import { canMove, closest, contains, findIn } from './native.ts';
import { findParent } from './place.ts';
import { findProgress } from './progress.ts';
import type { Wanted } from './wanted.ts';

/** Markup of others that go on comparing the tree with their own picture of it: Ember, Livewire, LiveView. */
const COMPARED = '.ember-view,[wire\\:id],[id^=phx-]';

const isOwned = (element: Element): boolean =>
  !!findProgress(element) ||
  !!closest(element, COMPARED) ||
  // Solid marks few nodes and listens on the document for all of its own
  '_$DX_DELEGATE' in document;

function wantPlace(
  claim: Claim,
  { position }: ChangeOf<'move'>,
  to: Element,
  records: MutationRecord[],
): Wanted {
  const { element, edit } = claim;
  if (!claim.home && !canMove && findIn(element, 'iframe,embed,object')[0]) {
    edit.problem('target', 'holds a frame');
    return {};
  }
  const parent = findParent(claim, to, position);
  if (!parent) return { yields: true };
  const isTaken = records.some(({ addedNodes }) => [...addedNodes].includes(element));
  return { place: { to, parent, position, isTaken } };
}

/** @param isBlind whether a framework's marks cannot be seen from here @param records what the page did since */
export function move(
  claim: Claim,
  change: ChangeOf<'move'>,
  to: Element | undefined,
  records: MutationRecord[],
  isBlind: boolean | undefined,
): Wanted {
  const { element, edit } = claim;
  const isWithin = to && contains(element, to);
  if (isWithin) edit.problem('target');
  if (!isFree(element)) return { waits: true };
  if (!to || isWithin) return { restarts: true };
  return (isBlind || isOwned(element) ? wantCopy : wantPlace)(claim, change, to, records);
}

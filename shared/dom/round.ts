// One time through all that is to be shown: each edit finds its elements (search.ts) and claims them (take-claims.ts), then
// each claim is brought to what its kind wants there (kinds.ts). Where all is as it should be, nothing is written.
import type { ApplierOptions } from './applier-options.ts';
import { type Edit, isShown } from './claim.ts';
import { guard } from './edit.ts';
import { findRoots } from './find.ts';
import { applyClaim, type Pass } from './kinds.ts';
import { wait } from './native.ts';
import type { Patience } from './patience.ts';
import { prepare } from './prepare.ts';
import { createSearch, type Search } from './search.ts';
import type { Shown } from './shown.ts';
import { takeClaims } from './take-claims.ts';
import { callTruce, isResting, TRUCE } from './truce.ts';
import { dress } from './wear.ts';

/** What of the applier a round needs. */
export interface Round extends Pass {
  options: ApplierOptions;
  patience: Patience;
  shown: Shown;
}

/** Of so many elements the selector alone would say too much: they are marked. */
const MANY = 99;

/** Finds an edit's elements and gives them to it. @returns whether the page may only be answering us */
function claim(edit: Edit, search: Search, owned: Map<Element, string[]>, round: Round): boolean {
  const { change, dry } = edit;
  const { watch, later, records } = round;
  if (change.kind === 'css') {
    watch(document);
    edit.isFound = true;
    if (!dry) dress(document, edit);
    return false;
  }
  const roots = findRoots(change.target, watch, later);
  const found = search(edit, roots, change.target);
  edit.found = found;
  if (isResting(edit, found)) return false;
  if (!dry) for (const root of roots) dress(root, edit);
  if (found.length > MANY && !edit.isMarked && !dry) {
    edit.isMarked = true;
    prepare(edit, round.options, later);
  }
  return takeClaims(edit, found, records, owned);
}

function apply(edit: Edit, round: Round): void {
  const { shown, patience } = round;
  if (edit.isFound && (edit.dry || edit.change.kind === 'css')) shown.take(edit.experience);
  for (const of of edit.claims.values()) {
    guard(() => {
      applyClaim(of, round);
      if (edit.css || isShown(of)) shown.take(edit.experience);
      if (of.isPending) patience.wait();
    }, edit);
  }
}

/** Brings the page to what the edits want. @param since what was changed since the last time, by us too */
export function runRound(live: Edit[], since: MutationRecord[] | undefined, round: Round): void {
  const owned = new Map<Element, string[]>();
  const search = createSearch(live, since);
  let isTried = false;
  for (const edit of live)
    guard(() => {
      isTried = claim(edit, search, owned, round) || isTried;
    }, edit);
  if (isTried) {
    callTruce(live);
    wait(round.later, TRUCE);
  }
  for (const edit of live) if (!edit.truce) guard(() => apply(edit, round), edit);
}

// Which of a change's aspects (engine/aspect.ts) the page must tell apart, as another change may want them of the same
// element: what only one change wants is nobody's to lose.

import { aspectsOf, nameOf } from '../engine/aspect.ts';
import type { Change } from '../schema/change.ts';

/** Rules say by their order which one wins. */
const namesOf = (change: Change): string[] =>
  change.kind === 'style' || change.kind === 'hide' || change.kind === 'ask' || change.kind === 'recommend'
    ? []
    : aspectsOf(change).map(nameOf);

/** @param changes all of a config */
export function sharedAspects(changes: Change[]): (change: Change) => string[] {
  const counts = new Map<string, number>();
  for (const name of changes.flatMap(namesOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
  // of classes a change writes those that it owns, so it must know them all
  return (change) =>
    namesOf(change).filter((name) => change.kind === 'class' || Number(counts.get(name)) > 1);
}

// Whether a page that makes changed elements anew, again and again without anything new in them, does so on its own or
// only because of us. The one way to know is to hold back for a moment: the page's own is shown; if it goes on all the
// same it is left to that, and changed each time; if it is at peace, what we wanted is what it did not.
import type { Edit } from './claim.ts';
import { release } from './take-claims.ts';

/** How long (ms) a page gets to go on without us. */
export const TRUCE = 400;

/** Holds back with all that the page may be answering. */
export function callTruce(edits: Edit[]): void {
  for (const edit of edits) {
    if (!edit.rounds) continue;
    edit.rounds = 0;
    for (const claim of edit.claims.values()) release(claim);
    edit.truce = { until: performance.now() + TRUCE - 1, found: edit.found ?? [] };
  }
}

/** @returns whether the edit is to hold back still */
export function isResting(edit: Edit, found: Element[]): boolean {
  const { truce } = edit;
  if (!truce) return false;
  if (found[0] && !found.some((element) => truce.found.includes(element))) {
    edit.isRenewed = true;
    edit.truce = undefined;
    return false;
  }
  if (performance.now() < truce.until) return true;
  edit.truce = undefined;
  edit.giveUp();
  return true;
}

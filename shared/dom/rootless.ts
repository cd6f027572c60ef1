// Text where an element can have no root of ours: edited in place, or shown by rule until that is safe, and where the page
// fights it.
import type { Claim, Said } from './claim.ts';
import type { Driver, WantText } from './driver.ts';
import { wantInPlace } from './in-place.ts';
import { canDress } from './scratch.ts';
import { showByRule } from './show-by-rule.ts';
import type { Wanted } from './wanted.ts';

/** @param inside what an element in it wants that says it alone */
export function wantRootless<Of extends Said>(
  claim: Claim<Of>,
  element: Element,
  driver: Driver<Of>,
  inside: WantText,
): Wanted {
  const { edit, lost } = claim;
  if (!canDress(edit)) return {};
  const waits = !lost && !driver.isFree(element);
  return lost || waits
    ? { ...showByRule(edit, element, edit.text), waits }
    : wantInPlace(claim, element, inside);
}

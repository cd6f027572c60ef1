// What the targets of a variant find on this page, as the tag would, and what is proposed where it is not what was
// picked.

import type { Target } from '../../../shared/schema/target.ts';
import type { Found } from '../../wire/edit-shapes.ts';
import { findAll } from '../targets/elements.ts';
import { findAgain, isDrifted } from '../targets/find-again.ts';
import { findTargets } from '../targets/find-targets.ts';
import { sayText } from '../targets/take-print.ts';
import { sayPicked } from './describe-picked.ts';

/** What a target finds now; a selector that cannot be read finds nothing. */
export function seek(target: Target): Element[] {
  try {
    return findAll(target);
  } catch {
    return [];
  }
}

/** Call it while the page is as the site serves it. */
export const findHere = (targets: Target[]): Found[] =>
  targets.map((target): Found => {
    const all = seek(target);
    const [first] = all;
    const drifted = isDrifted(all, target);
    const again = all.length === 0 || drifted ? findAgain(target) : undefined;
    const [better] = again ? findTargets(again.element) : [];
    return {
      count: all.length,
      isDrifted: drifted,
      ...(first && !target.print && { says: sayPicked(first) }),
      ...(again && better && again.element !== first
        ? { again: { target: better.target, confidence: again.confidence, says: sayText(again.element) } }
        : {}),
    };
  });

// What each kind of change does with an element of its own. A kind says everything that it wants there each time it is
// asked (claim.ts); what it may need to know beside the claim stands in `Pass`.
import { type Claim, type Edit, mark, type PageChange, render, YIELDING } from './claim.ts';
import { findElements, findRoots } from './find.ts';
import { html } from './html.ts';
import { move } from './move.ts';
import { insert } from './place.ts';
import { text } from './text.ts';
import type { Root } from './wear.ts';
import { attribute, classes, image, link } from './write.ts';

export interface Pass {
  /** What the page did since the last one. */
  records: MutationRecord[];
  /** Whether a framework's marks cannot be seen from here. */
  isBlind?: boolean | undefined;
  watch(root: Root): void;
  later(): void;
}

/** Asks the kind of a change for all that it wants on an element. */
function want(claim: Claim, change: PageChange, { records, isBlind, watch, later }: Pass): void {
  switch (change.kind) {
    case 'text':
      text(claim);
      break;
    case 'html':
      html(claim);
      break;
    case 'attribute':
      attribute(claim, change);
      break;
    case 'class':
      classes(claim, change);
      break;
    case 'image':
      image(claim, change);
      break;
    case 'link':
      link(claim, change);
      break;
    case 'insert':
      insert(claim, change);
      break;
    case 'move': {
      const roots = findRoots(change.to, watch, later);
      move(claim, change, findElements(roots, claim.edit, change.to)[0], records, isBlind);
      break;
    }
    case 'style':
    case 'hide':
      if (claim.edit.isMarked) mark(claim, claim.element, claim.edit.mark);
      break;
    case 'css':
      break; // rules for the page are about no element
    default:
      change satisfies never;
  }
}

/** Makes an element what its change wants, as far as the page lets it. */
export function applyClaim(claim: Claim, pass: Pass): void {
  const { change }: Edit = claim.edit;
  // a lost fight: text still has the rule, all else yields to the original
  const most = change.kind === 'text' || change.kind === 'html' ? YIELDING : 1;
  let lost: number;
  do {
    lost = claim.lost;
    render(claim, lost < most ? () => want(claim, change, pass) : undefined);
  } while (claim.lost > lost);
}

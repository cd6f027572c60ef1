// What each kind of change wants on an element of its own. A kind says everything that it wants there each time it is
// asked (wanted.ts); what it may need to know beside the claim stands in `Driver`.
import { type Claim, type Edit, type SpokenChange, YIELDING } from './claim.ts';
import type { Driver } from './driver.ts';
import { html } from './html.ts';
import { insert } from './insert.ts';
import { move } from './move.ts';
import { settle } from './settle.ts';
import { text } from './text.ts';
import { empty, type Wanted } from './wanted.ts';
import { attribute, classes, image, link } from './write.ts';

export type Pass = Driver<Edit>;

/** Asks the kind of a change for all that it wants on an element. */
function want(claim: Claim, change: SpokenChange, pass: Pass): Wanted {
  switch (change.kind) {
    case 'text':
      return text(claim, change, pass);
    case 'html':
      return html(claim, change, pass);
    case 'attribute':
      return attribute(claim, change);
    case 'class':
      return classes(claim, change);
    case 'image':
      return image(claim, change);
    case 'link':
      return link(claim, change);
    case 'insert':
    case 'block':
      return insert(claim, change, pass);
    case 'move':
      return move(claim, change, pass);
    case 'style':
    case 'hide':
      return claim.edit.isMarked ? { layers: [empty(claim.element, claim.edit.mark)] } : {};
    case 'css':
      return {}; // rules for the page are about no element
  }
}

/** Makes an element what its change wants, as far as the page lets it. */
export function applyClaim(claim: Claim, pass: Pass): void {
  const { change } = claim.edit;
  // a lost fight: text still has the rule, all else yields to the original
  const most = change.kind === 'text' || change.kind === 'html' ? YIELDING : 1;
  let lost: number;
  do {
    lost = claim.lost;
    settle(claim, lost < most ? () => want(claim, change, pass) : undefined);
  } while (claim.lost > lost);
}

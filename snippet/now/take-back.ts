// Takes away what a change shows on an element: the page is there as it would be without us.

import { type Claim, clear, own } from '../../shared/dom/claim.ts';
import { make } from '../../shared/dom/native.ts';
import type { PaintParts } from './paint-parts.ts';
import type { PaintEdit } from './paintable.ts';
import { refuse } from './refuse.ts';

export function takeBack(claim: Claim<PaintEdit>, { goHome, lift = refuse }: PaintParts): void {
  const { edit, element, layers, root } = claim;
  edit.claims.delete(element);
  goHome?.(claim);
  clear(claim);
  for (const layer of layers) lift(claim, layer);
  // a lone slot: the page's own children are seen again
  root?.replaceChildren(own(make('slot')));
}

// Brings an element to what a change wants there, as settle.ts does, but for fights: whoever takes over fights.

import type { Claim } from '../../shared/dom/claim.ts';
import { holdRoot } from '../../shared/dom/root.ts';
import { empty, type Wanted } from '../../shared/dom/wanted.ts';
import type { PaintDriver, PaintParts } from './paint-parts.ts';
import type { PaintEdit } from './paintable.ts';
import { refuse } from './refuse.ts';

function write(claim: Claim<PaintEdit>, wanted: Wanted, parts: PaintParts): void {
  const { lay = refuse, lift = refuse, settleNodes, settlePlace } = parts;
  const { layers = [], root, css, nodes, place } = wanted;
  const before = claim.layers;
  claim.layers = new Set();
  if (css) claim.edit.css = css;
  // first of all: it is there already, and empty it hides what the page has in the element
  if (root) holdRoot(claim, root);
  for (const { node, name, operation, rebase } of layers)
    lay(claim, claim.layers, node, name, operation, rebase);
  if (root) wanted.show?.(root);
  settleNodes?.(claim, nodes);
  if (place) settlePlace?.(claim, place);
  for (const layer of before) if (!claim.layers.has(layer)) lift(claim, layer);
}

/** Asks the change for all that it wants on an element, and writes it where it is not so. */
export function settleWanted(claim: Claim<PaintEdit>, driver: PaintDriver, parts: PaintParts): void {
  const { edit, element } = claim;
  const { change, isMarked, mark } = edit;
  const { [change.kind]: want = refuse } = parts.kinds ?? {};
  write(claim, isMarked ? { layers: [empty(element, mark)] } : want(claim, change, driver), parts);
}

// Brings an element to what a change wants there (wanted.ts): the only code that writes what a kind says.
//
// Applying, applying again, falling back and undoing are one: what is wanted is written where it is not so, what is no
// longer wanted is taken away.
import { type Claim, fight, put, YIELDING } from './claim.ts';
import { accept, lift } from './layer.ts';
import { mine } from './mine.ts';
import { settleNodes, shelter } from './place.ts';
import { goHome, settlePlace } from './relocated.ts';
import { holdRoot, leaveRoot } from './root.ts';
import type { Wanted } from './wanted.ts';

/** A translator's words go with what they were made of. */
function unwrap({ wrap, taker }: Claim): void {
  if (taker && wrap?.isConnected) wrap.replaceWith(taker);
}

function write(claim: Claim, wanted: Wanted): void {
  const { layers = [], root, css, nodes, place, taker, wrap } = wanted;
  if (wanted.yields) claim.lost = YIELDING;
  if (css) claim.edit.css = css;
  if (taker) {
    claim.taker = taker;
    claim.wrap = wrap;
    if (wrap) accept(claim, claim.layers, taker);
  }
  const { lost } = claim;
  // first of all: it is there already, and empty it hides what the page has in the element
  if (root) holdRoot(claim, root);
  for (const { node, name, operation, rebase } of layers) put(claim, node, name, operation, rebase);
  // a fight was lost: the kind is asked again at once, and wants less
  if (claim.lost > lost) return;
  if (root) wanted.show?.(root);
  if (wanted.waits || wanted.restarts) claim.isPlaced = false;
  if (!place) goHome(claim);
  if (settleNodes(claim, nodes, shelter)) fight(claim);
  if (place) settlePlace(claim, place);
}

/** @param want asks the kind for all that it wants; without it, all that the claim holds is taken away */
export function settle(claim: Claim, want?: () => Wanted): void {
  const { layers, root } = claim;
  claim.layers = new Set();
  claim.root = undefined;
  claim.isPending = false;
  if (!want) unwrap(claim);
  try {
    const wanted = want?.() ?? {};
    claim.isPending = !!wanted.waits;
    write(claim, wanted);
  } finally {
    for (const layer of layers) if (!claim.layers.has(layer)) lift(claim, layer);
    if (root && !claim.root && mine.has(root)) leaveRoot(root);
  }
}

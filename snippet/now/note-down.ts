// Writes down what a first paint has left on the page, for whoever takes over, and lets go of it.

import { type Claim, mine } from '../../shared/dom/claim.ts';
import type { Layer } from '../../shared/dom/layer.ts';
import type { Painted } from '../../shared/dom/painted.ts';
import type { PaintEdit } from './paint-parts.ts';
import type { Worn } from './wear-rules.ts';

function noteClaim(painted: Painted, claim: Claim<PaintEdit>): void {
  const { edit, element, layers, root, nodes, home, beside } = claim;
  const { id: change, mark, css, text } = edit;
  const isMarked = [...layers].some(({ name }) => name === mark);
  painted.claims.push({ change, element, ...(isMarked && { mark, css }) });
  if (root) painted.roots.push({ change, element, root, ...(!edit.html && { text }) });
  if (nodes[0]) painted.nodes.push({ change, element, nodes });
  if (home && beside) painted.moves.push({ change, element, home, beside });
}

/** Roots are shared with the page by whoever takes over (root.ts). */
export function noteDown(painted: Painted, edits: PaintEdit[], worn: Worn): void {
  const all = new Set<Layer>();
  for (const { claims } of edits)
    for (const claim of claims.values()) {
      noteClaim(painted, claim);
      for (const layer of claim.layers) all.add(layer);
      if (claim.root) mine.delete(claim.root);
    }
  painted.layers.push(...all);
  for (const [root, { sheet }] of worn) painted.sheets.push({ root, sheet });
}

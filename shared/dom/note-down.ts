// Writes down what a first paint has left on the page, for whoever takes over.

import type { Notes, Painted, PaintedEdit, PaintedLayer } from './painted.ts';

function noteEdit(notes: Notes, layers: Set<PaintedLayer>, edit: PaintedEdit): void {
  const { id: change, mark, css, text, html } = edit;
  for (const [element, { layers: laid, root, nodes, home, beside }] of edit.claims) {
    const isMarked = [...laid].some(({ name }) => name === mark);
    notes.claims.push({ change, element, css, ...(isMarked && { mark }) });
    if (root) notes.roots.push({ change, element, root, ...(!html && { text }) });
    if (nodes[0]) notes.nodes.push({ change, element, nodes });
    if (home && beside) notes.moves.push({ change, element, home, beside });
    for (const layer of laid) layers.add(layer);
  }
}

/** @param painted that has been stopped */
export function noteDown({ edits, worn }: Painted): Notes {
  const layers = new Set<PaintedLayer>();
  const sheets = [...worn].map(([root, { sheet }]) => ({ root, sheet }));
  const notes: Notes = { claims: [], layers: [], roots: [], nodes: [], moves: [], sheets };
  for (const edit of edits) noteEdit(notes, layers, edit);
  notes.layers.push(...layers);
  return notes;
}

// How well a score tells apart who did it later: the chance that of one who did and one who did not the first has the
// higher score, equal ones by half (area under the ROC curve).

/** @returns undefined where all did it, or nobody, and where a score is no number, which no order has a place for */
export function areaUnder(scores: Float64Array, did: Uint8Array): number | undefined {
  const all = did.reduce((sum, one) => sum + one, 0);
  const others = did.length - all;
  if (all === 0 || others === 0 || scores.some(Number.isNaN)) return undefined;
  const order = Uint32Array.from(scores, (_, i) => i).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let ranks = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    let here = 0;
    for (; to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]; to++)
      here += did[order[to] ?? 0] ?? 0;
    // ranks from 1; of equal ones their mean
    ranks += here * ((from + 1 + to) / 2);
    from = to;
  }
  return (ranks - (all * (all + 1)) / 2) / (all * others);
}

// Several comparisons at once: p-values that may be read side by side.
//
// Holm, "A Simple Sequentially Rejective Multiple Test Procedure", 1979.

/** @returns in the order given; the chance to call any difference where there is none stays what it is for one */
export function adjustForMany(ps: readonly number[]): number[] {
  const order = ps.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p);
  const adjusted = ps.map(() => 1);
  let least = 0;
  order.forEach(({ p, at }, rank) => {
    least = Math.max(least, Math.min(1, p * (ps.length - rank)));
    adjusted[at] = least;
  });
  return adjusted;
}

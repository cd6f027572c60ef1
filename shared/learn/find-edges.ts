// The four edges between five classes, from what all buyers did.

export type Four = [number, number, number, number];

/**
 * The smallest observed value with a share of i/5 of all below it. One that is not above the edge before moves to the
 * next observed value; past the last one, by 1.
 *
 * @param values of all buyers, in any order; not changed
 * @param isBelow false: the share at or below it counts instead
 * @param floor the first edge lies above it
 */
export function findEdges(values: Float64Array, isBelow: boolean, floor = -Infinity): Four {
  const sorted = values.slice().sort();
  const { length } = sorted;
  let before = floor;
  /** the smallest observed value above that; past the last one, 1 more, or what six digits can tell from it */
  const above = (value: number): number => {
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) > value) high = middle;
      else low = middle + 1;
    }
    return sorted[low] ?? value + Math.max(1, 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) - 5));
  };
  const edge = (i: number): number => {
    // of so many it is said that they lie below it, or at most at it
    const reached = sorted[Math.ceil((i * length) / 5) - 1] ?? 0;
    const found = isBelow ? above(reached) : reached;
    before = found > before ? found : above(before);
    return before;
  };
  return [edge(1), edge(2), edge(3), edge(4)];
}

/** The class of a value by edges in ascending order, 1 to 5. */
export const classOf = (value: number, edges: Four): number =>
  1 + edges.reduce((passed, edge) => passed + +(value >= edge), 0);

/** The same where less is better: 5 up to the first edge. */
export const classOfRecency = (days: number, edges: Four): number =>
  1 + edges.reduce((passed, edge) => passed + +(days <= edge), 0);

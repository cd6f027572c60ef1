// Where something begins to hold that holds from some point on: by doubling steps, then by halving.

/**
 * @param holds false at `start`, and true from some point on in the direction of `step`
 * @returns the point, to the precision of a double; without end where it holds nowhere
 */
export function findEdge(holds: (x: number) => boolean, start: number, step: number): number {
  let inside = start;
  let length = step;
  while (!holds(inside + length)) {
    // it holds nowhere
    if (!Number.isFinite(inside)) return inside;
    inside += length;
    length *= 2;
  }
  let outside = inside + length;
  for (;;) {
    const middle = inside + (outside - inside) / 2;
    if (middle === inside || middle === outside) return outside;
    if (holds(middle)) outside = middle;
    else inside = middle;
  }
}

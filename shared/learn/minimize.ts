// Where a function of a few numbers is least, without its derivatives (Nelder and Mead 1965).

type Vertex = { at: number[]; value: number };

const MOST_STEPS = 2000;
/** Begun anew from where it ended: a simplex that has folded up finds more. */
const ROUNDS = 3;
const CLOSE = 1e-10;

function once(of: (at: number[]) => number, from: number[], step: number): Vertex {
  const vertexAt = (at: number[]): Vertex => ({ at, value: of(at) });
  let simplex = [
    vertexAt(from),
    ...from.map((_, d) => vertexAt(from.map((value, i) => (i === d ? value + step : value)))),
  ];
  const sort = () => {
    simplex.sort((a, b) => a.value - b.value);
  };
  sort();
  for (let i = 0; i < MOST_STEPS; i++) {
    const [best, worst, second] = [simplex[0], simplex.at(-1), simplex.at(-2)];
    if (!best || !worst || !second || worst.value - best.value < CLOSE * (1 + Math.abs(best.value))) break;
    const centre = from.map(
      (_, d) => simplex.slice(0, -1).reduce((sum, { at }) => sum + (at[d] ?? 0), 0) / from.length,
    );
    const along = (share: number) =>
      vertexAt(centre.map((value, d) => value + share * ((worst.at[d] ?? 0) - value)));
    const mirrored = along(-1);
    let next = mirrored;
    if (mirrored.value < best.value) {
      const farther = along(-2);
      if (farther.value < mirrored.value) next = farther;
    } else if (mirrored.value >= second.value) next = along(mirrored.value < worst.value ? -0.5 : 0.5);
    if (next.value < worst.value) simplex[simplex.length - 1] = next;
    else
      simplex = [
        best,
        ...simplex.slice(1).map(({ at }) => vertexAt(at.map((value, d) => (value + (best.at[d] ?? 0)) / 2))),
      ];
    sort();
  }
  return simplex[0] ?? vertexAt(from);
}

export function minimize(of: (at: number[]) => number, from: number[]): { at: number[]; value: number } {
  let found = once(of, from, 0.5);
  for (let round = 1; round < ROUNDS; round++) found = once(of, found.at, 0.1);
  return found;
}

// Whether what stands in a column bears out what the column is taken for.

/** So many of the cells that are looked at must be what their column is said to be. */
const ENOUGH = 0.9;

/** Of the cells that hold something. */
export function bears(cells: string[], isFit: (cell: string) => boolean): boolean {
  const full = cells.filter((cell) => cell.trim());
  return full.filter(isFit).length >= ENOUGH * full.length;
}

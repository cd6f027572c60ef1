// Figures as they are written: as many digits as mean something, and the same bytes each time.

const SIGNIFICANT = 6;

/** At most six significant digits. */
export const roundFigure = (value: number): number => Number(value.toPrecision(SIGNIFICANT));

/** The same, never above it: who lies on it reaches it. */
export function cutFigure(value: number): number {
  const rounded = roundFigure(value);
  if (rounded <= value || value === 0) return rounded;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - SIGNIFICANT);
  return roundFigure(rounded - step);
}

export const roundShare = (value: number): number => Number(value.toFixed(4));

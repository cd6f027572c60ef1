// What a comparison of two arms says.

export interface Estimate {
  /** relative: 0.2 is a fifth more than the base; null: cannot be said */
  lift: number | null;
  /** the interval's ends; null: cannot be said, or without end */
  low: number | null;
  high: number | null;
  /** at most α of the time below α at any look, where nothing differs */
  p: number;
}

export const NOTHING_SAID: Estimate = { lift: null, low: null, high: null, p: 1 };

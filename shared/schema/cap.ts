// How much one visitor can be worth.

export const LEAST_CAP = 1e-6;
/** Sums of such numbers, and squares of those sums, are still numbers. */
export const MOST_CAP = 1e15;

/** How many experiences a config has that is measured as it grows. */
export const SIZES = [1, 3, 10, 100, 1000, 10_000];

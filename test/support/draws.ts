// How many inputs a property test draws: a tenth of what it says, or all of them with `SELVEDGE_LONG=1`
// (`npm run test:long`).

export const isLong = process.env.SELVEDGE_LONG === '1';

/** @returns `all` in the long run, else a tenth of it, at least 1 */
export const draws = (all: number): number => (isLong ? all : Math.max(1, Math.ceil(all / 10)));

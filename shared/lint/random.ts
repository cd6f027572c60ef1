// Chance that comes out the same every time, so that advice does not change from run to run.

export interface Random {
  /** in [0, 1) */
  next(): number;
  /** @returns undefined for an empty list */
  pick<T>(list: readonly T[]): T | undefined;
}

/** Mulberry32 (public domain, Tommy Ettinger). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, pick: (list) => list[Math.floor(next() * list.length)] };
}

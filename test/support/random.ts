// Choices that look random and are the same for the same seed: a test that fails can be played again.

export interface Random {
  /** in [0, 1) */
  share(): number;
  /** a whole number, 0 or more and below `most` */
  below(most: number): number;
  pick<T>(list: readonly T[]): T;
}

/** mulberry32 */
export function random(seed: number): Random {
  let state = seed;
  const share = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(share() * most);
  return { share, below, pick: <T>(list: readonly T[]) => list[below(list.length)] as T };
}

// Chance that is the same for the same seed, so that the same export gives the same bytes.

export interface Random {
  /** in [0, 1) */
  share(): number;
  /** a whole number, 0 or more and below `most` */
  below(most: number): number;
}

/** mulberry32 */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const share = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return { share, below: (most) => Math.floor(share() * most) };
}

/** Places 0 to `count` − 1, or so many of them as may be, in ascending order, none twice. */
export function draw(count: number, most: number, random: Random): Uint32Array {
  if (count <= most) return Uint32Array.from({ length: count }, (_, i) => i);
  const chosen = new Uint32Array(most);
  let taken = 0;
  // each of those left has the same chance of the places left
  for (let i = 0; taken < most; i++) if (random.share() * (count - i) < most - taken) chosen[taken++] = i;
  return chosen;
}

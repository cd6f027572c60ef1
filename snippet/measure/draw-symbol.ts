// What is answered to "what of it was shown?": the truth with p = e^ε/(e^ε + K), each other symbol with
// q = 1/(e^ε + K), so that whatever is said, the truth may be another by e^ε : 1.

/**
 * @param truth 0: nothing, or a group from 1 to `groups`
 * @param draw a random share in [0, 1)
 */
export function drawSymbol(truth: number, groups: number, epsilon: number, draw: number): number {
  const odds = Math.exp(epsilon);
  const beyond = draw * (odds + groups) - odds;
  // a place among the others, who stand in a row without it
  const other = Math.floor(beyond);
  return beyond < 0 ? truth : other + +(other >= truth);
}

/** From the browser's own source, as what is drawn by it protects. */
export const drawShare = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

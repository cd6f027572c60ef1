// A 32-bit hash of a text, mixed well enough to place visitors with.
//
// Not for security. The last three lines are murmur3's finalizer: without it similar texts land side by side.

/** @see https://github.com/aappleby/smhasher/wiki/MurmurHash3 */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x5bd1e995);
    h ^= h >>> 15;
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

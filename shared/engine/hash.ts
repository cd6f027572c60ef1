// Hashes of a text, mixed well enough to place visitors with and to tell states apart. Not for security.

/**
 * 32 bits. The last three lines are murmur3's finalizer: without it similar texts land side by side.
 *
 * @see https://github.com/aappleby/smhasher/wiki/MurmurHash3
 */
export function hash(text: string, start = 0x811c9dc5): number {
  let h = start;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x5bd1e995);
    h ^= h >>> 15;
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * 53 bits from two starts, in base 36: among a thousand texts two share a key once in 10^10 times.
 * At most 11 characters.
 */
export function keyOf(text: string): string {
  return ((hash(text) >>> 11) * 2 ** 32 + hash(text, 1)).toString(36);
}

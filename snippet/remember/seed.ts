// What places this browser on this site in splits and holdouts: random, says nothing, and never leaves it.

/** 128 random bits as hex. */
export function createSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let seed = '';
  for (const byte of bytes) seed += byte.toString(16).padStart(2, '0');
  return seed;
}

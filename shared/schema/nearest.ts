// Finds what an author probably meant: the known word closest in spelling to the one found.

import { MOST_ALIKE, MOST_QUOTED } from './limits.ts';

/** As `findNearest` over one list, but only for the first words that are asked for: the rest is not said one by one. */
export function createSuggest(known: readonly string[]): (word: string) => string | undefined {
  let asked = 0;
  return (word) => (asked++ < MOST_ALIKE ? findNearest(word, known) : undefined);
}

/** @returns the nearest of `known`, or undefined when none is close enough to be worth suggesting */
export function findNearest(word: string, known: Iterable<string>): string | undefined {
  // nobody misspells a whole text, and comparing two would take as long as both of them multiplied
  if (word.length > MOST_QUOTED) return undefined;
  const lower = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(lower.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - lower.length) >= bestDistance) continue;
    const distance = editDistance(lower, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(replace, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row[j] = least;
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

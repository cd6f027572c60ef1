// Whether a text is meant by the words that somebody looks for: all of them begin one of its own.

import { FILLING } from './trade-words.ts';

const readWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/** @param wanted words in any order, the last perhaps not typed to its end; nothing means everything */
export function isMeant(wanted: string, text: string): boolean {
  const all = readWords(wanted);
  // looked for only where nothing else is said
  const telling = all.filter((word) => !FILLING.test(word));
  const words = telling.length > 0 ? telling : all;
  const known = readWords(text);
  // "new" before another word means no newsletter; "abandon" means what is abandoned wherever it stands
  const isWhole = (word: string) => word.length < 4 && word !== all.at(-1);
  return words.every((word) =>
    known.some(
      (one) =>
        (isWhole(word) ? one === word : one.startsWith(word)) || (word.length > 3 && `${one}s` === word),
    ),
  );
}

// Which templates are meant by what somebody looks for: by our words, and by those of a marketer's trade.

import { GALLERY } from './gallery.ts';
import type { Template } from './template.ts';
import { TEXTS } from './texts.ts';
import { FILLING, TRADE_WORDS } from './trade-words.ts';

const readWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/** @param wanted words in any order, the last perhaps not typed to its end @returns all, where nothing is wanted */
export function findTemplates(wanted: string): Template[] {
  const all = readWords(wanted);
  // looked for only where nothing else is said
  const telling = all.filter((word) => !FILLING.test(word));
  const words = telling.length > 0 ? telling : all;
  return GALLERY.filter(({ id, group }) => {
    const text = TEXTS[id];
    const known = readWords(`${text?.name} ${text?.sentence} ${TRADE_WORDS[id]} ${group}`);
    return words.every((word) =>
      known.some((one) => one.startsWith(word) || (word.length > 3 && `${one}s` === word)),
    );
  });
}

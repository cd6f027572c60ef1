// Words that are written once or by language, with one of their texts written anew. Pure.

import { isByLanguage, type Words } from '../../../shared/grammar/words-for.ts';

/** @param language one that the words have; none where they are written once */
export const putWords = (words: Words, language: string | undefined, text: string): Words =>
  isByLanguage(words) && language !== undefined ? { ...words, [language]: text } : text;

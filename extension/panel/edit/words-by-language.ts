// What an author makes of the words of a change: written once, or by language. Pure.

import { isTag } from '../../../shared/grammar/language-tag.ts';
import {
  type ByLanguage,
  isByLanguage,
  keyFor,
  OTHERS,
  type Words,
} from '../../../shared/grammar/words-for.ts';
import type { Change } from '../../../shared/schema/change.ts';
import { wordsIn } from '../../../shared/schema/read-words.ts';
import { sayAll } from '../../../shared/words/lists.ts';
import { t } from '../../../shared/words/t.ts';
import { sayLanguage } from '../../wire/say-language.ts';

/** Edits a change in place, for immer. */
export function writeWords(change: Change, words: Words): void {
  if (change.kind === 'insert') change.html = words;
  else if (change.kind === 'text' || change.kind === 'html' || change.kind === 'attribute')
    change.value = words;
}

/** What was written once stays what all other languages read; the new one begins with what its pages read so far. */
export function addLanguage(words: Words, language: string): Words {
  const each: ByLanguage<string> = isByLanguage(words) ? words : { [OTHERS]: words };
  const key = keyFor(each, language);
  const { [OTHERS]: others, ...named } = { ...each, [language]: key === undefined ? '' : (each[key] ?? '') };
  // all others stand last, as they are chosen last
  return others === undefined ? named : { ...named, [OTHERS]: others };
}

/** What is left for all languages is written once again. The last one stays. */
export function removeLanguage(words: Words, language: string): Words {
  if (!isByLanguage(words)) return words;
  const { [language]: _gone, ...rest } = words;
  const [first, ...others] = Object.keys(rest);
  if (first === undefined) return words;
  return first === OTHERS && others.length === 0 ? (rest[OTHERS] ?? '') : rest;
}

const hasOwn = (words: Words, language: string): boolean => {
  const key = isByLanguage(words) ? keyFor(words, language) : undefined;
  return key !== undefined && key !== OTHERS;
};

/** The languages that have words in these changes, each once; not `*`. */
export const findLanguagesIn = (changes: readonly Change[]): string[] =>
  unique(
    changes.flatMap((change) =>
      wordsIn(change).flatMap(({ words }) => (isByLanguage(words) ? Object.keys(words) : [])),
    ),
  );

/** Those that are tags, each once, whatever case they are written in; not `*`. */
export function unique(tags: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const tag of tags) if (isTag(tag) && !known.has(tag.toLowerCase())) known.set(tag.toLowerCase(), tag);
  return [...known.values()];
}

const sayLanguages = (tags: readonly string[]): string => sayAll(tags.map(sayLanguage));

/**
 * The warning where a language is missing; undefined where none is.
 *
 * @param others languages that other changes of the same variant have
 * @param site languages of the site
 */
export function sayMissing(
  words: Words,
  others: readonly string[],
  site: readonly string[],
): string | undefined {
  if (!isByLanguage(words)) {
    return others.length
      ? t`The same words in all languages, while other changes have words in ${sayLanguages(others)}.`
      : undefined;
  }
  const isForAll = OTHERS in words;
  const lacks = unique([...others, ...(isForAll ? [] : site)]).filter((tag) => !hasOwn(words, tag));
  if (!lacks.length)
    return isForAll ? undefined : t`No words for all other languages: pages in these keep their own.`;
  return isForAll
    ? t`No words in ${sayLanguages(lacks)}: those for all other languages are shown there.`
    : lacks.length > 1
      ? t`No words in ${sayLanguages(lacks)}: pages in these keep their own.`
      : t`No words in ${sayLanguages(lacks)}: pages in it keep their own.`;
}

// Puts a change into a variant: in place of the one that says the same about the same element, or at the end.

import { slotOf } from '../../../shared/engine/aspect.ts';
import { isTag } from '../../../shared/grammar/language-tag.ts';
import { type ByLanguage, isByLanguage, keyFor, OTHERS } from '../../../shared/grammar/words-for.ts';
import type { Change } from '../../../shared/schema/change.ts';
import { noteOff, readName } from '../draft/notes.ts';

/** Whether one of them takes the place of the other. Blocks never do: any number of them may stand beside an element. */
export const isReplacing = (one: Change, other: Change): boolean =>
  'target' in one && one.kind !== 'insert' && slotOf(one) === slotOf(other);

const toHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page that says no language, or what is none, has the words for all others. */
function findOwnKey(words: ByLanguage<unknown>, language: string): string {
  if (!isTag(language)) return OTHERS;
  const key = keyFor(words, language);
  return key === undefined || key === OTHERS ? (language.split('-')[0] ?? language) : key;
}

/** What is written for one language leaves what is written for the others; with markup in one of them all are html. */
function keepOthers(old: Change, said: { kind: string; value?: unknown }, language: string): void {
  if (!('value' in old) || !isByLanguage(old.value) || typeof said.value !== 'string') return;
  const isMixed = old.kind !== said.kind;
  const others =
    isMixed && old.kind === 'text'
      ? Object.fromEntries(Object.entries(old.value).map(([key, text]) => [key, toHtml(text)]))
      : old.value;
  const own = isMixed && said.kind === 'text' ? toHtml(said.value) : said.value;
  if (isMixed) said.kind = 'html';
  said.value = { ...others, [findOwnKey(others, language)]: own };
}

/**
 * Edits the list in place, for immer. What was turned off is on again; its name and place stay.
 *
 * @param language of the page on which it was written
 */
export function putChange(changes: Change[], change: Change, language: string): void {
  const index = changes.findIndex((one) => isReplacing(one, change));
  const old = changes[index];
  if (!old) changes.push(change);
  else {
    const said: { kind: string; target?: unknown } = { ...change };
    delete said.target;
    keepOthers(old, said, language);
    for (const key of Object.keys(old))
      if (key !== 'target' && key !== '$name' && !(key in said)) Reflect.deleteProperty(old, key);
    Object.assign(old, said);
    noteOff(old, false);
  }
}

/**
 * Takes away what says no more than the page does by itself, in place for immer. What has a name of the author's own, or
 * words for other languages, stays.
 */
export function takeBack(changes: Change[], change: Change, language: string): void {
  const index = changes.findIndex((one) => isReplacing(one, change));
  const old = changes[index];
  if (!old) return;
  if (readName(old) !== undefined || ('value' in old && isByLanguage(old.value)))
    putChange(changes, change, language);
  else changes.splice(index, 1);
}

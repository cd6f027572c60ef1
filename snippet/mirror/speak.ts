// In which language the view speaks: the owner's, the page's, or else English.

import type { Words } from '../../shared/engine/words.ts';
import type { Language } from './languages/language.ts';
import { STRINGS, type Strings } from './strings.ts';

/** Those in selvedge-languages.js: no other page asks for it. */
export const SPOKEN = ['ar', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'tr'];

export interface Speech {
  strings: Strings;
  /** The engine's words; undefined: its own, English. */
  reasons: Words | undefined;
}

/** What the owner has written on the page; a broken table is no table. */
function readWritten(): Partial<Strings> {
  try {
    return JSON.parse(document.getElementById('selvedge-privacy')?.textContent ?? '{}');
  } catch {
    // somebody else's element
    return {};
  }
}

async function findLanguage(tag: string): Promise<Language | undefined> {
  const [name = ''] = tag.toLowerCase().split('-');
  if (!SPOKEN.includes(name)) return undefined;
  try {
    // beside this file; where it is missing, English is better than nothing
    const { languages } = await import('./languages/main.ts');
    return languages[name];
  } catch {
    return undefined;
  }
}

/** @param given what the page hands over as it opens the view: it has the last word */
export async function speak(given?: Partial<Strings>): Promise<Speech> {
  const own = { ...readWritten(), ...given };
  const found = await findLanguage(`${own.lang ?? document.documentElement.lang}`);
  return { strings: { ...STRINGS, ...found?.strings, ...own }, reasons: found?.reasons };
}

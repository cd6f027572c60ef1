// In which language the view speaks: the owner's, the page's, or else English.

import type { Words } from '../../shared/engine/words.ts';
import { ENGLISH, sayGroups } from './english.ts';
import type { Language } from './languages/language.ts';
import { STRINGS, type Strings } from './strings.ts';

/** Those in selvedge-languages.js: no other page asks for it. */
export const SPOKEN = ['ar', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'tr'];

export interface Speech {
  strings: Strings;
  /** How dates and numbers are written. */
  locale: string;
  /** Of events and of fields, by their own. */
  names: Pick<Words, 'events' | 'names'>;
  /** What learning called groups of buyers, in a sentence or alone. */
  sayGroups(text: string): string;
  /** The engine's words, made of its own English ones; `more` names stand over theirs. */
  reasons(english: Words, more?: Record<string, string>): Words;
}

/** As this reader's browser or else the page has it, of what is written in this language. */
function findLocale(lang: string): string | undefined {
  const tags = [...navigator.languages, document.documentElement.lang];
  return tags.find((tag) => new RegExp(`^${lang}-[a-z]{2}$`, 'i').test(tag));
}

/** An item's field is said alike in an item and in a list of items, and such a list is said as its items' names are. */
const withItems = (names: Words['names']): Words['names'] => ({
  ...names,
  items: `${names.item_name}`,
  ...Object.fromEntries(Object.entries(names).map(([name, said]) => [`items.${name}`, said])),
});

/** What the owner has written on the page; a broken table is no table. */
function readWritten(): Partial<Strings> {
  try {
    return JSON.parse(document.getElementById('selvedge-privacy')?.textContent ?? '{}');
  } catch {
    // somebody else's element
    return {};
  }
}

async function findLanguage(tag: string): Promise<(Language & Pick<Speech, 'sayGroups'>) | undefined> {
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
  const strings = { ...STRINGS, ...found?.strings, ...own };
  const region = findLocale(strings.lang);
  const { events, names, kinds } = found?.reasons ?? ENGLISH;
  return {
    strings,
    locale: region ?? (strings.lang === 'en' ? 'en-GB' : strings.lang),
    names: { events, names: withItems(names) },
    sayGroups: found?.sayGroups ?? sayGroups,
    reasons(english, more) {
      const words = found?.reasons ?? english;
      return {
        ...words,
        locale: region ?? words.locale,
        events: { ...words.events, ...events },
        kinds: { ...words.kinds, ...kinds },
        names: { ...words.names, ...withItems(names), ...more },
      };
    },
  };
}

// Which words of a change a page of some language gets: the one home of the choice, for the first paint, the applier and
// the extension's preview alike. Pure.
//
// An author may write a text once, or by language: `{ "de": "…", "de-AT": "…", "*": "…" }`. The page's own language says
// which (docs/CHANGES.md, "Words by language"): its full tag, then its first part, then `*` for all others.

/** For all languages that have no words of their own. */
export const OTHERS = '*';

/** What is said, by language tag; `*` is for all others. */
export interface ByLanguage<T> {
  [language: string]: T;
}

/** Words as a config holds them. */
export type Words = string | ByLanguage<string>;

/** All that is said, each with its path below the field that holds the words. */
export const eachOf = (words: Words): { text: string; path: string[] }[] =>
  typeof words === 'string'
    ? [{ text: words, path: [] }]
    : Object.entries(words).map(([language, text]) => ({ text, path: [language] }));

/** What holds words: of a change as it is written, and as it is published. */
type Field = 'value' | 'html' | 'nodes';

/** A change whose words are chosen. */
export type Spoken<C> = C extends unknown
  ? { [F in keyof C]: F extends Field ? Exclude<C[F], ByLanguage<unknown>> : C[F] }
  : never;

/** @param language a tag in any case, or whatever a page says instead @returns undefined: there are no words for it */
export function keyFor(words: ByLanguage<unknown>, language: string): string | undefined {
  const tag = language.toLowerCase();
  // of its own keys: a page may say `lang="constructor"`
  const keys = Object.keys(words);
  const find = (wanted = '') => keys.find((key) => key.toLowerCase() === wanted);
  return find(tag) ?? find(tag.split('-')[0]) ?? find(OTHERS);
}

const FIELDS: Field[] = ['value', 'html', 'nodes'];

/** Whether words are written by language, and not once. */
export const isByLanguage = (words: unknown): words is ByLanguage<unknown> =>
  typeof words === 'object' && words !== null && !Array.isArray(words);

/** Whether any words of a change are. */
export const hasLanguages = (change: object): boolean => {
  const held: { [F in Field]?: unknown } = change;
  return FIELDS.some((field) => isByLanguage(held[field]));
};

/** The change as it reads in a language; undefined where it has no words for it. */
export function inLanguage<C>(change: C, language: string): Spoken<C> | undefined;
export function inLanguage(change: unknown, language: string): unknown {
  // what is no object is no change, which others say
  const held: { [F in Field]?: unknown } = Object(change);
  for (const field of FIELDS) {
    const words = held[field];
    if (!isByLanguage(words)) continue;
    const key = keyFor(words, language);
    return key === undefined ? undefined : { ...held, [field]: words[key] };
  }
  return change;
}

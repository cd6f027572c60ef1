// Sentences for people who look after a site, in their browser's language. A sentence stands in English where it is
// said; extension/_locales/ has it in each language, under a key made of the English. Outside the extension (in a
// terminal) it is said in English.

import { keyOf } from './key-of.mjs';
import { findMessages } from './messages.ts';

/** A template's text with `{0}`, `{1}` … where its values stand. */
const readTemplate = (parts: readonly string[]): string =>
  parts.reduce((text, part, at) => `${text}{${at - 1}}${part}`);

/** A template that stands in the source is one object for good, so each is looked up once. */
const known = new WeakMap<TemplateStringsArray, string>();

/** The sentence in the browser's language, with `{0}`, `{1}` … where its values go. */
export function translate(parts: TemplateStringsArray): string {
  const found = known.get(parts);
  if (found !== undefined) return found;
  const english = readTemplate(parts);
  const said = findMessages()?.getMessage(keyOf(english)) || english;
  known.set(parts, said);
  return said;
}

/** What is not there (`undefined`, `false`) is put in as nothing, as in JSX. */
type Value = string | number | undefined | false;

/** A sentence in the browser's language: t`${count} changes are not published.` */
export function t(parts: TemplateStringsArray, ...values: Value[]): string {
  return translate(parts).replace(/\{(\d+)\}/g, (_, at: string) => {
    const value = values[Number(at)];
    return value === undefined || value === false ? '' : String(value);
  });
}

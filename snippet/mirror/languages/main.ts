// The visitor's view in other languages than English, dist/selvedge-languages.js: a file that the view loads on a page in
// one of them, and never otherwise. test/unit/snippet/languages.test.ts holds each against English.
import { translateGroups } from '../../../shared/grammar/group-name.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { groups } from './groups.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import type { Language } from './language.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { tr } from './tr.ts';

/** What learning called groups of buyers, in a sentence or alone. */
export function sayGroups(text: string, language: string): string {
  const words = groups[language];
  return words ? translateGroups(text, { locale: language, ...words }) : text;
}

const all = { ar, de, es, fr, it, ja, nl, pl, pt, tr };
/** By the first part of a language tag. */
export const languages: Record<string, Language & { sayGroups(text: string): string }> = Object.fromEntries(
  Object.entries(all).map(([name, one]) => [name, { ...one, sayGroups: (text) => sayGroups(text, name) }]),
);

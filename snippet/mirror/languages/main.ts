// The visitor's view in other languages than English, dist/selvedge-languages.js: a file that the view loads on a page in
// one of them, and never otherwise. test/unit/snippet/languages.test.ts holds each against English.
import { ar } from './ar.ts';
import { de } from './de.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import type { Language } from './language.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { tr } from './tr.ts';

/** By the first part of a language tag. */
export const languages: Record<string, Language> = { ar, de, es, fr, it, ja, nl, pl, pt, tr };

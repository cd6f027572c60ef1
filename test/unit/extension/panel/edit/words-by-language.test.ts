// The words of a change, once or by language, as an author edits them.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { putWords } from '../../../../../extension/panel/draft/put-words.ts';
import {
  addLanguage,
  removeLanguage,
  sayMissing,
  unique,
} from '../../../../../extension/panel/edit/words-by-language.ts';
import { inLanguage, type Words } from '../../../../../shared/grammar/words-for.ts';

test.each<[what: string, words: Words, language: string, after: Words]>([
  ['what was said once is for all others', 'Hi', 'de', { de: 'Hi', '*': 'Hi' }],
  ['all others stay last', { de: 'Hallo', '*': 'Hi' }, 'fr', { de: 'Hallo', fr: 'Hi', '*': 'Hi' }],
  ['a country begins with its language', { de: 'Hallo' }, 'de-AT', { de: 'Hallo', 'de-AT': 'Hallo' }],
  ['where nothing was said, with nothing', { de: 'Hallo' }, 'fr', { de: 'Hallo', fr: '' }],
  ['all others', { de: 'Hallo' }, '*', { de: 'Hallo', '*': '' }],
])('a language is added: %s', (_, words, language, after) => {
  expect(addLanguage(words, language)).toEqual(after);
  expect(Object.keys(addLanguage(words, language))).toEqual(Object.keys(after));
});

test.each<[what: string, words: Words, language: string, after: Words]>([
  ['one of three', { de: 'Hallo', fr: 'Salut', '*': 'Hi' }, 'fr', { de: 'Hallo', '*': 'Hi' }],
  ['what is left for all is said once', { de: 'Hallo', '*': 'Hi' }, 'de', 'Hi'],
  ['all others', { de: 'Hallo', '*': 'Hi' }, '*', { de: 'Hallo' }],
  ['the last one stays', { de: 'Hallo' }, 'de', { de: 'Hallo' }],
  ['what is said once stays', 'Hi', 'de', 'Hi'],
])('a language is taken away: %s', (_, words, language, after) => {
  expect(removeLanguage(words, language)).toEqual(after);
});

const wordsOf = (value: Words, language: string) => inLanguage({ value }, language)?.value;

test('adding a language changes nothing that a page reads, and taking it away gives back what was', () => {
  const tag = fc.constantFrom('de', 'de-AT', 'fr', 'en', 'pt-BR');
  const written: fc.Arbitrary<Words> = fc.oneof(
    fc.string(),
    fc.dictionary(fc.constantFrom('de', 'fr', 'en'), fc.string(), { minKeys: 1 }),
    fc
      .dictionary(fc.constantFrom('de', 'fr'), fc.string(), { minKeys: 1 })
      .map((each) => ({ ...each, '*': 'all' })),
  );
  fc.assert(
    fc.property(written, tag, tag, (words, added, read) => {
      fc.pre(typeof words === 'string' || !(added in words));
      const after = addLanguage(words, added);
      const before = wordsOf(words, read);
      if (before !== undefined) expect(wordsOf(after, read)).toBe(before);
      expect(removeLanguage(after, added)).toEqual(words);
    }),
  );
});

test('words are put into their language, and the others stay', () => {
  expect(putWords('Hi', undefined, 'Ho')).toBe('Ho');
  expect(putWords({ de: 'Hallo', '*': 'Hi' }, 'de', 'Servus')).toEqual({ de: 'Servus', '*': 'Hi' });
});

test.each<[words: Words, others: string[], site: string[], said: string | undefined]>([
  ['Hi', [], ['en', 'de'], undefined],
  ['Hi', ['de'], [], 'The same words in all languages, while other changes have words in German.'],
  [{ de: 'Hallo', '*': 'Hi' }, ['de'], ['de', 'fr'], undefined],
  [
    { 'de-AT': 'Servus', '*': 'Hi' },
    ['de'],
    [],
    'No words in German: those for all other languages are shown there.',
  ],
  [{ de: 'Hallo', '*': 'Hi' }, ['de-AT'], [], undefined],
  [{ de: 'Hallo' }, [], ['de', 'fr'], 'No words in French: pages in it keep their own.'],
  [{ de: 'Hallo' }, ['it'], ['fr'], 'No words in Italian and French: pages in these keep their own.'],
  [{ de: 'Hallo' }, [], ['DE'], 'No words for all other languages: pages in these keep their own.'],
])('what is missing of %j beside %j on a site in %j', (words, others, site, said) => {
  expect(sayMissing(words, others, site)).toBe(said);
});

test('tags are told once, whatever their case, and what is none is not', () => {
  expect(unique(['de', 'DE', 'de_AT', '', '*', 'x-default', 'fr'])).toEqual(['de', 'fr']);
});

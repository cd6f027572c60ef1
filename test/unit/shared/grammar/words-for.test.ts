// Which words a page gets by its language.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ByLanguage, inLanguage, keyFor } from '../../../../shared/grammar/words-for.ts';
import { draws } from '../../../support/draws.ts';

const all = { de: 'de', 'de-AT': 'de-AT', 'zh-Hant': 'zh-Hant', '*': '*' };

test.each<[language: string, words: ByLanguage<string>, key: string | undefined]>([
  ['de', all, 'de'],
  ['de-AT', all, 'de-AT'],
  ['DE-at', all, 'de-AT'],
  ['de', { DE: '' }, 'DE'],
  ['de-CH', all, 'de'],
  ['de-CH-1996', all, 'de'],
  ['zh-Hant', all, 'zh-Hant'],
  // a part of a tag that is neither all of it nor its first is nobody's
  ['zh-Hant-TW', all, '*'],
  ['fr', all, '*'],
  ['', all, '*'],
  ['fr', { de: '' }, undefined],
  ['', { de: '' }, undefined],
  ['de', { 'de-AT': '' }, undefined],
  // what is no tag is no language
  ['de_AT', { de: '', 'de-AT': '' }, undefined],
  [' de', { de: '' }, undefined],
  ['-', { de: '' }, undefined],
  ['*', { '*': '' }, '*'],
  // of its own words only
  ['constructor', all, '*'],
  ['constructor', { de: '' }, undefined],
  ['__proto__', { de: '' }, undefined],
  ['de', {}, undefined],
])('a page in "%s" of %j gets those of %s', (language, words, key) => {
  expect(keyFor(words, language)).toBe(key);
});

const target = { css: 'h1' };

test.each<[what: string, change: unknown, spoken: unknown]>([
  [
    'a text',
    { kind: 'text', target, value: { de: 'Neu', '*': 'New' } },
    { kind: 'text', target, value: 'Neu' },
  ],
  [
    'html',
    { kind: 'html', target, value: { de: '<b>Neu</b>' } },
    { kind: 'html', target, value: '<b>Neu</b>' },
  ],
  [
    'html that was published',
    { kind: 'html', target, nodes: { de: ['Neu'], en: ['New'] } },
    { kind: 'html', target, nodes: ['Neu'] },
  ],
  ['what is inserted', { kind: 'insert', html: { de: 'Neu' } }, { kind: 'insert', html: 'Neu' }],
  ['an empty text', { kind: 'text', value: { de: '' } }, { kind: 'text', value: '' }],
  ['words in other languages alone', { kind: 'text', value: { fr: 'Nouveau' } }, undefined],
  ['no words', { kind: 'text', value: {} }, undefined],
])('in German: %s', (_, change, spoken) => expect(inLanguage(change, 'de-AT')).toEqual(spoken));

test.each([
  { kind: 'text', target, value: 'New' },
  { kind: 'attribute', target, name: 'title', value: null },
  { kind: 'html', target, nodes: ['New'] },
  { kind: 'style', target, properties: { color: 'red' } },
  { kind: 'hide', target },
  null,
  'no change',
])('the same in all languages: %j', (change) => expect(inLanguage(change, 'de')).toBe(change));

test('a page gets words wherever there are some for all others, and always one of those there are', () => {
  const tag = fc.constantFrom(
    'de',
    'DE',
    'de-AT',
    'de-at',
    'en',
    'en-GB',
    'zh-Hant-TW',
    '*',
    '',
    'x_y',
    'toString',
  );
  fc.assert(
    fc.property(fc.dictionary(tag, fc.string()), tag, (words, language) => {
      const key = keyFor(words, language);
      if (key !== undefined) expect(Object.keys(words)).toContain(key);
      if (Object.keys(words).includes('*')) expect(key).toBeDefined();
      if (Object.keys(words).includes(language)) expect(key?.toLowerCase()).toBe(language.toLowerCase());
    }),
    { numRuns: draws(3000) },
  );
});

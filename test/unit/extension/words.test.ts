// The extension's sentences: each is in every catalog, whole, with the values that are put into it; and how one is said.

import { describe, expect, test, vi } from 'vitest';
import { gatherWords, LANGUAGES, readCatalog } from '../../../extension/gather-words.mjs';
import { tJsx } from '../../../extension/panel/kit/t-jsx.ts';
import { sayShortDay, saySure } from '../../../extension/panel/results/say-report.ts';
import type { Report } from '../../../shared/measure/report.ts';
import { sayShare } from '../../../shared/measure/say-result.ts';
import { inSentence } from '../../../shared/words/in-sentence.ts';
import { keyOf } from '../../../shared/words/key-of.mjs';
import { sayAll, sayAny } from '../../../shared/words/lists.ts';
import { readLocale } from '../../../shared/words/locale.ts';
import { speak } from '../../../shared/words/messages.ts';
import { sayDecimal, sayNumber, sayRough } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';

const words = gatherWords();
const valuesIn = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(LANGUAGES)('the catalog of %s', (language) => {
  const catalog = readCatalog(language);

  test('has every sentence, and none that nobody says: `npm run words` tells', () => {
    const own = Object.keys(catalog).filter((key) => !words.has(key));
    expect(own.sort()).toEqual(['description', 'language', 'name', 'open', 'openHere']);
    expect([...words].filter(([key]) => !catalog[key]?.message).map(([, { english }]) => english)).toEqual(
      [],
    );
  });

  test('puts in what the sentence puts in', () => {
    const differing = [...words].flatMap(([key, { english }]) => {
      const said = catalog[key]?.message ?? '';
      return `${valuesIn(english)}` === `${valuesIn(said)}` ? [] : [`${english} | ${said}`];
    });
    expect(differing).toEqual([]);
  });

  test('keeps a space at the beginning and at the end', () => {
    const edges = (text: string) => `${/^\s/.test(text)} ${/\s$/.test(text)}`;
    const differing = [...words].filter(
      ([key, { english }]) => edges(english) !== edges(catalog[key]?.message ?? ''),
    );
    expect(differing.map(([, { english }]) => english)).toEqual([]);
  });

  test('has no lone $, which would begin a placeholder of the browser’s', () => {
    const lone = Object.values(catalog).filter((one) => one?.message.replaceAll('$$', '').includes('$'));
    expect(lone).toEqual([]);
  });

  test('says what it is in, and no more than stores show', () => {
    expect(catalog.language?.message).toBe(language);
    expect(catalog.description?.message.length).toBeLessThanOrEqual(132);
  });
});

/** Says these sentences in German while `run` lasts. */
function inGerman(said: Record<string, string>, run: () => void): void {
  const byKey = new Map(Object.entries(said).map(([english, german]) => [keyOf(english), german]));
  byKey.set('language', 'de');
  speak({ getMessage: (key) => byKey.get(key) ?? '', getUILanguage: () => 'de-AT' });
  try {
    run();
  } finally {
    speak(undefined);
  }
}

describe('a sentence', () => {
  test('is English where no catalog has it', () => {
    expect(t`${3} changes are not published.`).toBe('3 changes are not published.');
    inGerman({}, () => expect(t`Nobody translated this.`).toBe('Nobody translated this.'));
  });

  test('is not asked of an element that a page calls “browser”', () => {
    vi.stubGlobal('browser', { i18n: { value: 'an <input name="i18n">' } });
    try {
      expect(t`Nobody but us says what is said.`).toBe('Nobody but us says what is said.');
      expect(readLocale()).toBe('en');
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('puts its values where the language wants them', () => {
    inGerman({ '{0} of {1} kB': 'von {1} kB schon {0}' }, () =>
      expect(t`${2} of ${9} kB`).toBe('von 9 kB schon 2'),
    );
  });

  test('takes a value as it is, whatever stands in it', () => {
    const [braces, dollars] = ['{1} {0}', '$& $1'];
    expect(t`The name ${braces} and ${dollars}`).toBe('The name {1} {0} and $& $1');
  });

  test('puts in nothing for what is not there', () => {
    expect(t`a${undefined}b${false}c${0}d`).toBe('abc0d');
  });

  test('with elements has them where the language wants them', () => {
    inGerman({ 'Only {0} sees {1}.': '{1} sieht nur {0}.' }, () =>
      expect(tJsx`Only ${'A'} sees ${'B'}.`).toEqual(['', 'B', ' sieht nur ', 'A', '.']),
    );
  });

  test('within another begins small in English, and in German as it does alone', () => {
    expect(inSentence('Ordered')).toBe('ordered');
    inGerman({}, () => expect(inSentence('Bestellung')).toBe('Bestellung'));
  });
});

describe('beside sentences', () => {
  test('lists, numbers and the locale are in their language', () => {
    expect([sayAll(['a']), sayAll(['a', 'b', 'c']), sayAny(['a', 'b'])]).toEqual([
      'a',
      'a, b and c',
      'a or b',
    ]);
    expect(sayNumber(1234.5)).toBe('1,234.5');
    inGerman({}, () => {
      expect(readLocale()).toBe('de-AT');
      expect(sayNumber(0.5)).toBe('0,5');
      expect([sayDecimal(3), sayDecimal(0.126, 2)]).toEqual(['3,0', '0,13']);
      expect([sayRough(0.012345, 2), sayRough(12.3456, 3), sayRough(0.5, 4)]).toEqual([
        '0,012',
        '12,3',
        '0,5',
      ]);
      expect([0, 0.0009, 0.03, 0.1234, 1].map(sayShare)).toEqual([
        '0 %',
        '0,090 %',
        '3,0 %',
        '12 %',
        '100 %',
      ]);
      expect(saySure({ alpha: 0.025 } as Report)).toContain('97,5');
      expect(sayShortDay('2026-11-09')).toBe('9. Nov.');
    });
  });

  test('the locale is the catalog’s where the browser speaks what we do not', () => {
    speak({ getMessage: () => '', getUILanguage: () => 'fr' });
    expect(readLocale()).toBe('en');
    speak(undefined);
  });
});

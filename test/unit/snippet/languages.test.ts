// The visitor's view in each language: nothing is missing, what is put in finds its place, and the right one is chosen.

import { afterEach, describe, expect, test, vi } from 'vitest';
import { english } from '../../../shared/engine/words.ts';
import { languages } from '../../../snippet/mirror/languages/main.ts';
import { SPOKEN, speak } from '../../../snippet/mirror/speak.ts';
import { STRINGS } from '../../../snippet/mirror/strings.ts';

/** `a.b` → text, for every text of a table. */
function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(Object(value)).flatMap(([key, inner]) => flatten(inner, `${path}.${key}`));
}
const places = (text: string) => text.match(/\{\}|\$\w/g) ?? [];

test('there are ten beside English, and the view knows which', () => {
  expect(Object.keys(languages)).toEqual(SPOKEN);
  expect(SPOKEN.length).toBeGreaterThanOrEqual(10);
});

describe.each(Object.entries(languages))('%s', (name, { strings, reasons }) => {
  test.each([
    ['sentences', strings, STRINGS],
    ['reasons', reasons, english],
  ])('has all %s, each with what is put into it', (_what, own, reference) => {
    const texts = new Map(flatten(own));
    const wanted = flatten(reference);
    expect([...texts.keys()].sort()).toEqual(wanted.map(([key]) => key).sort());
    for (const [key, text] of wanted) {
      const said = texts.get(key) ?? '';
      if (key.startsWith('.kinds')) {
        // of one and many
        expect(said.split('|').length, key).toBe(text.split('|').length);
        expect(
          said.split('|').map((part) => places(part).sort()),
          key,
        ).toEqual(text.split('|').map((part) => places(part).sort()));
      } else expect(places(said).sort(), key).toEqual(places(text).sort());
      expect(said === '', key).toBe(text === '');
    }
  });

  test('is in that language: next to no sentence is the English one', () => {
    const same = flatten(strings).filter(([key, text]) => text === Object.fromEntries(flatten(STRINGS))[key]);
    expect(same.map(([key]) => key).filter((key) => key !== '.dir')).toEqual([]);
    expect([strings.lang, reasons.locale]).toEqual([name, name]);
    expect(strings.dir).toBe(name === 'ar' ? 'rtl' : 'ltr');
  });
});

describe('is chosen', () => {
  afterEach(() => vi.unstubAllGlobals());
  const on = (lang: string, written?: string) =>
    vi.stubGlobal('document', {
      documentElement: { lang },
      getElementById: () => (written === undefined ? null : { textContent: written }),
    });

  test.each([
    ['de', 'de'],
    ['pt-BR', 'pt'],
    ['AR-eg', 'ar'],
    ['en-GB', 'en'],
    ['', 'en'],
    ['xx', 'en'],
    ['constructor', 'en'],
  ])('by the language of the page: %s → %s', async (lang, spoken) => {
    on(lang);
    const { strings, reasons } = await speak();
    expect(strings.lang).toBe(spoken);
    expect(reasons?.locale ?? 'en').toBe(spoken);
  });

  test("an owner's own words stand over it, and may name another language", async () => {
    on('de', '{ "title": "Deine Daten" }');
    expect((await speak({ close: 'Zu' })).strings).toMatchObject({
      title: 'Deine Daten',
      close: 'Zu',
      cancel: 'Behalten',
    });
    on('en');
    expect((await speak({ lang: 'fr' })).strings.close).toBe('Fermer');
    on('de', 'no table');
    expect((await speak()).strings.close).toBe('Schließen');
  });
});

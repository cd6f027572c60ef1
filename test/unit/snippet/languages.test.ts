// The visitor's view in each language: nothing is missing, what is put in finds its place, and the right one is chosen.

import { afterEach, describe, expect, test, vi } from 'vitest';
import { compile } from '../../../shared/engine/compile.ts';
import { explain } from '../../../shared/engine/explain.ts';
import { record } from '../../../shared/engine/fold.ts';
import { createProfile } from '../../../shared/engine/profile.ts';
import { english } from '../../../shared/engine/words.ts';
import type { Condition } from '../../../shared/schema/condition.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Props } from '../../../shared/schema/props.ts';
import { ENGLISH } from '../../../snippet/mirror/english.ts';
import { groups } from '../../../snippet/mirror/languages/groups.ts';
import { languages, sayGroups } from '../../../snippet/mirror/languages/main.ts';
import { namesIn } from '../../../snippet/mirror/say-answer.ts';
import { SPOKEN, speak } from '../../../snippet/mirror/speak.ts';
import { STRINGS } from '../../../snippet/mirror/strings.ts';
import { why } from '../../../snippet/mirror/why.ts';
import { configOf } from '../shared/engine/arbitraries.ts';

/** `a.b` → text, for every text of a table. */
function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(Object(value)).flatMap(([key, inner]) => flatten(inner, `${path}.${key}`));
}
/** English as the view has it. */
const reference = {
  ...english,
  kinds: { ...english.kinds, ...ENGLISH.kinds },
  events: { ...english.events, ...ENGLISH.events },
  // what is a word in English as it is, is none in others
  names: {
    ...Object.fromEntries(Object.keys(languages.de!.reasons.names).map((name) => [name, name])),
    ...english.names,
    ...ENGLISH.names,
  },
};
const places = (text: string) => text.match(/\{\}|\$\w/g) ?? [];

test('there are ten beside English, and the view knows which', () => {
  expect(Object.keys(languages)).toEqual(SPOKEN);
  expect(SPOKEN.length).toBeGreaterThanOrEqual(10);
});

describe.each(Object.entries(languages))('%s', (name, { strings, reasons }) => {
  test('calls groups of buyers in that language, each with its figures', () => {
    const { once, twice, often, spent, about, join = ', ' } = groups[name]!;
    expect([once, twice, often, spent, about].map((text) => places(text).length)).toEqual([0, 0, 1, 1, 1]);
    expect(new Set([once, twice, often, spent, about]).size).toBe(5);
    const say = (text: string) => sayGroups(text, name);
    const said = say('Bought about 4 times, about 5 weeks ago, spent about 200');
    expect(said.split(join)).toHaveLength(3);
    // how many, how long ago, how much, each about that
    expect(said.match(/[\d٠-٩]+/g)).toHaveLength(3);
    expect(said.split(about.replace('{}', '').trim())).toHaveLength(4);
    expect(said).not.toMatch(/Bought|ago|spent|\{/);
    // a rule is the group, and nothing is left of either where they stand in a sentence
    expect(say('“Bought once, today (rule)”')).toBe(`“${say('Bought once, today')}”`);
    expect(say('Regulars')).toBe('Regulars');
  });

  test.each([
    ['sentences', strings, STRINGS],
    ['reasons', reasons, reference],
  ])('has all %s, each with what is put into it', (_what, own, all) => {
    const texts = new Map(flatten(own));
    const wanted = flatten(all);
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
  const on = (lang: string, written?: string, reader: string[] = []) => {
    vi.stubGlobal('navigator', { languages: reader });
    vi.stubGlobal('document', {
      documentElement: { lang },
      getElementById: () => (written === undefined ? null : { textContent: written }),
    });
  };

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
    const { strings, reasons, ...speech } = await speak();
    expect(strings.lang).toBe(spoken);
    const named = speech.sayGroups('Bought once, today (rule)');
    if (spoken === 'en') expect(named).toBe('Bought once, today');
    else expect(named).not.toMatch(/Bought|rule/);
    expect(reasons(english).locale.slice(0, 2).toLowerCase()).toBe(spoken);
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

  test.each<[page: string, reader: string[], locale: string]>([
    ['en', [], 'en-GB'],
    ['en-AU', [], 'en-AU'],
    ['en-GB', ['en-US', 'en'], 'en-US'],
    ['en', ['de-DE', 'en-IE'], 'en-IE'],
    ['de', ['en-US'], 'de'],
    ['de', ['de-AT', 'de'], 'de-AT'],
    ['en_US and more', ['*', 'en-'], 'en-GB'],
  ])('on a page in %s dates are as a reader of %j writes them: %s', async (page, reader, locale) => {
    on(page, undefined, reader);
    const speech = await speak();
    expect(speech.locale).toBe(locale);
    expect(speech.reasons(english).locale).toBe(locale);
  });
});

describe('reasons in the view', () => {
  afterEach(() => vi.unstubAllGlobals());
  const NOW = Date.UTC(2026, 2, 4, 12);
  const questions: Config['questions'] = [
    {
      id: 'need',
      trait: 'need',
      ask: { en: 'Where next?', de: 'Wohin geht es?' },
      purpose: 'So that it fits.',
      answer: {
        options: [
          { value: 'long', label: { en: 'A long trail', de: 'Ein langer Weg' } },
          { value: 'tents', label: { en: 'A tent, please', de: 'Ein Zelt, bitte' } },
        ],
      },
    } as never,
  ];
  async function say(lang: string, when: Condition, acts: [string, Props?][] = []): Promise<string> {
    vi.stubGlobal('navigator', { languages: [] });
    vi.stubGlobal('document', { documentElement: { lang }, getElementById: () => null });
    const { reasons, locale } = await speak();
    const config = configOf([when]);
    const program = compile({ ...config, questions });
    const profile = createProfile(program);
    profile.traits.need = 'long';
    for (const [name, props = {}] of acts) record(program, profile, name, props, NOW - 800);
    const view = { program, profile, facts: { 'viewport.width': 1320 }, now: NOW };
    const names = namesIn({ questions }, when);
    return why(
      explain('s0', view, (own) => reasons(own, names)),
      locale,
    );
  }
  const tents: Condition = {
    kind: 'count',
    event: 'view_item_list',
    where: { 'items.item_category': 'tents' },
    is: { $gte: 2 },
  };
  const item: [string, Props][] = [['view_item_list', { items: [{ item_category: 'tents' }] }]];

  test.each<[lang: string, when: Condition, said: string]>([
    ['en', { kind: 'context', key: 'visitNumber', is: 1 }, 'Visit number: 1; needs 1.'],
    [
      'en',
      { kind: 'context', key: 'viewport.width', is: { $lte: 480 } },
      'Window width: 1,320; needs at most 480.',
    ],
    [
      'de',
      { kind: 'context', key: 'viewport.width', is: { $lte: 480 } },
      'Fensterbreite: 1.320; nötig: höchstens 480.',
    ],
    [
      'en',
      tents,
      'Viewed a list of items where category is tents once; needs at least 2. One more would do.',
    ],
    [
      'de',
      tents,
      'Liste von Produkten angesehen mit Kategorie ist tents: einmal; nötig: mindestens 2. Einmal mehr würde genügen.',
    ],
    [
      'en',
      { kind: 'sum', event: 'purchase', of: 'value', is: { $gte: 0.5 } },
      'Total value of “Purchased”: 0; needs at least 0.5.',
    ],
    [
      'de',
      { kind: 'sum', event: 'purchase', of: 'value', is: { $gte: 0.5 } },
      'Summe von Wert bei „Gekauft“: 0; nötig: mindestens 0,5.',
    ],
    [
      'de',
      { kind: 'since', event: 'view_item_list', is: { $lt: '1s' } },
      'Zeit seit „Liste von Produkten angesehen“: 0,8 Sekunden',
    ],
    [
      'en',
      { kind: 'trait', key: 'need', is: 'long' },
      'Stated Where next?: A long trail; needs A long trail.',
    ],
    [
      'de',
      { kind: 'trait', key: 'need', is: 'long' },
      'Angegeben, Wohin geht es?: Ein langer Weg; nötig: Ein langer Weg.',
    ],
  ])('%s: %j', async (lang, when, said) => {
    expect((await say(lang, when, item)).startsWith(said)).toBe(true);
  });

  test('several stand as sentences, one after the other', async () => {
    const both: Condition = { kind: 'all', of: [tents, { kind: 'context', key: 'visitNumber', is: 2 }] };
    const said = await say('en', both, item);
    expect(said).toContain('would do. Visit number: 1; needs 2.');
    expect(said).not.toContain('.;');
  });

  test('of a segment that a rule names its own reason is said, never its id', async () => {
    vi.stubGlobal('navigator', { languages: [] });
    vi.stubGlobal('document', { documentElement: { lang: 'en' }, getElementById: () => null });
    const { reasons, locale } = await speak();
    const visits: Condition = { kind: 'context', key: 'visitNumber', is: 7 };
    const ofOthers: Condition = { kind: 'all', of: [{ kind: 'segment', id: 's0' }] };
    const program = compile(configOf([visits, ofOthers, { kind: 'segment', id: 's1' }]));
    const view = { program, profile: createProfile(program), facts: { visitNumber: 7 }, now: NOW };
    expect(why(explain('s2', view, reasons), locale)).toBe('Visit number: 7; needs 7.');
  });
});

// What a learned group of buyers is called: the same English in every config, and read back to say it in other words.
import { describe, expect, test } from 'vitest';
import {
  GROUP_WORDS,
  type GroupFigures,
  type GroupWords,
  readGroupDescription,
  readGroupName,
  sayGroup,
  translateGroup,
  translateGroups,
} from '../../../../shared/grammar/group-name.ts';

const german: GroupWords = {
  locale: 'de',
  once: 'Einmal gekauft',
  twice: 'Ein- oder zweimal gekauft',
  often: '{}-mal gekauft',
  spent: '{} ausgegeben',
  about: 'etwa {}',
  rule: '{} (Regel)',
  last: 'zuletzt {}',
  share: '{} der Käufer',
  again: (own, all) => `${own} kauften im Test wieder, von allen ${all}`,
};

describe('a name', () => {
  test.each<[figures: GroupFigures, english: string, german: string]>([
    [{ orders: 1, ago: 0, unit: 'day' }, 'Bought once, today', 'Einmal gekauft, heute'],
    [
      { orders: 1.5, ago: 1, unit: 'day' },
      'Bought once or twice, about 1 day ago',
      'Ein- oder zweimal gekauft, vor etwa 1 Tag',
    ],
    [
      { orders: 4, ago: 5, unit: 'week', sum: 1200 },
      'Bought about 4 times, about 5 weeks ago, spent about 1,200',
      'etwa 4-mal gekauft, vor etwa 5 Wochen, etwa 1.200 ausgegeben',
    ],
    [
      { orders: 12, ago: 3, unit: 'month', sum: 0.45, isRule: true },
      'Bought about 12 times, about 3 months ago, spent about 0.45 (rule)',
      'etwa 12-mal gekauft, vor etwa 3 Monaten, etwa 0,45 ausgegeben (Regel)',
    ],
  ])('of %j is read back and said in other words', (figures, english, said) => {
    expect(sayGroup(figures, GROUP_WORDS)).toBe(english);
    expect(readGroupName(english)).toMatchObject(figures);
    expect(readGroupDescription(english)).toBeUndefined();
    expect(translateGroup(english, german)).toBe(said);
    expect(translateGroup(english, GROUP_WORDS)).toBe(english);
    // to whom a rule and a group are one
    const { rule: _rule, ...plain } = german;
    expect(translateGroup(english, plain)).toBe(said.replace(' (Regel)', ''));
  });

  test.each([
    'Regulars',
    '',
    'Bought once',
    'Bought once, today!',
    'bought once, today',
    'Has bought once, today',
    'Bought about 4 times, about 5 years ago',
    'Bought about 4 times, about 5 weeks ago (Regel)',
    'Bought about 4 times, about 5 weeks ago and never again',
  ])('that an author gave stays as it is: "%s"', (own) => {
    expect(readGroupName(own)).toBeUndefined();
    expect(translateGroup(own, german)).toBe(own);
  });

  test('is found within a sentence, more than once', () => {
    expect(
      translateGroups(
        'Nearest: Bought once, today; needs Bought about 4 times, about 5 weeks ago, spent about 20. So until May.',
        german,
      ),
    ).toBe(
      'Nearest: Einmal gekauft, heute; needs etwa 4-mal gekauft, vor etwa 5 Wochen, etwa 20 ausgegeben. So until May.',
    );
  });
});

describe('a description', () => {
  const figures: GroupFigures = { orders: 4, ago: 5, unit: 'week', sum: 100, share: 7 };
  const english = 'Bought about 4 times, last about 5 weeks ago, spent about 100: 7 % of buyers';
  const said = 'etwa 4-mal gekauft, zuletzt vor etwa 5 Wochen, etwa 100 ausgegeben: 7 % der Käufer';

  test.each<[figures: GroupFigures, english: string, german: string]>([
    [figures, english, said],
    [
      { ...figures, again: [41, 19] },
      `${english}; 41 % bought again in the test, of all 19 %`,
      `${said}; 41 % kauften im Test wieder, von allen 19 %`,
    ],
  ])('of %j is read back and said in other words', (figures, english, said) => {
    expect(sayGroup(figures, GROUP_WORDS)).toBe(english);
    expect(readGroupDescription(english)).toEqual({ again: undefined, ...figures });
    expect(readGroupName(english)).toBeUndefined();
    expect(translateGroup(english, german)).toBe(said);
  });

  test('that an author went on with is theirs', () => {
    const own = `${english}. For the letter in May`;
    expect(readGroupDescription(own)).toBeUndefined();
    expect(translateGroup(own, german)).toBe(own);
  });
});

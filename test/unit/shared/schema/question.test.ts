// What a question may be, what is asked of nobody, and who may ask it.
import { describe, expect, test } from 'vitest';
import { checkConfig } from '../../../../shared/schema/check.ts';
import { ASKING } from './sample.ts';

const choice = (...values: string[]) => ({
  kind: 'choice',
  options: values.map((value) => ({ value, label: `For ${value}` })),
});
const question = (more: object = {}) => ({
  id: 'need',
  name: 'Need',
  ask: 'What matters most to you?',
  purpose: 'So that we show that first.',
  trait: 'need',
  answer: choice('price', 'quality'),
  ...more,
});
const asks = (id: string) => ({ kind: 'ask', question: id });
const configOf = (questions: unknown, changes: object[] = [asks('need')]) => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  questions,
  segments: [],
  experiences: [
    {
      id: 'e',
      name: 'E',
      status: 'live',
      goal: null,
      pages: ['*'],
      variants: [{ id: 'v', name: 'V', segment: 'everyone', changes }],
    },
  ],
});
const found = (config: object) =>
  checkConfig(config).problems.map(({ path, problem, severity }) => `${severity} ${path}: ${problem}`);

describe('a question', () => {
  test.each<[what: string, more: object]>([
    ['of one choice', {}],
    ['of several', { answer: { ...choice('a', 'b', 'c'), many: true } }],
    ['of a scale', { answer: { kind: 'scale', from: 0, to: 10, low: 'Not at all', high: 'Surely' } }],
    ['that comes again, and is kept for a while', { again: '180d', keep: '365d', thanks: 'Thanks!' }],
    [
      'by language',
      {
        ask: { de: 'Was zählt?', '*': 'What matters?' },
        purpose: { de: 'Damit es passt.', '*': 'So that it fits.' },
        answer: {
          kind: 'choice',
          options: ['a', 'b'].map((value) => ({ value, label: { de: value, '*': value } })),
        },
      },
    ],
  ])('is taken: %s', (_what, more) => expect(found(configOf([question(more)]))).toEqual([]));

  test.each<[what: string, says: string, more: object]>([
    ['a long question', 'questions[0].ask: 121 characters, of at most 120', { ask: 'x'.repeat(121) }],
    ['no words', 'questions[0].purpose: no words', { purpose: ' ' }],
    ['no purpose', 'questions[0].purpose: "purpose" is missing', { purpose: undefined }],
    ['tokens', 'questions[0].ask: tokens are not filled in questions', { ask: 'Hi {{trait.name}}?' }],
    ['our own trait', 'questions[0].trait: "selvedge_off" is a name of our own', { trait: 'selvedge_off' }],
    ['an odd trait', 'questions[0].trait: "my need" is no name for a trait', { trait: 'my need' }],
    ['one answer', 'questions[0].answer.options', { answer: choice('a') }],
    ['eight answers', 'questions[0].answer.options', { answer: choice(...'abcdefgh') }],
    [
      'one value twice',
      'questions[0].answer.options[1].value: "a" is the value of another answer, too',
      { answer: choice('a', 'a') },
    ],
    [
      'an odd scale',
      'questions[0].answer.to',
      { answer: { kind: 'scale', from: 1, to: 6, low: 'a', high: 'b' } },
    ],
    ['free text', 'questions[0].answer', { answer: { kind: 'text' } }],
    ['an odd id', 'questions[0].id', { id: 'my need' }],
    ['health', 'questions[0].ask: "diabetes" asks for a health matter', { ask: 'Do you have diabetes?' }],
    ['belief', 'questions[0].trait: "religion" asks for a belief', { trait: 'religion' }],
    [
      'politics',
      'questions[0].answer.options[1].value: "conservative" asks for a political view',
      { answer: choice('a', 'conservative') },
    ],
    ['orientation', 'questions[0].purpose.en: "gay"', { purpose: { en: 'For gay people', '*': 'x' } }],
    ['origin', 'questions[0].name: "ethnicity" asks for an origin', { name: 'Ethnicity' }],
  ])('is refused: %s', (_what, says, more) => {
    expect(found(configOf([question(more)])).some((one) => one.startsWith(`error ${says}`))).toBe(true);
  });

  test.each<[what: string, says: string, config: object]>([
    ['age', 'questions[0].ask: "age" asks for an age', configOf([question({ ask: 'Which age group?' })])],
    ['income', 'questions[0].trait: "income" asks for an income', configOf([question({ trait: 'income' })])],
    ['nobody asks it', 'questions[0]: no experience asks "need"', configOf([question()], [])],
    [
      'two on a page',
      'experiences[0].variants[0].changes[1]: a second question on one page',
      configOf([question(), question({ id: 'b', trait: 'b' })], [asks('need'), asks('b')]),
    ],
    [
      'a language is missing',
      'questions[0].purpose: the same words in all languages',
      configOf([question({ ask: { de: 'Was?', '*': 'What?' } })]),
    ],
  ])('is warned of: %s', (_what, says, config) => {
    const problems = found(config);
    expect(problems.some((one) => one.startsWith(`warning ${says}`))).toBe(true);
    expect(problems.filter((one) => one.startsWith('error'))).toEqual([]);
  });

  test('two of one id, and a change that asks for none, are refused', () => {
    expect(found(configOf([question(), question()]))).toContain(
      'error questions[1].id: the question id "need" is there already (questions[0])',
    );
    expect(found(configOf([question()], [asks('neeed')]))).toContain(
      'error experiences[0].variants[0].changes[0].question: no question has the id "neeed"',
    );
    expect(checkConfig(configOf(undefined)).problems[0]?.remedy).toContain('add one to "questions"');
  });

  test('the sample asks one, and is read as it is', () =>
    expect(checkConfig(JSON.stringify(ASKING))).toEqual({ config: ASKING, problems: [] }));

  test('it is asked in the corner, or beside an element', () => {
    expect(found(configOf([question()], [{ ...asks('need'), place: 'top' }]))[0]).toMatch(
      /place: found "top"/,
    );
    const place = { target: { css: 'main' }, position: 'last' };
    expect(found(configOf([question()], [{ ...asks('need'), place }]))).toEqual([]);
  });
});

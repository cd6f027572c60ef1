// What was stated is said in the words of the config, not by the keys under which it is kept.

import { expect, test } from 'vitest';
import { sayProps } from '../../../../../extension/panel/kit/say-event.ts';
import { sayTrait } from '../../../../../extension/panel/see/say-trait.ts';
import type { Config } from '../../../../../shared/schema/config.ts';

const config: Config = {
  version: 1,
  site: 'shop.example',
  revision: 1,
  segments: [],
  experiences: [],
  questions: [
    {
      id: 'for-whom',
      name: 'Gift or self',
      ask: 'Who is it for?',
      purpose: 'So that we can show gift wrapping.',
      trait: 'forWhom',
      answer: {
        kind: 'choice',
        options: [
          { value: 'self', label: 'Myself' },
          { value: 'gift', label: { en: 'A gift', de: 'Ein Geschenk' } },
        ],
      },
    },
    {
      id: 'nps',
      name: 'Would recommend',
      ask: 'Would you?',
      purpose: 'To get better.',
      trait: 'nps',
      answer: { kind: 'scale', from: 0, to: 10, low: 'no', high: 'yes' },
    },
  ],
};

test('an answer by the name of its question and the words of what was chosen', () => {
  expect(sayTrait('forWhom', 'self', config)).toEqual(['Gift or self', 'Myself']);
  expect(sayTrait('forWhom', ['self', 'gift', 'gone'], config)).toEqual([
    'Gift or self',
    'Myself, A gift, gone',
  ]);
  expect(sayTrait('nps', 9, config)).toEqual(['Would recommend', '9']);
  expect(sayTrait('tier', 'gold', config)).toEqual(['tier', 'gold']);
  expect(sayTrait('forWhom', 'self', undefined)).toEqual(['forWhom', 'self']);
});

test('what was switched off by what that is', () => {
  expect(sayTrait('selvedge_off', ['suggestions', 'questions'], config)).toEqual([
    'Switched off by the visitor',
    'suggestions, questions',
  ]);
});

test('what happened to a question by its name', () => {
  expect(sayProps('question_answered', { question: 'for-whom' }, config)).toBe('Gift or self');
  expect(sayProps('question_answered', { question: 'gone' }, config)).toBe('gone');
});

test('which questions were shown by their words, and nothing of how that is kept', () => {
  expect(sayTrait('selvedge_asked', ['for-whom s498900 c0', 'nps s498900 c2 a498901 o'], config)).toEqual([
    'Shown questions',
    '“Who is it for?”, “Would you?”',
  ]);
  expect(sayTrait('selvedge_asked', 'gone-one s498900 c0', config)).toEqual([
    'Shown questions',
    '“Gone one”',
  ]);
  expect(sayTrait('selvedge_asked', ['for-whom s1 c0'], undefined)[1]).toBe('“For whom”');
});

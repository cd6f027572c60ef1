// Questions in the panel's hands: begun, asked, answered otherwise, and removed with what only asked them.

import { describe, expect, test } from 'vitest';
import { stripNotes } from '../../../../../extension/panel/draft/notes.ts';
import { writeText } from '../../../../../extension/panel/draft/texts.ts';
import { answerBy, byOf } from '../../../../../extension/panel/edit/question/answer-by.ts';
import { addQuestion, blankQuestion } from '../../../../../extension/panel/edit/question/make-question.ts';
import { sayRemoval } from '../../../../../extension/panel/edit/question/say-removal.ts';
import { findAsking, removeQuestion } from '../../../../../extension/panel/edit/question/uses-of-question.ts';
import { checkConfig } from '../../../../../shared/schema/check.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import type { Answer } from '../../../../../shared/schema/question.ts';
import { QUESTIONS } from '../../../../../shared/templates/questions.ts';
import { segmentsOf } from '../../../../../shared/templates/segments-of.ts';

const URL_HERE = 'https://shop.example/tents?a=1';
const ready = (id: string) => QUESTIONS.find(({ question }) => question.id === id)!.question;
const empty = (): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  segments: [],
  experiences: [],
});
const errors = (config: Config) =>
  checkConfig(stripNotes(config)).problems.filter(({ severity }) => severity === 'error');
/** The need is asked on the tents, and each answer has its segment. */
function asking(): Config {
  const config = empty();
  addQuestion(config, ready('need'), { url: URL_HERE });
  config.segments = segmentsOf(config.questions![0]!);
  return config;
}
/** Somebody gets something for an answer, in a variant of its own. */
function answering(): Config {
  const config = asking();
  config.experiences.push({
    id: 'hero',
    name: 'Hero',
    status: 'live',
    pages: ['/'],
    goal: null,
    variants: [
      {
        id: 'a',
        name: 'A',
        segment: 'need-buy',
        changes: [{ kind: 'text', target: { css: 'h1' }, value: 'For {{trait.need|you}}' }],
      },
    ],
  });
  return config;
}

describe('added', () => {
  test('it is asked of everybody on the page in front, and can be published', () => {
    const config = asking();
    expect(config.experiences).toMatchObject([
      {
        name: 'Ask: Need',
        pages: ['/tents'],
        goal: null,
        variants: [{ segment: 'everyone', changes: [{ kind: 'ask', question: 'need' }] }],
      },
    ]);
    expect(errors(config)).toEqual([]);
  });
  test('a second of the same has an id and a trait of its own', () => {
    const config = asking();
    expect(addQuestion(config, ready('need'), { url: URL_HERE })).toBe('need-2');
    expect(config.questions!.map(({ id, trait }) => `${id} ${trait}`)).toEqual([
      'need need',
      'need-2 need-2',
    ]);
    expect(errors(config)).toEqual([]);
  });
  test('nor is its trait that of another question, whatever that is called', () => {
    const config = { ...empty(), questions: [{ ...ready('style'), id: 'taste', trait: 'need' }] };
    expect(addQuestion(config, ready('need'), { url: URL_HERE })).toBe('need-2');
    expect(config.questions.map(({ trait }) => trait)).toEqual(['need', 'need-2']);
  });
  test('in a variant that is there no experience is made', () => {
    const config = answering();
    addQuestion(config, ready('style'), { variant: { experience: 'hero', id: 'a' } });
    expect(config.experiences).toHaveLength(2);
    expect(config.experiences[1]!.variants[0]!.changes.at(-1)).toEqual({ kind: 'ask', question: 'style' });
  });
  test('one that asks nothing yet cannot be published', () => {
    const config = empty();
    addQuestion(config, blankQuestion(), { url: URL_HERE });
    expect(errors(config).map(({ path }) => path)).toEqual(['questions[0].ask']);
  });
});

test('it is shown where it is asked, on this page first', () => {
  const config = asking();
  config.experiences.unshift({
    ...structuredClone(config.experiences[0]!),
    id: 'elsewhere',
    pages: ['/journal'],
  });
  expect(findAsking(config, 'need', URL_HERE)).toEqual({ experience: 'ask-need', id: 'a' });
  expect(findAsking(config, 'need', 'https://shop.example/')).toEqual({ experience: 'elsewhere', id: 'a' });
  expect(findAsking(config, 'style', URL_HERE)).toBeUndefined();
});

describe('what is typed goes to its place', () => {
  const write = (field: 'ask' | 'thanks' | 'label' | 'low', text: string, more = {}) => {
    const config = asking();
    const [question] = config.questions!;
    question!.ask = { de: 'Was?', '*': 'What?' };
    writeText(config, { of: 'question', id: 'need', field, ...more }, text);
    return question!;
  };
  test('a text, in its language', () =>
    expect(write('ask', 'Wozu?', { language: 'de' }).ask).toEqual({ de: 'Wozu?', '*': 'What?' }));
  test('a label, by the value of its answer', () => {
    const { answer } = write('label', 'Only looking', { option: 'look' });
    expect(answer.kind === 'choice' && answer.options.map(({ label }) => label)[0]).toBe('Only looking');
  });
  test('thanks that are emptied are its own again', () => {
    expect(write('thanks', 'Ta').thanks).toBe('Ta');
    expect(write('thanks', '')).not.toHaveProperty('thanks');
  });
  test.each([
    ['an answer that is gone', 'label', { option: 'gone' }],
    ['the end of a scale that is none any more', 'low', {}],
    ['a question that is gone', 'ask', { id: 'gone' }],
  ] as const)('%s changes nothing', (_name, field, more) =>
    expect(write(field, 'New', more)).toEqual(write('thanks', '')),
  );
});

describe('answered otherwise', () => {
  const choice: Answer = ready('need').answer;
  test('its answers stay where they can', () => {
    const many = answerBy(choice, 'many');
    expect(many).toEqual({ ...choice, many: true });
    expect(answerBy(many, 'one')).toEqual(choice);
  });
  test.each(['one', 'many', 'number'] as const)('by %s it can be published', (by) => {
    for (const from of [choice, answerBy(choice, 'number')]) {
      const config = asking();
      config.questions![0]!.answer = answerBy(from, by);
      config.segments = [];
      expect(byOf(config.questions![0]!.answer)).toBe(by);
      expect(errors(config)).toEqual([]);
    }
  });
});

describe('removed', () => {
  test('what only asked it goes, what speaks of it is named, and the rest stays', () => {
    const config = answering();
    config.segments = config.segments.slice(0, 2);
    expect(sayRemoval(config, config.questions![0]!)).toBe(
      'Remove Need from the draft? “Ask: Need” goes with it: it does nothing else. The segments “Need: Looking around” and “Need: Comparing what there is” are made of its answers: nobody new comes into them. “Hero” writes its answer into the page. Undo brings it back.',
    );
    removeQuestion(config, 'need');
    expect(config).not.toHaveProperty('questions');
    expect(config.experiences.map(({ id }) => id)).toEqual(['hero']);
    expect(config.segments).toHaveLength(2);
  });
  test('what does more stays, and asks no more', () => {
    const config = answering();
    config.experiences.shift();
    config.experiences[0]!.variants[0]!.changes.push({ kind: 'ask', question: 'need' });
    expect(sayRemoval(config, config.questions![0]!)).toContain('“Hero” stays, and does not ask any more.');
    removeQuestion(config, 'need');
    expect(config.experiences[0]!.variants[0]!.changes.map(({ kind }) => kind)).toEqual(['text']);
    expect(errors(config)).toEqual([]);
  });
  test('an experience of which a segment speaks stays, though it does nothing any more', () => {
    const config = asking();
    config.segments.push({
      id: 'seen',
      name: 'Seen',
      when: { kind: 'count', event: 'exposure', where: { experience: 'ask-need' }, is: { $gte: 1 } },
    });
    removeQuestion(config, 'need');
    expect(config.experiences.map(({ id }) => id)).toEqual(['ask-need']);
    expect(errors(config)).toEqual([]);
  });
  test('who asks whether it was answered is named', () => {
    const config = asking();
    config.segments = [
      {
        id: 'told',
        name: 'Told',
        when: { kind: 'count', event: 'question_answered', where: { question: 'need' }, is: { $gte: 1 } },
      },
    ];
    expect(sayRemoval(config, config.questions![0]!)).toContain('The segment “Told” is made of its answers');
  });
});

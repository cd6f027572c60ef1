// The ready questions: fit to be published as they are, and each answer puts its visitor into a segment of its own.
import { describe, expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { segments as findSegments } from '../../../../shared/engine/decide.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Question } from '../../../../shared/schema/question.ts';
import { QUESTIONS } from '../../../../shared/templates/questions.ts';
import { segmentsOf } from '../../../../shared/templates/segments-of.ts';

const configOf = (question: Question): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  questions: [question],
  segments: segmentsOf(question),
  experiences: [
    {
      id: 'e',
      name: 'E',
      status: 'live',
      goal: null,
      pages: ['*'],
      variants: [
        { id: 'v', name: 'V', segment: 'everyone', changes: [{ kind: 'ask', question: question.id }] },
      ],
    },
  ],
});
/** Whom the answer puts where. */
function inWhich(question: Question, answer: unknown): string[] {
  const program = compile(configOf(question));
  const profile = createProfile(program);
  profile.traits[question.trait] = answer as string;
  return findSegments({ program, profile, facts: {}, now: 0 });
}

test('at least fifteen, each with an id of its own', () => {
  expect(QUESTIONS.length).toBeGreaterThanOrEqual(15);
  expect(new Set(QUESTIONS.map(({ question }) => question.id)).size).toBe(QUESTIONS.length);
});

describe.each(QUESTIONS.map(({ question }) => [question.id, question] as const))('%s', (_id, question) => {
  test('is published as it is, without a word of advice', () =>
    expect(checkConfig(configOf(question)).problems).toEqual([]));
  const { answer } = question;
  if (answer.kind === 'choice')
    test.each(answer.options.map(({ value }) => value))('%s has a segment of its own', (value) => {
      expect(inWhich(question, value)).toEqual([`${question.id}-${value}`]);
      if (answer.many) expect(inWhich(question, [value])).toEqual([`${question.id}-${value}`]);
    });
  else
    test('either end has a segment of its own, and the middle none', () => {
      expect(inWhich(question, answer.to)).toEqual([`${question.id}-high`]);
      expect(inWhich(question, answer.from)).toEqual([`${question.id}-low`]);
      expect(inWhich(question, answer.to === 10 ? 7 : (answer.from + answer.to) / 2)).toEqual([]);
    });
  test('who has not answered is in none of them', () => expect(inWhich(question, undefined)).toEqual([]));
});

// What the site asked a visitor, and what they answered, in the words that they saw.

import { own } from '../../shared/engine/dig.ts';
import { type ReadQuestion, readQuestion } from '../../shared/grammar/read-question.ts';
import type { Config } from '../../shared/schema/config.ts';

/** The question that asked for a trait, as it reads on this page. */
export function readAsked({ questions = [] }: Pick<Config, 'questions'>, trait: string) {
  const question = questions.find((one) => one.trait === trait);
  return question && readQuestion(question, document.documentElement.lang);
}

/** By what is kept of them. */
const labelsOf = ({ choices }: ReadQuestion): Record<string, string> =>
  Object.fromEntries(choices.map(({ value, label }) => [value, label]));

/** @returns the question, and the answers as they were tapped; undefined where it was no question */
export function sayAnswer(config: Pick<Config, 'questions'>, trait: string, given: unknown) {
  const read = readAsked(config, trait);
  if (!read) return undefined;
  const labels = labelsOf(read);
  return { ask: read.ask, said: [given].flat().map((one) => own(labels, `${one}`) ?? `${one}`) };
}

/** Words for a rule that asks for answers: of its own questions only, as other rules may mean another thing by a word. */
export function namesIn(config: Pick<Config, 'questions'>, rule: unknown): Record<string, string> {
  const text = JSON.stringify(rule) ?? '';
  const asked = (config.questions ?? []).filter(({ trait }) =>
    text.includes(`"key":${JSON.stringify(trait)}`),
  );
  return Object.assign(
    {},
    ...asked.map(({ trait }) => {
      const read = readAsked(config, trait);
      return read && { ...labelsOf(read), [trait]: read.ask };
    }),
  );
}

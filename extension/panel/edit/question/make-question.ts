// A question put into the draft, and asked somewhere: on the page in front, or in a variant. Pure.

import { toPattern } from '../../../../shared/engine/address.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Question } from '../../../../shared/schema/question.ts';
import { t } from '../../../../shared/words/t.ts';
import { createId } from '../../draft/create-id.ts';
import { newExperience } from '../../draft/new-experience.ts';

/** What an author begins with who takes none of the ready ones: it asks nothing yet, so it cannot be published. */
export const blankQuestion = (): Question => ({
  id: 'question',
  name: t`A question of my own`,
  ask: '',
  purpose: t`So that we show you what fits.`,
  trait: 'question',
  answer: {
    kind: 'choice',
    options: [
      { value: 'yes', label: t`Yes` },
      { value: 'no', label: t`No` },
    ],
  },
});

/** Edits the config in place, as immer has it: everybody is asked on this page, in an experience of its own. */
export function askOnPage(config: Config, { id, name }: Pick<Question, 'id' | 'name'>, url: string): void {
  const title = t`Ask: ${name || id}`;
  const experience = newExperience(
    createId(title, config.experiences, 'ask'),
    title,
    toPattern(new URL(url)),
  );
  // what helps is counted of the segments that are made of the answers
  experience.goal = null;
  for (const { changes } of experience.variants) changes.push({ kind: 'ask', question: id });
  config.experiences.push(experience);
}

/** Where it is to be asked: in a variant that is there, or else on the page with this address. */
export type Where = { variant: { experience: string; id: string } } | { url: string };

/**
 * Edits the config in place, as immer has it.
 *
 * @returns the question's id; trait and id are no other's
 */
export function addQuestion(config: Config, made: Question, where: Where): string {
  const all = config.questions ?? [];
  const taken = [...all, ...all.map(({ trait }) => ({ id: trait }))];
  const id = createId(made.id, taken, 'question');
  const question: Question = { ...structuredClone(made), id, trait: id };
  config.questions = [...all, question];
  const variant =
    'variant' in where
      ? config.experiences
          .find((one) => one.id === where.variant.experience)
          ?.variants.find((one) => one.id === where.variant.id)
      : undefined;
  if (variant) variant.changes.push({ kind: 'ask', question: id });
  else if ('url' in where) askOnPage(config, question, where.url);
  return id;
}

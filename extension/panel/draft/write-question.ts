// The texts of a question, as they are typed.

import * as z from 'zod/mini';
import type { Config } from '../../../shared/schema/config.ts';
import { putWords } from './put-words.ts';

const text = z.string();
export const QuestionSpot = z.object({
  of: z.literal('question'),
  id: text,
  field: z.enum(['name', 'ask', 'purpose', 'thanks', 'low', 'high', 'label']),
  /** where the words are written by language */
  language: z.optional(text),
  /** whose label: the value of one of the answers */
  option: z.optional(text),
});
type QuestionSpot = z.infer<typeof QuestionSpot>;

/** Edits in place, for immer. Gone meanwhile, or answered otherwise: nothing happens. */
export function writeQuestion(
  config: Config,
  { id, field, language, option }: QuestionSpot,
  text: string,
): void {
  const question = config.questions?.find((one) => one.id === id);
  if (!question) return;
  const { answer } = question;
  switch (field) {
    case 'name':
      question.name = text;
      return;
    case 'thanks': {
      const thanks = putWords(question.thanks ?? '', language, text);
      // without them it says its own
      if (thanks === '') delete question.thanks;
      else question.thanks = thanks;
      return;
    }
    case 'ask':
    case 'purpose':
      question[field] = putWords(question[field], language, text);
      return;
    case 'low':
    case 'high':
      if (answer.kind === 'scale') answer[field] = putWords(answer[field], language, text);
      return;
    case 'label': {
      const one = answer.kind === 'choice' && answer.options.find(({ value }) => value === option);
      if (one) one.label = putWords(one.label, language, text);
    }
  }
}

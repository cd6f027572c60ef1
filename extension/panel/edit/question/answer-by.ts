// The ways in which a question can be answered, and what an answer becomes in another of them. Pure.

import type { Answer } from '../../../../shared/schema/question.ts';
import { t } from '../../../../shared/words/t.ts';

export type By = 'one' | 'many' | 'number';

export function byOf(answer: Answer): By {
  if (answer.kind === 'scale') return 'number';
  return answer.many ? 'many' : 'one';
}

/** Answers that were written stay where they can. */
export function answerBy(answer: Answer, by: By): Answer {
  if (by === 'number')
    return answer.kind === 'scale'
      ? answer
      : { kind: 'scale', from: 1, to: 5, low: t`Not at all`, high: t`Very` };
  const options =
    answer.kind === 'choice'
      ? answer.options
      : [
          { value: 'yes', label: t`Yes` },
          { value: 'no', label: t`No` },
        ];
  return { kind: 'choice', options, ...(by === 'many' && { many: true }) };
}

// What differs between two states of a question, in words.

import type { Question } from '../../../shared/schema/question.ts';
import { plainWords } from '../../../shared/templates/segments-of.ts';
import { t } from '../../../shared/words/t.ts';
import type { Difference } from './compare-lists.ts';
import { isSame } from './is-same.ts';

/** Its fields as authors call them; the id is what it is told by. */
const FIELDS: Record<Exclude<keyof Question, 'id' | 'name'>, string> = {
  ask: t`what it asks`,
  purpose: t`why it is asked`,
  trait: t`the trait that the answer becomes`,
  answer: t`the answers`,
  thanks: t`the thanks`,
  again: t`when it is asked again`,
  keep: t`how long the answer is kept`,
};

/** Of one that is new, or gone. */
export const sayQuestion = (question: Question): string => t`question “${plainWords(question.ask)}”`;

/** @returns such as "Question “What brings you here?”: the answers changed." */
export function compareQuestion(old: Question, now: Question): Difference[] {
  const fields: (keyof typeof FIELDS)[] = ['ask', 'purpose', 'answer', 'thanks', 'trait', 'again', 'keep'];
  const changed = fields.filter((field) => !isSame(old[field], now[field])).map((field) => FIELDS[field]);
  // out of a tag it has no name
  if (old.name && now.name && old.name !== now.name) changed.unshift(t`its name`);
  if (!changed[0]) return [];
  const last = changed.pop();
  const all = [...(changed[0] ? [changed.join(', ')] : []), last].join(' and ');
  return [{ kind: 'changed', text: t`Question “${plainWords(now.ask)}”: ${all} changed.` }];
}

// What a goal that was picked on the page counts, in words; and how well it is known there.

import { t } from '../../../shared/words/t.ts';
import type { GoalPick } from '../../wire/goal-shapes.ts';
import { isLasting } from '../../wire/is-lasting.ts';

/** "Clicks on ‘Add to basket’", "Form ‘Newsletter’ sent": where a goal is named, its name stands in quotation marks. */
export function sayAct({ act, label, says }: Pick<GoalPick, 'act' | 'label' | 'says'>): string {
  if (act === 'submit') return label ? t`Form ‘${label}’ sent` : t`Form sent`;
  return label ? t`Clicks on ‘${label}’` : t`Clicks on the ${says}`;
}

export const sayFit = (count: number): string =>
  count === 1 ? t`1 element on this page fits` : t`${count} elements on this page fit`;

type Choice = GoalPick['choices'][0];

export function sayLasting(choice: Choice): string {
  if (isLasting(choice)) return t`found by something lasting`;
  return choice.target.text === undefined
    ? t`found by its place: may break with a redesign`
    : t`found by its words: counts until they change`;
}

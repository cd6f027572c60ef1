// What the panel must know of an element that was picked for a goal. Read while the page is as the site serves it.

import { t } from '../../../shared/words/t.ts';
import type { Act, GoalPick } from '../../wire/goal-shapes.ts';
import { sayPicked } from '../edit/describe-picked.ts';
import { seek } from '../edit/find-here.ts';
import { confirmingText, findTargets, type RankedTarget } from '../targets/find-targets.ts';

/** By its words alone: lasts as long as they do. */
const BY_WORDS = 0.5;

/** All that are of its kind and say the same, where there are others: each "Add to basket" of a list. */
function findAlike(element: Element): RankedTarget[] {
  const text = confirmingText(element);
  if (text === undefined || element.getRootNode() instanceof ShadowRoot) return [];
  const target = { css: CSS.escape(element.localName), text };
  return seek(target).length > 1 ? [{ target, stability: BY_WORDS }] : [];
}

function findRefusal(element: Element, act: Act): string | undefined {
  if (element.closest('[data-selvedge]'))
    return t`A change put this here. Pick something of the page itself.`;
  // https://developer.mozilla.org/en-US/docs/Web/API/Event/composed: a submit stays in its root
  if (act === 'submit' && element.getRootNode() instanceof ShadowRoot)
    return t`This form stands in a closed-off part of the page, and nobody outside hears when it is sent. Pick its button for clicks instead.`;
  return undefined;
}

export function describeGoal(element: Element, act: Act, name: string): GoalPick {
  const refused = findRefusal(element, act);
  const [alone] = refused ? [] : findTargets(element);
  const choices = alone
    ? [alone, ...(act === 'click' ? findAlike(element) : [])].map((one) => ({
        ...one,
        count: seek(one.target).length,
      }))
    : [];
  return {
    act,
    says: sayPicked(element),
    label: name,
    choices,
    ...(choices.length === 0 && {
      refused: refused ?? t`No selector finds this for good. Pick something near it.`,
    }),
  };
}

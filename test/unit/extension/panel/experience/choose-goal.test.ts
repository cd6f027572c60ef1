// What an experience is measured by, and who keeps the original then.

import { expect, test } from 'vitest';
import { chooseGoal } from '../../../../../extension/panel/experience/choose-goal.ts';
import type { Experience } from '../../../../../shared/schema/experience.ts';

const experience = (more: Partial<Experience> = {}): Experience => ({
  id: 'hero',
  name: 'Hero',
  status: 'live',
  pages: ['/'],
  variants: [{ id: 'a', name: 'A', segment: 'everyone', changes: [] }],
  ...more,
});

test.each<
  [what: string, before: Partial<Experience>, goal: string | null | undefined, after: Partial<Experience>]
>([
  ['a goal: a tenth keeps the original', {}, 'sale', { goal: 'sale', holdout: 0.1 }],
  ['a share that somebody chose stays', { holdout: 0.3 }, 'sale', { goal: 'sale', holdout: 0.3 }],
  ['nobody, said on purpose, stays', { holdout: 0 }, 'sale', { goal: 'sale', holdout: 0 }],
  ['nothing to count: nobody keeps it for that', {}, null, { goal: null }],
  ['not said any more: nor does anybody', { goal: 'sale', holdout: 0.1 }, undefined, {}],
  ['a goal before, nothing to count now', { goal: 'sale', holdout: 0.1 }, null, { goal: null }],
  ['a share of their own stays', { goal: 'sale', holdout: 0.3 }, null, { goal: null, holdout: 0.3 }],
  ['another goal: who keeps the original is what it was', { goal: 'sale' }, 'signup', { goal: 'signup' }],
])('%s', (_what, before, goal, after) => {
  const one = experience(before);
  chooseGoal(one, goal);
  expect(one).toEqual(experience(after));
});

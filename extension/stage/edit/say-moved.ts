// Tells the panel where an author moved an element on the page; the draft changes there.

import { t } from '../../../shared/words/t.ts';
import { tell } from '../../wire/news.ts';
import { findTargets } from '../targets/find-targets.ts';
import type { Choice } from './choice.ts';
import type { Spot } from './mover.ts';
import type { Overlay } from './overlay.ts';
import type { PlainPage } from './plain-page.ts';

/** @param spot where it goes; none is where the page has it */
export function sayMoved(
  element: Element,
  spot: Spot | undefined,
  overlay: Overlay,
  choice: Choice,
  page: PlainPage,
): void {
  const picked = choice.describe(element);
  const to = spot && page.plainly(() => findTargets(spot.beside)[0]?.target);
  if (picked.choices.length === 0 || (spot && !to))
    overlay.outline('picked', element, t`No selector finds that place for good`);
  else tell('edit', { kind: 'moved', picked, ...(to && { to }), position: spot?.position ?? 'after' });
}

// Tells the panel what an author did to an element on the page; the draft changes there.

import { collapse } from '../../../shared/engine/collapse.ts';
import { inLanguage } from '../../../shared/grammar/words-for.ts';
import { tell } from '../../wire/news.ts';
import { findTargets } from '../targets/find-targets.ts';
import type { Choice } from './choice.ts';
import { seek } from './find-here.ts';
import type { Spot } from './mover.ts';
import type { Overlay } from './overlay.ts';
import type { PlainPage } from './plain-page.ts';

/** Lets the text be edited in place; it is told when it came out as another. */
export async function sayWritten(
  element: Element,
  overlay: Overlay,
  choice: Choice,
  page: PlainPage,
): Promise<void> {
  const picked = choice.describe(element);
  if (!picked.isPlain || picked.choices.length === 0) {
    overlay.outline('picked', element, 'More than text is in here: change it in the panel');
    return;
  }
  // what was written before, with its tokens, not what they came out as
  const known = page
    .changes()
    .find((change) => change.kind === 'text' && page.plainly(() => seek(change.target)).includes(element));
  const said = known && inLanguage(known, picked.language);
  const before = said?.kind === 'text' ? said.value : picked.text;
  const value = await overlay.write(element, before);
  if (value !== undefined && collapse(value) !== collapse(before))
    tell('edit', { kind: 'wrote', value, picked });
}

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
    overlay.outline('picked', element, 'No selector finds that place for good');
  else tell('edit', { kind: 'moved', picked, ...(to && { to }), position: spot?.position ?? 'after' });
}

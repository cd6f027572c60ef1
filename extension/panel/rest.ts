// The stores that no view opens with: what is edited, merged, published and made up. They start as soon as the panel is
// there, in the order in which they build on each other; whatever is shown later waits for them (kit/later.tsx).

import { liveHere } from './draft/live-here.ts';
import { merging } from './draft/merging.ts';
import { onPage } from './edit/on-page.ts';
import { goalPick } from './experience/goal-pick.ts';
import { tabs } from './experience/open-tabs.ts';
import { holdStill } from './kit/hold-still.ts';
import { loadLearned } from './kit/learned-later.ts';
import { approvalHere } from './publish/approval-here.ts';
import { peopleHere } from './see/people.ts';
import { sweepTour } from './tour/sweep-tour.ts';

/** @returns once all is there that parts rely on */
export function startRest(signal: AbortSignal): Promise<void> {
  merging.start(signal);
  liveHere.start(signal);
  approvalHere.start(signal);
  tabs.start(signal);
  goalPick.start(signal);
  onPage.start(signal);
  peopleHere.start(signal);
  sweepTour.start(signal);
  holdStill(signal);
  return loadLearned();
}

// The element of the page that a change is about, or is put beside; none of what lies over the page, or is about all of it.

import type { Change } from '../../shared/schema/change.ts';
import type { Target } from '../../shared/schema/target.ts';

export function findTarget(change: Change): Target | undefined {
  if (change.kind === 'block' || change.kind === 'ask')
    return typeof change.place === 'object' ? change.place.target : undefined;
  return 'target' in change ? change.target : undefined;
}

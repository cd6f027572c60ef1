// Whether a change may be shown on an element that its target means, where the target itself does not say that.

import { matches } from '../../shared/dom/native.ts';
import { REFUSED } from '../../shared/dom/refused.ts';
import { canTake } from '../../shared/dom/takes.ts';
import type { Paintable } from './paintable.ts';

export const mayChange = (change: Paintable, element: Element): boolean =>
  !matches(element, REFUSED) && canTake(change, element);

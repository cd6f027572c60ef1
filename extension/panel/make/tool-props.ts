// What every tool for a picked element is given.

import type { Change } from '../../../shared/schema/change.ts';
import type { Target } from '../../../shared/schema/target.ts';
import type { Picked } from '../../lib/draft/edit-shapes.ts';

export interface ToolProps {
  picked: Picked;
  target: Target;
  /** what the variant makes of it already */
  now: Change | undefined;
  add(change: Change, what: string): void;
}

// Puts a change into a variant: in place of the one that says the same about the same element, or at the end.

import { slotOf } from '../../../shared/engine/aspect.ts';
import type { Change } from '../../../shared/schema/change.ts';
import { noteOff } from '../draft/notes.ts';

/** Whether one of them takes the place of the other. Blocks never do: any number of them may stand beside an element. */
export const isReplacing = (one: Change, other: Change): boolean =>
  'target' in one && one.kind !== 'insert' && slotOf(one) === slotOf(other);

/** Edits the list in place, for immer. What was turned off is on again; its name and place stay. */
export function putChange(changes: Change[], change: Change): void {
  const index = changes.findIndex((one) => isReplacing(one, change));
  const old = changes[index];
  if (!old) changes.push(change);
  else {
    const said: { kind: string; target?: unknown } = { ...change };
    delete said.target;
    for (const key of Object.keys(old))
      if (key !== 'target' && key !== '$name' && !(key in said)) Reflect.deleteProperty(old, key);
    Object.assign(old, said);
    noteOff(old, false);
  }
}

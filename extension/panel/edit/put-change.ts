// Puts a change into a variant: in place of the one that says the same about the same element, or at the end.

import type { Change } from '../../../shared/schema/change.ts';
import { noteOff } from '../draft/notes.ts';

/** Whether two changes say the same about the same element, so that one takes the place of the other. */
export function isSameAspect(a: Change, b: Change): boolean {
  const isContent = ({ kind }: Change) => kind === 'text' || kind === 'html';
  if (a.kind !== b.kind && !(isContent(a) && isContent(b))) return false;
  if (a.kind === 'insert' || !('target' in a) || !('target' in b)) return false;
  if (a.target.css !== b.target.css || a.target.text !== b.target.text) return false;
  if (`${a.target.within}` !== `${b.target.within}`) return false;
  if (a.kind === 'style' && b.kind === 'style') return a.media === b.media;
  if (a.kind === 'attribute' && b.kind === 'attribute') return a.name === b.name;
  return true;
}

/** Edits the list in place, for immer. What was turned off is on again; its name and place stay. */
export function putChange(changes: Change[], change: Change): void {
  const index = changes.findIndex((one) => isSameAspect(one, change));
  const old = changes[index];
  if (!old) changes.push(change);
  else {
    const { target: _target, ...said } = change as Extract<Change, { target: unknown }>;
    for (const key of Object.keys(old))
      if (!/^(target|\$name)$/.test(key) && !(key in said)) delete (old as Record<string, unknown>)[key];
    Object.assign(old, said);
    noteOff(old, false);
  }
}

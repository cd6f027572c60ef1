// One change that a first paint shows. It was judged when it was published: here its tokens are filled, its markup is
// built and its picture asked for.

import type { Said } from '../../shared/dom/claim.ts';
import { make } from '../../shared/dom/native.ts';
import type { ChangeId } from '../../shared/dom/painted.ts';
import type { Fill, PaintParts } from './paint-parts.ts';
import type { Paintable, PaintEdit } from './paintable.ts';
import { refuse } from './refuse.ts';

let count = 0;

/** @param again see `Said` */
export function createEdit(
  id: ChangeId,
  change: Paintable,
  { grow = refuse, askPicture = refuse }: PaintParts,
  fill: Fill,
  again: Said['again'],
): PaintEdit {
  const edit: PaintEdit = {
    id,
    change,
    mark: `data-selvedge-now-${++count}`,
    isMarked: false,
    isBad: false,
    css: '',
    text: 'value' in change ? fill(change.value ?? '') : '',
    roots: [],
    claims: new Map(),
    // whoever takes over says what cannot be
    problem() {},
    again,
  };
  if ('nodes' in change) {
    edit.html = make('div');
    grow(edit.html, change.nodes, fill);
  }
  if ('src' in change) edit.picture = askPicture(change);
  return edit;
}

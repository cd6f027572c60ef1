// One change that a first paint shows. It was judged when it was published: here its tokens are filled, its markup is
// built and its picture asked for.

import type { Said } from '../../shared/dom/claim.ts';
import { make } from '../../shared/dom/native.ts';
import type { ChangeId } from '../../shared/dom/painted.ts';
import { canDress } from '../../shared/dom/scratch.ts';
import type { Fill, Paintable, PaintEdit, PaintParts } from './paint-parts.ts';
import { refuse } from './refuse.ts';

let count = 0;

/** Makes its rule, by the selector or by the mark. */
export function writeRule(edit: PaintEdit, { ruleText = refuse }: PaintParts): void {
  const { change, isMarked, mark } = edit;
  switch (change.kind) {
    case 'css':
      edit.css = change.css;
      return;
    case 'style':
      edit.css = ruleText(isMarked ? `[${mark}]` : change.target.css, change.css, change.media);
      return;
    case 'hide':
      edit.css = ruleText(isMarked ? `[${mark}]` : change.target.css, 'display:none!important');
      return;
    default:
  }
}

/** @param again see `Said` */
export function createEdit(
  id: ChangeId,
  change: Paintable,
  parts: PaintParts,
  fill: Fill,
  again: Said['again'],
): PaintEdit {
  const { grow = refuse, askPicture = refuse } = parts;
  const isDressed = change.kind === 'style' || change.kind === 'hide';
  const edit: PaintEdit = {
    id,
    change,
    mark: `data-selvedge-now-${++count}`,
    isMarked: isDressed && change.target.text !== undefined,
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
  if ('css' in change || isDressed) edit.isBad = !canDress(edit);
  writeRule(edit, parts);
  return edit;
}

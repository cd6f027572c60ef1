// One change that a first paint shows. It was judged when it was published: here its tokens are filled, its markup is
// built and its picture asked for.

import type { Claim, Said } from '../../shared/dom/claim.ts';
import { make } from '../../shared/dom/native.ts';
import type { ChangeId } from '../../shared/dom/painted.ts';
import type { Prepared } from '../../shared/dom/prepared.ts';
import { canDress } from '../../shared/dom/scratch.ts';
import type { Root } from '../../shared/dom/wear.ts';
import { type Parts, refuse } from './parts.ts';

/** A change of this page: a redirect leaves it. */
export type Paintable = Exclude<Prepared, { kind: 'redirect' }>;

export interface PaintEdit extends Said {
  id: ChangeId;
  change: Paintable;
  /** Its elements are marked for its rule: the selector alone would say too much. */
  isMarked: boolean;
  /** Cannot be shown. */
  isBad: boolean;
  /** In which its rules count. */
  roots: Root[];
  claims: Map<Element, Claim<PaintEdit>>;
  /** The requested picture, kept alive. */
  picture?: HTMLImageElement | undefined;
}

let count = 0;

/** Replaces tokens by text. */
export type Fill = (template: string) => string;

/** Makes its rule, by the selector or by the mark. */
export function writeRule(edit: PaintEdit, { ruleText = refuse }: Parts): void {
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
  parts: Parts,
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

// Rules of a first paint, where its changes need some: which they are, and which are in force. One adopted sheet for each
// document or shadow root, as wear.ts has it. A page that takes it away without a change to its tree is noticed by whoever
// takes over.

import { BASE } from '../../shared/dom/base-rules.ts';
import { CSSStyleSheet } from '../../shared/dom/native.ts';
import { ruleText } from '../../shared/dom/rule.ts';
import { hasSheets } from '../../shared/dom/scratch.ts';
import type { Root } from '../../shared/dom/wear.ts';
import type { PaintEdit, Worn } from './paintable.ts';

/** Of so many elements the selector alone would say too much: they are marked. */
const MANY = 99;

/**
 * Makes the rule of a change that is shown by one, for its selector or for a mark on its elements.
 *
 * @param found how many elements it has
 * @returns whether that is all there is to do: its elements are the browser's business
 */
export function writeRule(edit: PaintEdit, found: number): boolean {
  const { change, isMarked, mark, css } = edit;
  if (change.kind === 'css') edit.css = change.css;
  else if (change.kind === 'style' || change.kind === 'hide') {
    const { target } = change;
    edit.isMarked = isMarked || target.text !== undefined || found > MANY;
    const selector = edit.isMarked ? `[${mark}]` : target.css;
    if (!css || isMarked !== edit.isMarked)
      edit.css =
        change.kind === 'hide'
          ? ruleText(selector, 'display:none!important')
          : ruleText(selector, change.css, change.media);
  } else return false;
  edit.isBad = !hasSheets();
  return !edit.isMarked;
}

/** Brings all sheets up to date; the earliest edit comes last and wins. */
export function wearRules(worn: Worn, edits: PaintEdit[]): void {
  if (!hasSheets()) return;
  const texts = new Map<Root, string>();
  for (const { roots, css } of edits)
    for (const root of roots) texts.set(root, css + (texts.get(root) ?? ''));
  for (const [root, text] of texts) {
    const at = worn.get(root) ?? { sheet: new CSSStyleSheet() };
    const { sheet } = at;
    worn.set(root, at);
    if (at.css !== text) {
      at.css = text;
      sheet.replaceSync(BASE + text);
    }
    if (!root.adoptedStyleSheets.includes(sheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}

/** Puts them out of force. */
export function takeOff(worn: Worn): void {
  for (const [root, { sheet }] of worn)
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
}

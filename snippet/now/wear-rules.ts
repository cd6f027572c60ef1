// Rules of a first paint in force: one adopted sheet for each document or shadow root, as wear.ts has it. A page that
// takes it away without a change to its tree is noticed by whoever takes over.

import { BASE } from '../../shared/dom/base-rules.ts';
import { CSSStyleSheet } from '../../shared/dom/native.ts';
import { hasSheets } from '../../shared/dom/scratch.ts';
import type { Root } from '../../shared/dom/wear.ts';
import type { PaintEdit } from './paint-parts.ts';

export type Worn = Map<Root, { sheet: CSSStyleSheet; css?: string }>;

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

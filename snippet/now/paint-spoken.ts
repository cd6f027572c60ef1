// Paints where words are by language: in the page's own, and anew in its next one, as a page may say only while it is being
// built which language it is in.

import { MutationObserver } from '../../shared/dom/native.ts';
import type { Painted } from '../../shared/dom/painted.ts';
import type { Given } from '../../shared/engine/lines/entry.ts';
import { inLanguage } from '../../shared/grammar/words-for.ts';
import { paint } from './paint.ts';
import type { Fill, PaintParts } from './paint-parts.ts';
import { readChanges } from './read-changes.ts';

/** As `paint`. */
export function paintSpoken(given: Given[], table: string, parts: PaintParts, fill: Fill): Painted {
  let language = '';
  // as `readLanguage` (translated.ts) does, which for this would be a piece of its own in every paint
  const begin = (): Painted => {
    language = document.documentElement.lang;
    return paint(given, table, parts, fill, (...of) =>
      readChanges(...of).map((change) => (change && inLanguage(change, language)) || 0),
    );
  };
  let painted = begin();
  const observer = new MutationObserver(() => {
    // in the moment of a write the page may take its root out
    const root: HTMLElement | null = document.documentElement;
    if (!root || root.lang === language) return;
    painted.undo();
    painted = begin();
  });
  observer.observe(document.documentElement, { attributeFilter: ['lang'] });
  const end = (how: 'stop' | 'undo') => () => {
    observer.disconnect();
    painted[how]();
  };
  return {
    get edits() {
      return painted.edits;
    },
    get worn() {
      return painted.worn;
    },
    stop: end('stop'),
    undo: end('undo'),
  };
}

// A sentence with elements inside, in the browser's language: tJsx`Only ${<b>{name}</b>} sees it.` Where an element
// stands in the sentence is the language's own.

import type { ComponentChild } from 'preact';
import { translate } from '../../../shared/words/t.ts';

export function tJsx(parts: TemplateStringsArray, ...values: ComponentChild[]): ComponentChild[] {
  // every second piece is the number of a value
  return translate(parts)
    .split(/\{(\d+)\}/)
    .map((piece, at) => (at % 2 === 1 ? values[Number(piece)] : piece));
}

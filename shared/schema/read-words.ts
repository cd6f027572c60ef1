// What a change says: the one answer for the checks, the advice and the panel.
import type { Words } from '../grammar/words-for.ts';
import type { Change } from './change.ts';

/** All words of a change, each with the path of the field that holds it. */
export function wordsIn(change: Change): { words: Words; field: string[] }[] {
  if (change.kind !== 'block') {
    const words = readWords(change);
    return words === undefined ? [] : [{ words, field: [change.kind === 'insert' ? 'html' : 'value'] }];
  }
  const { title, text, button, image } = change.fields;
  const all = [
    { words: title, field: ['fields', 'title'] },
    { words: text, field: ['fields', 'text'] },
    { words: button?.label, field: ['fields', 'button', 'label'] },
    { words: image?.alt, field: ['fields', 'image', 'alt'] },
  ];
  return all.flatMap(({ words, field }) => (words === undefined ? [] : [{ words, field }]));
}

/** The one text or html of a change, once or by language; undefined where it has none. */
export function readWords(change: Change): Words | undefined {
  switch (change.kind) {
    case 'text':
    case 'html':
      return change.value;
    case 'attribute':
      return change.value ?? undefined;
    case 'insert':
      return change.html;
    default:
      return undefined;
  }
}

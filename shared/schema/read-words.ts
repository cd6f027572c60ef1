// What a change says: the one answer for the checks, the advice and the panel.
import type { Words } from '../grammar/words-for.ts';
import type { Change } from './change.ts';

/** The words of a change, once or by language; undefined where it has none. */
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

// What a language of the visitor's view holds: its sentences, and the engine's for its reasons.
import type { Words } from '../../../shared/engine/words.ts';
import type { STRINGS } from '../strings.ts';

export interface Language {
  strings: { [key in keyof typeof STRINGS]: string };
  reasons: Words;
}

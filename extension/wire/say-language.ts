// What a language is called: "German", "Austrian German"; "all other languages" for `*`.

import { OTHERS } from '../../shared/grammar/words-for.ts';

export function sayLanguage(key: string): string {
  if (key === OTHERS) return 'all other languages';
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(key) ?? key;
  } catch {
    // no tag at all
    return key;
  }
}

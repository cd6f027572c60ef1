// What a language is called: "German", "Austrian German"; "all other languages" for `*`.

import { OTHERS } from '../../shared/grammar/words-for.ts';
import { readLocale } from '../../shared/words/locale.ts';
import { t } from '../../shared/words/t.ts';

export function sayLanguage(key: string): string {
  if (key === OTHERS) return t`all other languages`;
  try {
    return new Intl.DisplayNames([readLocale()], { type: 'language' }).of(key) ?? key;
  } catch {
    // no tag at all
    return key;
  }
}

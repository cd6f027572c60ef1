// In which language numbers, dates and lists are written: that of the sentences around them.

import { findMessages } from './messages.ts';

/** The language of the sentences, as it stands in its catalog: "en", "de". */
export const readLanguage = (): string => findMessages()?.getMessage('language') || 'en';

/** A BCP 47 tag: the browser's own where the sentences are in its language ("en-GB"), else theirs; "en" in a terminal. */
export function readLocale(): string {
  const language = readLanguage();
  const own = findMessages()?.getUILanguage() ?? language;
  return own.split('-')[0] === language ? own : language;
}

// A sentence within another: "Ordered" becomes "ordered". German, whose nouns are written large, keeps it as it is.

import { readLocale } from './locale.ts';

export const inSentence = (text: string): string =>
  readLocale().startsWith('en') ? text.charAt(0).toLowerCase() + text.slice(1) : text;

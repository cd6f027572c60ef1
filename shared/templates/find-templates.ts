// Which templates are meant by what somebody looks for: by our words, and by those of a marketer's trade.

import { GALLERY } from './gallery.ts';
import { GROUP_NAMES } from './group-names.ts';
import { isMeant } from './is-meant.ts';
import type { Template } from './template.ts';
import { TEXTS } from './texts.ts';
import { TRADE_WORDS } from './trade-words.ts';

/** @param wanted words in any order, the last perhaps not typed to its end @returns all, where nothing is wanted */
export const findTemplates = (wanted: string): Template[] =>
  GALLERY.filter(({ id, group }) => {
    const text = TEXTS[id];
    return isMeant(wanted, `${text?.name} ${text?.sentence} ${TRADE_WORDS[id]} ${GROUP_NAMES[group]}`);
  });

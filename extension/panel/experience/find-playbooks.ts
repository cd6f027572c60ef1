// Which playbooks are meant by what somebody looks for, and which of them suit what has happened here.

import { getTemplate } from '../../../shared/templates/gallery.ts';
import { isMeant } from '../../../shared/templates/is-meant.ts';
import { TEXTS } from '../../../shared/templates/texts.ts';
import { TRADE_WORDS } from '../../../shared/templates/trade-words.ts';
import type { Survey } from '../../wire/survey-shapes.ts';
import { PLAYBOOKS, type Playbook } from './playbooks.ts';

export interface Offer {
  playbook: Playbook;
  /** what it needs and this browser has seen here: a reason to begin with it */
  seen: string[];
  /** what it needs and this browser has not seen here */
  missing: string[];
}

/**
 * @param wanted words in any order; all where nothing is wanted
 * @param events names of the events that this browser has seen here
 * @param page those that find nothing on it to change are left out
 * @returns what has been seen here first
 */
export function findPlaybooks(wanted: string, events: ReadonlySet<string>, page: Survey): Offer[] {
  const offers = PLAYBOOKS.filter(
    ({ name, does, words, segment, changes }) =>
      isMeant(wanted, `${name} ${does} ${words} ${TEXTS[segment]?.name} ${TRADE_WORDS[segment]}`) &&
      changes(page).length > 0,
  ).map((playbook): Offer => {
    const { needs } = getTemplate(playbook.segment);
    const missing = needs.filter((need) => !events.has(need));
    // what would end it (a purchase) need not have happened
    return { playbook, seen: needs.filter((need) => events.has(need)), missing };
  });
  return offers.sort((a, b) => b.seen.length - a.seen.length || a.missing.length - b.missing.length);
}

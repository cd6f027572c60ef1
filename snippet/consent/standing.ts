// Who may say what about remembering this visitor, and what follows: one table.
//
// Every source has one word, its last, and the standing follows from all words together: a denial outweighs a grant,
// a grant a doubt, a doubt an assumption. So the order in which sources speak makes nothing milder, and a source can
// only take back what it said itself; `endsBy` holds the exceptions, all of them acts of the visitor.
//
// | source  | who                                     | may say                     | an act is                                  |
// | ------- | --------------------------------------- | --------------------------- | ------------------------------------------ |
// | owner   | `data-consent`, the config              | denied assumed              |                                            |
// | file    | localStorage, by an earlier page or tab | denied granted              |                                            |
// | own     | the same, where the visitor said it to this site | denied granted     |                                            |
// | gpc gpp | Global Privacy Control, US opt-outs     | denied                      | an opt-out made on this page               |
// | site    | `consent()`                             | denied granted              | said after somebody touched the page       |
// | visitor | the mirror, `optOut()`                  | denied granted              | always                                     |
// | event   | `selvedge:consent`                      | denied granted              | takes its own denial on this page back, after a touch |
// | mode    | Consent Mode                            | denied granted doubted assumed | as `event`, by the same tool            |
// | tcf     | IAB TCF                                 | denied granted doubted assumed | `useractioncomplete` after its dialog   |

import type { Denial, OnFile, StoredConsent } from '../remember/grant.ts';

/** `waiting` keeps everything on this page; `denied` keeps nothing. */
export type Standing = StoredConsent | 'waiting' | 'denied';
export type Source = 'owner' | 'file' | 'own' | 'gpc' | 'gpp' | 'site' | 'visitor' | 'event' | 'mode' | 'tcf';
/** `assumed` no answer is needed here · `doubted` one is needed, and not there yet */
export type Word = 'denied' | 'granted' | 'doubted' | 'assumed';

export interface Said {
  by: Source;
  word: Word;
  /** Whether the visitor did something just now that this source can vouch for; else it may be on its file. */
  isAct?: boolean | undefined;
}
export type Words = Readonly<Partial<Record<Source, Word>>>;

/** Whose denials an act ends. Which tool a denial on file came from, nobody knows; that it was one, the file says. */
const endsBy = (by: Source, source: Source) =>
  by === 'visitor' ||
  source === by ||
  source === 'file' ||
  (by === 'site' && (source === 'owner' || source === 'event' || source === 'own'));
/** Signals of the browser and of US sections: obeyed, but not written down, and a grant by the visitor outweighs them. */
const isSignal = (source: Source) => source === 'gpc' || source === 'gpp';
const isLasting = (source: Source, word: Word) =>
  word === 'denied' && source !== 'owner' && !isSignal(source);
/** Whether what the source says was said by the visitor to this site itself. A tool's on file is the tool's. */
const isOwn = (source: Source) => source === 'own' || source === 'site' || source === 'visitor';

const entriesOf = (words: Words) => Object.entries(words) as [Source, Word][];

const without = (words: Words, isGone: (source: Source, word: Word) => unknown): Words =>
  Object.fromEntries(entriesOf(words).filter(([source, word]) => !isGone(source, word)));

/** The words after `said`. */
export function hear(words: Words, { by, word, isAct }: Said): Words {
  const own = words[by];
  const isDenied = own === 'denied';
  switch (word) {
    case 'denied':
      // an opt-out made just now is later than any grant
      return {
        ...(isAct && isSignal(by)
          ? without(words, (source, its) => its === 'granted' && isOwn(source))
          : words),
        [by]: word,
      };
    case 'granted': {
      if (isDenied && !isAct) return words;
      const ended = (source: Source, its: Word) =>
        isAct && its === 'denied' && !isSignal(source) && endsBy(by, source);
      return { ...without(words, ended), [by]: word };
    }
    case 'doubted':
    case 'assumed':
      // a default, or a tool that begins anew, says nothing against an answer
      return isDenied || own === 'granted' ? words : { ...words, [by]: word };
  }
}

/** Whether the visitor has granted it to this site itself, here or on an earlier page. */
export const isOwnGrant = (words: Words): boolean =>
  entriesOf(words).some(([source, word]) => word === 'granted' && isOwn(source));

/** @param isHonoured whether signals count as denials */
export function standingOf(words: Words, isHonoured: boolean): Standing {
  const outweighed = !isHonoured || isOwnGrant(words);
  const said = Object.values(without(words, (source) => isSignal(source) && outweighed));
  if (said.includes('denied')) return 'denied';
  if (said.includes('granted')) return 'granted';
  if (said.includes('doubted')) return 'waiting';
  return said.includes('assumed') ? 'implied' : 'waiting';
}

/** Who has denied for good: that is written down. A signal, and a tag that says so, come with each page. */
export function markOf(words: Words): Denial | undefined {
  const lasting = entriesOf(words).filter(([source, word]) => isLasting(source, word));
  return lasting[0] && { consent: 'denied', isOwn: lasting.some(([source]) => isOwn(source)) };
}

/** What is on file now. Who granted there has taken back what was denied before; an empty file proves nothing. */
export function reread(words: Words, { consent, isOwn }: OnFile): Words {
  const kept = without(words, (source, word) =>
    source === 'file' || source === 'own'
      ? consent || word === 'granted'
      : consent && consent !== 'denied' && isLasting(source, word),
  );
  return consent && consent !== 'implied' ? { ...kept, [isOwn ? 'own' : 'file']: consent } : kept;
}

/**
 * Back to the default: what was said to this site is forgotten, what a consent tool says of this page stands.
 * @param isIn with `optIn()` also a tool's denial ends; nothing is granted by that
 */
export const forget = (words: Words, isIn?: boolean): Words =>
  without(
    words,
    (source, word) =>
      isOwn(source) || source === 'file' || source === 'event' || (isIn && isLasting(source, word)),
  );

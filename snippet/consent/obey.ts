// Does what follows from what was said: erases, withholds or keeps, and takes the page back or begins it again.

import { isSameGrant } from '../remember/grant.ts';
import type { Visitor } from '../remember/visitor-api.ts';
import type { Consent } from './consent.ts';
import type { Said, Source } from './standing.ts';

export interface Page {
  /** Whether nothing of an earlier page was there when this one began: then all that is stored is its own. */
  isFirst: boolean;
  /** Whether some of it was stored. */
  isStored(): boolean;
  /** Decides again. */
  refresh(): void;
  /** Begins the page once more, for somebody of whom nothing is known yet. */
  reopen(): void;
}

/**
 * @param running the page; false before the start, in a preview and on standby, where only denials have consequences
 * @param close takes back everything that was shown
 * @returns what hears each word; it resolves when storage is as the word wants it
 */
export function createObey(
  consent: Consent,
  visitor: Visitor,
  running: () => Page | false,
  close: () => void,
): (said: Said) => Promise<void> {
  /** What each source has said last, a yes of either kind as one; a doubt says nothing against an answer. */
  const last: { [source in Source]?: 'yes' | 'denied' | undefined } = {};
  return async (said) => {
    const { by, word, isAct } = said;
    const isYes = word === 'granted' || word === 'assumed';
    const answer = isYes ? 'yes' : word === 'denied' ? word : last[by];
    const isNews = isAct || last[by] !== answer || by === 'site' || by === 'visitor';
    last[by] = answer;
    consent.hear(said);
    const standing = consent.standing();
    const isOff = visitor.mode() === 'off';
    const page = running();
    switch (standing) {
      case 'denied': {
        if (word !== 'denied' && isOff) return;
        const erased = visitor.erase(consent.mark());
        close();
        await erased;
        return;
      }
      case 'waiting':
        if (!page) return;
        if (visitor.grant() && !isOff) {
          // what this page alone has stored was stored too early; what earlier pages stored waits for an answer
          const isLost = page.isFirst && page.isStored();
          visitor.begin(undefined, page.isFirst ? 'erase' : 'withhold');
          if (isLost) page.reopen();
          else page.refresh();
        }
        return;
      case 'granted':
      case 'implied': {
        const grant = consent.grant();
        if (!page || !grant || (isSameGrant(grant, visitor.grant()) && !isOff)) return;
        // whoever was forgotten on this page stays that, whatever a tool repeats or takes up anew
        if (isOff && !(isNews && isYes)) return;
        const kept = visitor.keep(grant);
        if (isOff) page.reopen();
        else page.refresh();
        await kept;
      }
    }
  };
}

/** On a page that a preview link shows nothing is kept, so there is nothing to obey but who wants all to be gone. */
export function createObeyVisitor(consent: Consent, visitor: Visitor): (said: Said) => Promise<void> {
  return async (said) => {
    if (said.by !== 'visitor') return;
    consent.hear(said);
    if (said.word === 'denied') await visitor.erase(consent.mark());
  };
}

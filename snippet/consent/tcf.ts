// What an IAB TCF consent tool says: purposes 1 (store on the device), 5 and 6 (profiles for content, content by them).
//
// It calls back when its answer is loaded, when its dialog is shown and when the visitor has answered there. A new
// listener is told the last of these first, so that alone proves no act; nor does an answer that is repeated.
//
// https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20CMP%20API%20v2.md

import type { Said, Word } from './standing.ts';

interface TcData {
  eventStatus?: string;
  /** undefined while the tool does not know */
  gdprApplies?: boolean | null;
  purpose?: { consents?: Record<number, unknown> };
}

/** @returns what hears one listener's calls; each function that is asked gets its own */
export function createTcf(say: (said: Said) => unknown): (data: unknown, ok: unknown) => void {
  /** Whether the dialog was shown and not answered yet. */
  let isShown = false;
  let last: Word | undefined;
  return (data, ok) => {
    if (!ok || !data || typeof data !== 'object') return;
    const { eventStatus, gdprApplies, purpose } = data as TcData;
    const isAnswer = eventStatus === 'useractioncomplete';
    isShown ||= eventStatus === 'cmpuishown';
    const all = [1, 5, 6].every((number) => purpose?.consents?.[number] === true);
    let word: Word = all ? 'granted' : 'denied';
    if (gdprApplies === false) word = 'assumed';
    else if (eventStatus === 'cmpuishown' || (gdprApplies == null && !isAnswer)) word = 'doubted';
    say({ by: 'tcf', word, isAct: isAnswer && (isShown || last === 'denied') });
    if (word !== 'doubted') last = word;
    if (isAnswer) isShown = false;
  };
}

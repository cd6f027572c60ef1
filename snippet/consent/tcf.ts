// What an IAB TCF consent tool says: purposes 1 (store on the device), 5 and 6 (profiles for content, content by them).
//
// It calls back when its answer is loaded, when its dialog is shown and when the visitor has answered there. A new
// listener is told the last of these first, so that alone proves no act; nor does an answer that is repeated.
//
// https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20CMP%20API%20v2.md

import type { Said, Word } from './standing.ts';

/** As far as it is read; whatever a tool hands over, it may be. */
interface TcData {
  eventStatus?: unknown;
  /** undefined while the tool does not know */
  gdprApplies?: unknown;
  /** `consents` in it: by a purpose's number */
  purpose?: unknown;
}

/** @returns what hears one listener's calls; each function that is asked gets its own */
export function createTcf(say: (said: Said) => unknown): (data: unknown, ok: unknown) => void {
  /** Whether the dialog was shown and not answered yet. */
  let isShown = false;
  let last: Word | undefined;
  return (data, ok) => {
    if (!ok || !data || typeof data !== 'object') return;
    const { eventStatus, gdprApplies, purpose }: TcData = Object(data);
    const { consents }: { consents?: unknown } = Object(purpose);
    const given: Record<number, unknown> = Object(consents);
    const isAnswer = eventStatus === 'useractioncomplete';
    isShown ||= eventStatus === 'cmpuishown';
    const all = [1, 5, 6].every((number) => given[number] === true);
    let word: Word = all ? 'granted' : 'denied';
    if (gdprApplies === false) word = 'assumed';
    else if (eventStatus === 'cmpuishown' || (gdprApplies == null && !isAnswer)) word = 'doubted';
    say({ by: 'tcf', word, isAct: isAnswer && (isShown || last === 'denied') });
    if (word !== 'doubted') last = word;
    if (isAnswer) isShown = false;
  };
}

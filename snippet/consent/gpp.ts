// What an IAB GPP consent tool says of US states: who opts out of sale, sharing or targeted advertising there, or has a
// browser that asks so, is heard as if by Global Privacy Control.
//
// Read are the sections that are handed over parsed (`usnat`, and one for each state). Not read: the encoded string, the
// older `uspv1`, and sections of other places; TCF speaks for Europe. Nothing is written down of it, so an opt-out that is
// taken back counts no more from the next page on.
//
// https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform/blob/main/Core/CMP%20API%20Specification.md

import { toJson } from '../../shared/engine/native.ts';
import type { Said } from './standing.ts';

/** As far as it is read; whatever a tool hands over, it may be. */
interface Ping {
  signalStatus?: unknown;
  cmpDisplayStatus?: unknown;
  parsedSections?: unknown;
}

/**
 * Whether any US section opts out: 1 is yes, 2 no, 0 "does not apply". Undefined where there is none. A section is one
 * object, or its parts as a list: the browser's signal stands in a part of its own.
 */
function optsOut(sections: unknown): boolean | undefined {
  const us = Object.entries(sections ?? {}).filter(([name]) => /^us(?!pv)/.test(name));
  return us[0] && /"((Sale|Sharing|TargetedAdvertising)OptOut|Gpc)":"?(1\b|true)/i.test(toJson(us));
}

/** @returns what hears the answers to `ping` and the events of one function */
export function createGpp(say: (said: Said) => unknown): (data: unknown) => void {
  let isShown = false;
  let last: boolean | undefined;
  return (data) => {
    const { pingData }: { pingData?: unknown } = Object(data);
    const { cmpDisplayStatus, signalStatus, parsedSections }: Ping = Object(pingData ?? data);
    isShown ||= cmpDisplayStatus === 'visible';
    if (signalStatus === 'not ready') return;
    const isOut = optsOut(parsedSections);
    if (isOut === undefined || isOut === last) return;
    if (isOut) say({ by: 'gpp', word: 'denied', isAct: isShown || last === false });
    last = isOut;
  };
}

// Whether this visitor may be remembered: what was decided before, what the owner's tag and config say,
// what the browser asks for (Global Privacy Control), and what a consent tool says while the page lives.

import type { Config } from '../shared/schema/config.ts';
import { listen } from './native.ts';
import { readSnapshot, type StoredConsent } from './remember/snapshot.ts';

/** `waiting` keeps everything on this page; `denied` keeps nothing. */
export type Standing = StoredConsent | 'waiting' | 'denied';
/** What a source says. `explicit` is the visitor's own act; only that outweighs Global Privacy Control. */
export interface Say {
  to: 'granted' | 'denied';
  explicit: boolean;
}

const hasGpc = () => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true;

/** Where a page starts. A remembered answer of the visitor comes first, then GPC, then the tag, then the config. */
export function readStanding(privacy: Config['privacy'], attribute: string | undefined): Standing {
  const stored = readSnapshot()?.consent;
  if (stored === 'denied' || stored === 'granted') return stored;
  if (privacy?.gpc !== 'ignore' && hasGpc()) return 'denied';
  const said = attribute ?? privacy?.consent;
  return said === 'granted' || said === 'denied' || said === 'implied' ? said : 'waiting';
}

/** The standing after a source has spoken. */
export function nextStanding(from: Standing, { to, explicit }: Say, privacy: Config['privacy']): Standing {
  if (to === 'denied') return 'denied';
  if (explicit) return 'granted';
  const mayAssume = from === 'waiting' && (privacy?.gpc === 'ignore' || !hasGpc());
  return mayAssume ? 'granted' : from;
}

type Tcf = (
  command: string,
  version: number,
  done: (
    data: { eventStatus?: string; gdprApplies?: boolean; purpose?: { consents?: Record<number, boolean> } },
    ok: boolean,
  ) => void,
) => void;

/** Listens to the consent tools of the page: the DOM event `selvedge:consent` and IAB TCF. */
export function watchConsent(say: (said: Say) => void): void {
  listen<CustomEvent>(document, 'selvedge:consent', ({ detail }) => {
    if (detail === 'granted' || detail === 'denied') say({ to: detail, explicit: true });
  });
  let asked = false;
  const ask = () => {
    const tcf = (window as { __tcfapi?: Tcf }).__tcfapi;
    if (asked || typeof tcf !== 'function') return;
    asked = true;
    tcf('addEventListener', 2, (data, ok) => {
      if (!ok || data.eventStatus === 'cmpuishown') return;
      if (data.gdprApplies === false) return say({ to: 'granted', explicit: false });
      // 1: store on the device; 5 and 6: profiles for content, and content by them
      const all = [1, 5, 6].every((purpose) => data.purpose?.consents?.[purpose]);
      say({ to: all ? 'granted' : 'denied', explicit: true });
    });
  };
  ask();
  listen(document, 'readystatechange', ask);
}

// The small synchronous copy of what decisions need, in localStorage under one key.
//
// Safari drops it after seven days without a visit
// (https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/). It may be lost or be stale at any time,
// after a kill of the browser for example (docs/notes/page-facts.md, "Storage"), and then costs one
// first paint, never the truth: the ledger is that. After a denial the same key holds the only
// trace there is: {"consent":"denied"}.

import { parseJson, toJson } from '../../shared/engine/native.ts';
import { pack, unpack } from '../../shared/engine/pack.ts';
import type { Profile } from '../../shared/engine/profile.ts';
import { listen } from '../native.ts';
import type { Act } from './act.ts';
import type { Grant, OnFile } from './grant.ts';

export interface Snapshot extends Grant {
  rev: number;
  /** Key of the last event that the ledger is known to hold. */
  upTo: number;
  seed: string;
  profile: Profile;
  /** Folded into the profile, but not known to be in the ledger when the page was left. */
  acts: Act[];
}

const KEY = 'selvedge';

const read = (): string => {
  try {
    // asking for localStorage throws where cookies are blocked:
    // https://html.spec.whatwg.org/multipage/webstorage.html#dom-localstorage
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
};

const consentIn = (text: string): OnFile | undefined => {
  const [, consent, mark] = /^\{"consent":"(granted|implied|denied)"(,"isOwn":true)?.*\}$/s.exec(text) ?? [];
  return mark ? 'own' : (consent as OnFile);
};

/** The answer on file; undefined when nothing readable is. Asked often, so the rest is left unread. */
export const readConsent = () => consentIn(read());

/** What is remembered, or undefined when that is nothing, a bare denial, truncated or somebody else's. */
export function readSnapshot(): Omit<Snapshot, keyof Grant> | undefined {
  const text = read();
  const consent = consentIn(text);
  // a first visit would pay 5 ms for the error that JSON.parse('') throws
  if (!consent || consent === 'denied') return undefined;
  try {
    const { rev, upTo, seed, profile, acts } = parseJson(text);
    if (typeof rev === 'number' && typeof seed === 'string')
      return { rev, upTo, seed, profile: unpack(profile), acts };
  } catch {}
  return undefined;
}

/** Writes, or removes with `undefined`. A full or blocked storage is no error: the next page pays one first paint. */
export function writeSnapshot(snapshot: Snapshot | { consent: 'denied' } | undefined): void {
  try {
    const { profile } = (snapshot ?? {}) as Partial<Snapshot>;
    if (!snapshot) localStorage.removeItem(KEY);
    // a denial is written once, and nothing after it
    else if (profile || readConsent() !== 'denied')
      localStorage.setItem(KEY, toJson(profile ? { ...snapshot, profile: pack(profile) } : snapshot));
  } catch {
    // quota, or storage blocked
  }
}

/** What belongs to this tab alone (see apply/redirect.ts) goes with the rest. */
export function clearFlags(): void {
  try {
    sessionStorage.removeItem('selvedge:redirected');
  } catch {
    // blocked: then there are none
  }
}

/**
 * Calls `changed` when another tab has written; with `denied` or `erased` when it has done that.
 *
 * @see https://html.spec.whatwg.org/multipage/webstorage.html#the-storageevent-interface
 */
export function watchSnapshot(changed: (gone?: 'denied' | 'erased') => void): void {
  listen<StorageEvent>(window, 'storage', ({ key, newValue }) => {
    if (key !== KEY) return;
    changed(!newValue ? 'erased' : consentIn(newValue) === 'denied' ? 'denied' : undefined);
  });
}

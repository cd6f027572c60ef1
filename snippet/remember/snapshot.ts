// The small synchronous copy of what decisions need, in localStorage under one key.
//
// It may be lost or be stale at any time (measured: up to 15 s after a kill) and then costs one
// first paint, never the truth: the ledger is that. After a denial the same key holds the only
// trace there is: {"consent":"denied"}.

import { pack, unpack } from '../../shared/engine/pack.ts';
import type { Profile } from '../../shared/engine/profile.ts';
import { listen } from '../native.ts';
import type { Act } from './act.ts';

/** `granted` was said by the visitor, `implied` by the owner's config: only the first outweighs GPC. */
export type StoredConsent = 'granted' | 'implied';
export interface Snapshot {
  consent: StoredConsent;
  rev: number;
  /** Key of the last event that the ledger is known to hold. */
  upTo: number;
  seed: string;
  profile: Profile;
  /** Folded into the profile, but not known to be in the ledger when the page was left. */
  acts: Act[];
}

const KEY = 'selvedge';

/** What is stored, a bare denial, or undefined when there is nothing readable. */
export function readSnapshot(): Snapshot | { consent: 'denied' } | undefined {
  try {
    // asking for localStorage throws where cookies are blocked
    const text = localStorage.getItem(KEY);
    if (!text) return undefined;
    const { consent, rev, upTo, seed, profile, acts } = JSON.parse(text);
    if (consent === 'denied') return { consent };
    if (/^(granted|implied)$/.test(consent) && typeof rev === 'number' && typeof seed === 'string')
      return { consent, rev, upTo, seed, profile: unpack(profile), acts };
  } catch {
    // truncated or somebody else's: the same as none
  }
  return undefined;
}

/** Writes, or removes with `undefined`. A full or blocked storage is no error: the next page pays one first paint. */
export function writeSnapshot(snapshot: Snapshot | { consent: 'denied' } | undefined): void {
  try {
    if (!snapshot) localStorage.removeItem(KEY);
    else {
      const { profile } = snapshot as Snapshot;
      localStorage.setItem(KEY, JSON.stringify(profile ? { ...snapshot, profile: pack(profile) } : snapshot));
    }
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

/** Calls `changed` when another tab has written; with `denied` or `erased` when it has done that. */
export function watchSnapshot(changed: (gone?: 'denied' | 'erased') => void): void {
  listen<StorageEvent>(window, 'storage', ({ key, newValue }) => {
    if (key !== KEY) return;
    changed(!newValue ? 'erased' : newValue.startsWith('{"consent":"denied"') ? 'denied' : undefined);
  });
}

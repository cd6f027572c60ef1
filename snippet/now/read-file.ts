// What earlier pages have left for this one, in localStorage: who may be remembered, and what of this visitor is known.
// It may be lost at any time; then this page knows what it would of a newcomer, or nothing.

import type { Remembered } from '../../shared/engine/lines/remembered.ts';
import { parseJson } from '../../shared/engine/native.ts';
import { KEY } from '../own-file.ts';
import type { StoredConsent } from '../remember/grant.ts';
import type { LeftView } from '../remember/snapshot.ts';

export interface File {
  consent?: StoredConsent | 'denied' | undefined;
  /** the grant was given to this site itself (see remember/grant.ts) */
  isOwn?: boolean | undefined;
  seed?: string;
  now?: Remembered;
  /** Views of pages that the lines know nothing of (file-left.ts). */
  left?: LeftView[];
}

export function readFile(): File {
  try {
    const text = localStorage.getItem(KEY);
    // a first visit would pay 5 ms for the error that JSON.parse('') throws
    const file: File = text ? parseJson(text) : {};
    switch (file.consent) {
      case 'granted':
      case 'implied':
      case 'denied':
        return file;
      default:
        return {};
    }
  } catch {
    // storage is blocked, or what stands there is somebody else's
    return {};
  }
}

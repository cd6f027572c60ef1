// The key with which this author approves others' drafts: made when it is first needed, kept in the extension's own
// IndexedDB. The browser hands its private half to nobody, us included; what is lost with the profile is replaced by
// another key, which has to be written down anew by whoever asks for approval.

import { type DBSchema, openDB } from 'idb';
import { KEY } from './approval.ts';

interface Keys extends DBSchema {
  of: { key: 'approval'; value: CryptoKeyPair };
}

export async function getApprovalKey(): Promise<CryptoKeyPair> {
  const database = await openDB<Keys>('keys', 1, { upgrade: (made) => void made.createObjectStore('of') });
  try {
    const kept = await database.get('of', 'approval');
    if (kept) return kept;
    // not within the transaction: it would be over by then
    const made = await crypto.subtle.generateKey(KEY, false, ['sign', 'verify']);
    const writing = database.transaction('of', 'readwrite');
    // another window may have been quicker
    const first = (await writing.store.get('approval')) ?? made;
    await writing.store.put(first, 'approval');
    await writing.done;
    return first;
  } finally {
    database.close();
  }
}

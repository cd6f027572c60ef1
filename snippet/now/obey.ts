// Obeys whoever refuses, or wants to be forgotten, while the rest of the tag is not there: on file and in the database at
// once, as the page may be left in the same breath, and the rest may never come.

import { DENIED, KEY } from '../own-file.ts';
import { REDIRECTED } from '../redirected.ts';
import { readFile } from './read-file.ts';

/** By the visitor or the site, or by a consent tool; or to be somebody new. */
export type Refusal = 'denied' | 'denied by a tool' | 'forgotten';

/** What stands on file then. */
const TEXTS: Record<Refusal, string> = {
  denied: `${DENIED}}`,
  'denied by a tool': `${DENIED} }`,
  forgotten: '',
};

function write(refusal: Refusal): void {
  try {
    if (TEXTS[refusal]) localStorage.setItem(KEY, TEXTS[refusal]);
    else localStorage.removeItem(KEY);
    sessionStorage.removeItem(REDIRECTED);
  } catch {
    // blocked: then nothing is there
  }
}

/** Erases the database if it is the tag's, as nothing on file says that it is; looking makes none. */
export function eraseIfOurs(): void {
  const asked = indexedDB.open(KEY);
  asked.onupgradeneeded = () => asked.transaction?.abort();
  asked.onerror = (event) => event.preventDefault();
  asked.onsuccess = () => {
    const { objectStoreNames: names } = asked.result;
    asked.result.close();
    if (names.contains('events') && names.contains('state')) indexedDB.deleteDatabase(KEY);
  };
}

export function obey(refusal: Refusal): void {
  const { consent } = readFile();
  // the visitor's own denial is not made a tool's
  if (consent !== 'denied' || refusal !== 'denied by a tool') write(refusal);
  try {
    if (consent === 'granted' || consent === 'implied') indexedDB.deleteDatabase(KEY);
    else eraseIfOurs();
  } catch {
    // there is none that could be reached
  }
}

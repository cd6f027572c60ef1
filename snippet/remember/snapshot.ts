// The small synchronous copy of what decisions need, in localStorage under one key.
//
// Safari drops it after seven days without a visit
// (https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/). It may be lost or be stale at any time,
// after a kill of the browser for example (docs/notes/page-facts.md, "Storage"), and then costs one
// first paint, never the truth: the ledger is that. After a denial the same key holds the only
// trace there is: {"consent":"denied"}. What a consent tool said stands there with a space before the brace: it is the
// same to whoever parses it, and nobody who opted out has another word on file than that.

import type { Remembered } from '../../shared/engine/lines/remembered.ts';
import { parseJson, toJson } from '../../shared/engine/native.ts';
import { pack, unpack } from '../../shared/engine/pack.ts';
import type { Profile } from '../../shared/engine/profile.ts';
import { listen } from '../native.ts';
import { DENIED, KEY } from '../own-file.ts';
import { REDIRECTED } from '../redirected.ts';
import type { Act } from './act.ts';
import type { Denial, Grant, OnFile } from './grant.ts';

export interface Snapshot extends Grant {
  rev: number;
  /** Key of the last event that the ledger is known to hold. */
  upTo: number;
  seed: string;
  profile: Profile;
  /** Folded into the profile, but not known to be in the ledger when the page was left. */
  acts: Act[];
  /** For the script of the first paint, where a table is published; nobody else reads it. */
  now?: Remembered;
  /** What other pages have left there meanwhile; behind all else, where they look for it (now/file-left.ts). */
  left?: LeftView[] | undefined;
}

/**
 * A page that was left before anybody could remember it; `id`: of its entry in the tab's history; `exposed`: experience,
 * variant, segment, and so on; behind them the other site that led to it, if one did.
 */
export type LeftView = [at: number, id: string, ...exposedAndFrom: string[]];

const { isArray: isList } = Array;

const read = (): string => {
  try {
    // asking for localStorage throws where cookies are blocked:
    // https://html.spec.whatwg.org/multipage/webstorage.html#dom-localstorage
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
};

const fileIn = (text: string): OnFile => {
  const [, consent, mark] =
    /^\{"consent":"(granted|implied|denied)"(,"isOwn":true| )?.*\}$/s.exec(text) ?? [];
  // a grant has a mark where it is own, a denial where it is a tool's
  return { consent, isOwn: consent === 'denied' ? mark !== ' ' : !!mark?.trim() } as OnFile;
};

/** The answer on file. Asked often, so the rest is left unread. */
export const readOnFile = () => fileIn(read());

/** What is remembered, or undefined when that is nothing, a bare denial, truncated or somebody else's. */
export function readSnapshot(): Omit<Snapshot, keyof Grant> | undefined {
  const text = read();
  const { consent } = fileIn(text);
  // a first visit would pay 5 ms for the error that JSON.parse('') throws
  if (!consent || consent === 'denied') return undefined;
  try {
    const { rev, upTo, seed, profile, acts } = parseJson(text);
    if (typeof rev === 'number' && typeof seed === 'string')
      return { rev, upTo, seed, profile: unpack(profile), acts };
  } catch {}
  return undefined;
}

/**
 * The views of pages that were left early, if there are any. What makes no sense is nobody's view.
 *
 * @param isTaken they are taken out of the file
 */
export function readLeft(isTaken?: boolean): LeftView[] | undefined {
  const text = read();
  if (!text.includes('"left":')) return undefined;
  try {
    const { left, ...file } = parseJson(text);
    if (isTaken) localStorage.setItem(KEY, toJson(file));
    return left?.filter((view: LeftView) => isList(view) && Number.isFinite(view[0]));
  } catch {
    return undefined;
  }
}

/**
 * Whether a denial is on file, or somebody who is not the visitor with this seed. A file without one, as a first paint
 * leaves it, names nobody.
 */
export function isAnotherOnFile(seed: string): boolean {
  const text = read();
  const { consent } = fileIn(text);
  return consent === 'denied' || (!!consent && isOfAnother(text, seed));
}
const isOfAnother = (text: string, seed: string) => text.includes('"seed":') && !text.includes(seed);

/** Writes, or removes with `undefined`. A full or blocked storage is no error: the next page pays one first paint. */
export function writeSnapshot(snapshot: Snapshot | Denial | undefined): void {
  try {
    if (!snapshot) localStorage.removeItem(KEY);
    else if (snapshot.consent !== 'denied')
      localStorage.setItem(KEY, toJson({ ...snapshot, profile: pack(snapshot.profile) }));
    else {
      const text = `${DENIED}${snapshot.isOwn ? '' : ' '}}`;
      // once: other tabs hear of each writing
      if (read() !== text) localStorage.setItem(KEY, text);
    }
  } catch {
    // quota, or storage blocked
  }
}

/** Puts a denial on file. The visitor's own is not made a tool's: another tab, or an earlier page, may have written it. */
export function putDenial(denial: Denial): void {
  if (denial.isOwn || readOnFile().consent !== 'denied') writeSnapshot(denial);
}

/** What belongs to this tab alone (see apply/redirect.ts) goes with the rest. */
export function clearFlags(): void {
  try {
    sessionStorage.removeItem(REDIRECTED);
  } catch {
    // blocked: then there are none
  }
}

/**
 * Calls `changed` when another tab has written; with the denial, or `erased`, when that is what it wrote.
 *
 * Chromium tells a page also of what the page before it wrote as it was left: who was erased then is not who is here now.
 *
 * @param seed of who is here, if somebody is remembered
 * @see https://html.spec.whatwg.org/multipage/webstorage.html#the-storageevent-interface
 */
export function watchSnapshot(seed: () => string, changed: (end?: Denial | 'erased') => void): void {
  listen<StorageEvent>(window, 'storage', ({ key, newValue, oldValue }) => {
    if (key !== KEY || (!newValue && isOfAnother(oldValue ?? '', seed()))) return;
    const file = fileIn(newValue ?? '');
    // who takes a denial back erases nobody
    const isErased = !newValue && fileIn(oldValue ?? '').consent !== 'denied';
    changed(isErased ? 'erased' : file.consent === 'denied' ? file : undefined);
  });
}

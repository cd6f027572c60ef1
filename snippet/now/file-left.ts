// A page that is left before the rest of the tag came was viewed all the same: the next one is told so, in the file that
// it reads anyway, and its rest remembers it (later/left-views.ts). Its address is not written down, as nothing here knows
// what of it may be remembered; the browser's own list of this tab's pages still has it then.

import { parseJson, toJson } from '../../shared/engine/native.ts';
import type { LeftView } from '../remember/snapshot.ts';
import type { Decided } from './decide-now.ts';

/** So many of them are kept. */
const MOST = 20;

/**
 * Of this entry in the tab's history, where that can be told; another one takes its place with another id.
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-navigationhistoryentry-id
 */
const readId = (): string =>
  (window as { navigation?: { currentEntry?: { id: string } | null } }).navigation?.currentEntry?.id ?? '';

/** Only where something may be remembered. */
export function fileLeft({ standing, at, seed }: Decided): void {
  if (standing === 'waiting' || standing === 'denied') return;
  try {
    const file = parseJson(localStorage.getItem('selvedge') ?? '{}');
    if (file.consent === 'denied') return;
    const view: LeftView = [at, readId()];
    const left = [...(file.left ?? []), view].slice(-MOST);
    localStorage.setItem('selvedge', toJson({ consent: standing, seed, ...file, left }));
  } catch {
    // blocked, full, or what stands there is somebody else's
  }
}

// A page that is left before the rest of the tag came was viewed all the same: the next one is told so, in the file that
// it reads anyway, and its rest remembers it (later/left-views.ts). Its address is not written down, as nothing here knows
// what of it may be remembered; the browser's own list of this tab's pages still has it then. Which site led to it nobody
// could tell any more, and that is where the visit came from: it stands behind all else, unless it might be of a person.

import { stringify } from '../../shared/engine/native.ts';
import { KEY } from '../own-file.ts';
import type { LeftView } from '../remember/snapshot.ts';
import type { Decided } from './decided.ts';
import { readFile } from './read-file.ts';

/** So many of them are kept. */
const MOST = 20;
/** By which consent tools speak. What they say only the rest hears: where one may have denied, no memory is begun. */
const TOOLS = ['dataLayer', '__tcfapi', '__gpp'];

/** The site that led here, where it is another one with a name of words alone: `https://www.example.com`. None, or that. */
function readFrom(): string[] {
  const [from] = /^https?:\/\/[a-z.-]+(?=[/:])/.exec(document.referrer) ?? [];
  return from && from !== location.origin ? [from] : [];
}

/**
 * Of this entry in the tab's history, where that can be told; another one takes its place with another id.
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-navigationhistoryentry-id
 */
const readId = (): string =>
  (window as { navigation?: { currentEntry?: { id: string } | null } }).navigation?.currentEntry?.id ?? '';

/**
 * Once, and only where something may be remembered. Written as text: by now the page may have given lists a `toJSON` that
 * makes other things of them (engine/native.ts).
 *
 * @param isEarly the page is still there: where nothing is on file, a tool may yet come and deny
 */
export function fileLeft(decided: Decided, isEarly?: boolean): void {
  const { standing, at, seed, led = [], isFiled, isKnown } = decided;
  if (isFiled || standing === 'waiting' || standing === 'denied') return;
  try {
    const file = readFile();
    if (file.consent === 'denied') return;
    // who was there and is not any more is erased
    if (!file.consent && (isEarly || isKnown || TOOLS.some((name) => name in window))) return;
    const kept = (file.consent && localStorage.getItem(KEY)) || `{"consent":"${standing}"}`;
    // behind all else there; within a text its quotes are escaped
    const end = kept.lastIndexOf(file.left ? ',"left":' : '}');
    const view: LeftView = [at, readId(), ...led, ...readFrom()];
    const views = [...(file.left ?? []), view].slice(-MOST);
    const left = `"left":[${views.map((view) => `[${view.map((one) => stringify(one))}]`)}]}`;
    const more = seed && !file.seed ? `,"seed":${stringify(seed)}` : '';
    localStorage.setItem(KEY, `${kept.slice(0, end)}${more},${left}`);
    decided.isFiled = true;
  } catch {
    // blocked, full, or what stands there is somebody else's
  }
}

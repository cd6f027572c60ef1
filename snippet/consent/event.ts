// The DOM event `selvedge:consent`, by which a site tells what its consent tool says without a word to this script.
//
// Such a tool may repeat its file with every load and after any click. So a grant takes back no more than what the event
// itself denied on this page; whoever knows of the visitor's own act says so by `consent()`.

import { listen } from '../native.ts';
import { hasActed } from './acted.ts';

/** @param say called with the event's detail, whatever it is */
export function watchConsentEvent(say: (word: 'granted' | 'denied', isAct: boolean) => unknown): void {
  let isDenied = false;
  listen<CustomEvent>(document, 'selvedge:consent', ({ detail }) => {
    const isAct = isDenied && hasActed();
    isDenied ||= detail === 'denied';
    say(detail, isAct);
  });
}

// The DOM event `selvedge:consent`, by which a site tells what its consent tool says without a word to this script.
//
// Such a tool may repeat its file with every load and after any click. So a grant takes back no more than what the event
// itself denied on this page; whoever knows of the visitor's own act says so by `consent()`.

import { listen } from '../native.ts';
import { hasActed } from './acted.ts';

/**
 * @param say called with the event's detail, whatever it is
 * @param said such details of before, and whether somebody had touched the page by then
 */
export function watchConsentEvent(
  say: (word: 'granted' | 'denied', isAct: boolean) => unknown,
  said: [detail: unknown, hasActed: boolean][] = [],
): void {
  let isDenied = false;
  const hear = (detail: unknown, wasActed: boolean) => {
    const isAct = isDenied && wasActed;
    isDenied ||= detail === 'denied';
    // whatever it is: who hears it says what is none
    say(detail as 'granted' | 'denied', isAct);
  };
  for (let i = 0; i < said.length; i++) hear(said[i]?.[0], !!said[i]?.[1]);
  listen<CustomEvent>(document, 'selvedge:consent', ({ detail }) => hear(detail, hasActed()));
}

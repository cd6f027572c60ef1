// The DOM event `selvedge:consent`, by which a site tells what its consent tool says without a word to this script.
//
// Such a tool may repeat its file with every load and after any click. So a grant takes back no more than what the event
// itself denied on this page; whoever knows of the visitor's own act says so by `consent()`.

import { listen } from '../native.ts';
import { hasActed } from './acted.ts';

/**
 * @param say called with the event's detail, whatever it is
 * @param said such details of before
 */
export function watchConsentEvent(
  say: (word: 'granted' | 'denied', isAct: boolean) => unknown,
  said: unknown[] = [],
): void {
  let isDenied = false;
  const hear = ({ detail }: { detail: unknown }) => {
    const isAct = isDenied && hasActed();
    isDenied ||= detail === 'denied';
    // whatever it is: who hears it says what is none
    say(detail as 'granted' | 'denied', isAct);
  };
  for (let i = 0; i < said.length; i++) hear({ detail: said[i] });
  listen<CustomEvent>(document, 'selvedge:consent', hear);
}

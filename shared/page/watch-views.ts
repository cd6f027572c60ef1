// Notices the page views of a single-page app: of the tag and of the preview, so that both see the same.
//
// What counts as another view is shared/engine/address.ts's to say. Several changes of the address within one task
// (a router that redirects, an address tidied at once) are one view, of the last address.

import { isOtherView } from '../engine/address.ts';
import type { Ears } from './ears.ts';

type Heard = Event & { navigationType?: string; persisted?: boolean };

/**
 * Calls `moved` whenever the address may have changed.
 *
 * Where there is no Navigation API (Safari before 26.2, Firefox before 147), the history's methods are wrapped where
 * they lie: on the prototype, and on the object too if somebody has put their own there before us. A router that
 * wraps them after us calls ours.
 *
 * @see https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-api
 */
function watchAddress({ listen, quiet }: Ears, moved: (isReplaced: boolean) => void): void {
  const { navigation } = window as { navigation?: EventTarget & { currentEntry?: unknown } };
  // without the API that name may be an element of the page's (`<nav id="navigation">`)
  if (navigation?.currentEntry !== undefined) {
    listen<Heard>(navigation, 'currententrychange', ({ navigationType }) =>
      moved(navigationType === 'replace'),
    );
    return;
  }
  const told = quiet(moved);
  for (const owner of [History.prototype, history])
    for (const method of ['pushState', 'replaceState'] as const)
      quiet(() => {
        if (!Object.getOwnPropertyDescriptor(owner, method)) return;
        const original = owner[method];
        owner[method] = function (...given) {
          const answer: unknown = original.apply(this, given);
          told(method === 'replaceState');
          // somebody's own method may answer something
          return answer as undefined;
        };
      })();
  // going back and forth, and links to a fragment
  listen(window, 'popstate hashchange', () => moved(false));
}

/**
 * @param left called at once when the address has changed, before the page draws what is new
 * @param entered called a task later, when the router has had its turn; `isView` is false where the page has gone
 *   back to where it was within the task, `isBack` true where the whole page comes from the back/forward cache
 */
export function watchViews(
  ears: Ears,
  left: () => void,
  entered: (isView: boolean, isBack?: boolean) => void,
): void {
  const here = () => new URL(location.href);
  let at = here();
  let isDue = false;
  let isReplaced = true;
  const enter = ears.quiet(() => {
    if (!isDue) return;
    const to = here();
    const isView = isOtherView(at, to, isReplaced);
    at = to;
    isDue = false;
    isReplaced = true;
    entered(isView);
  });
  watchAddress(ears, (replaced) => {
    if (isDue) isReplaced &&= replaced;
    else if (isOtherView(at, here(), replaced)) {
      isDue = true;
      isReplaced = replaced;
      left();
      const channel = new MessageChannel();
      channel.port1.onmessage = enter;
      channel.port2.postMessage(0);
      // a frame may come before the task: Firefox paints first
      requestAnimationFrame(enter);
    } else at = here();
  });
  ears.listen<Heard>(window, 'pageshow', ({ persisted }) => {
    if (!persisted) return;
    left();
    entered(true, true);
  });
}

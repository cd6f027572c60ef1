// Notices page views without a page load: single-page navigations and pages that come back from
// the back/forward cache.

import { listen, quiet } from '../native.ts';

/**
 * @param left called at once when the address has changed, before the page draws what is new
 * @param entered called a task later, when the router has had its turn
 * @param returned called when the whole page comes back from the back/forward cache
 */
export function watchNavigation(left: () => void, entered: () => void, returned: () => void): void {
  const here = () => location.pathname + location.search;
  let last = here();
  const moved = () => {
    if (here() === last) return;
    last = here();
    left();
    let isEntered = false;
    const enter = quiet(() => {
      if (isEntered) return;
      isEntered = true;
      entered();
    });
    const channel = new MessageChannel();
    channel.port1.onmessage = enter;
    channel.port2.postMessage(0);
    // a frame may come before the task: Firefox paints first
    requestAnimationFrame(enter);
  };
  const api = (window as { navigation?: EventTarget }).navigation;
  if (api) listen(api, 'currententrychange', moved);
  else {
    for (const method of ['pushState', 'replaceState'] as const) {
      const original = history[method];
      history[method] = function (...given) {
        original.apply(this, given);
        quiet(moved)();
      };
    }
    listen(window, 'popstate', moved);
  }
  listen<PageTransitionEvent>(window, 'pageshow', (event) => event.persisted && returned());
}

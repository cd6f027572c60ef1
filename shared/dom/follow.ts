// A click on a link that a change leads elsewhere goes there.
//
// In an application a link leads where its component says: its router takes the click and goes to the address that it
// knows, not the one in the attribute. So a plain click on such a link is kept from the page's own listeners, and the
// browser does with it what it does with any link: fragments, targets, downloads, mail. Clicks that the browser gives
// another meaning (a modifier key, another button) are left to it and to the page; so are those on a control inside the
// link, and the one that ends a drag.
//
// A router that listened before us may have left the page by then, in a microtask between its listener and ours, and our
// changes with it (VitePress: https://github.com/vuejs/vitepress/blob/v1.6.4/src/client/app/router.ts): where the link led
// is read as it is pressed.
import { findLayer } from './layers.ts';
import { getAttribute, listen, matches, URL } from './native.ts';

const CONTROLS =
  'a,area,button,input,select,textarea,label,summary,[role=button],[role=switch],[role=checkbox],[contenteditable],[aria-disabled=true]';

/** From so many pixels on, the pointer has dragged something. */
const DRAGGED = 10;

let isListening = false;

/** Sees to it that clicks on changed links go where the links lead. */
export function followLinks(): void {
  if (isListening) return;
  isListening = true;
  let down: { clientX: number; clientY: number } | undefined;
  /** What a click here is for, where a change leads it, and the page that it is on. */
  const read = (event: Event) => {
    // the first in the path that does something with a click does it
    const link = event
      .composedPath()
      .find((node): node is Element => node instanceof Element && matches(node, CONTROLS));
    const led = link && findLayer(link, 'href') && getAttribute(link, 'href');
    return { link, led, from: location.href };
  };
  let pressed: ReturnType<typeof read> | undefined;
  const press = (event: Event): void => {
    pressed = read(event);
  };
  listen(window, 'keydown', press, true);
  listen(
    window,
    'pointerdown',
    (event: PointerEvent) => {
      down = event;
      press(event);
    },
    true,
  );
  listen(
    window,
    'click',
    (event: MouseEvent) => {
      const { button, detail, clientX, clientY } = event;
      if (button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const now = read(event);
      const { link } = now;
      const was = (pressed?.link === link && pressed) || now;
      const led = now.led ?? was.led;
      // a press is for one click: what a script clicks later leads where it does then
      pressed = undefined;
      if (!link || led == null) return;
      if (detail && down && Math.hypot(clientX - down.clientX, clientY - down.clientY) > DRAGGED) return;
      // ours to hear
      if (led === '#selvedge-privacy') return;
      event.stopImmediatePropagation();
      // somebody was there before us, and the browser will not go
      if (
        event.defaultPrevented &&
        !getAttribute(link, 'target') &&
        getAttribute(link, 'download') === null
      ) {
        const { href } = new URL(led, document.baseURI);
        if (href === location.href) {
          // A router has made an entry for it already, of this document: Chromium would reload it, and take the way back for
          // one within the document that comes. So it is left as an entry of the page that it is.
          history.replaceState(history.state, '', was.from);
          location.replace(href);
        } else location.assign(href);
      }
    },
    true,
  );
}

// Makes Firefox's content scripts able to adopt stylesheets; does nothing elsewhere.
//
// There a content script sees the page through Xray wrappers
// (https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/Sharing_objects_with_page_scripts), and the
// list of adopted sheets refuses to work through one (https://bugzilla.mozilla.org/show_bug.cgi?id=1751346). These
// properties, which only our world sees, hand the work to the page's own list. Must be imported before anything that
// takes these names for itself.

import { bare } from './xray.ts';

declare const __TARGET__: 'chrome' | 'firefox';

if (__TARGET__ === 'firefox' && bare(window) !== window) {
  const PageSheet = bare(window).CSSStyleSheet;
  Object.defineProperty(globalThis, 'CSSStyleSheet', {
    configurable: true,
    writable: true,
    value: function CSSStyleSheet() {
      return new PageSheet();
    },
  });
  for (const prototype of [Document.prototype, ShadowRoot.prototype])
    Object.defineProperty(prototype, 'adoptedStyleSheets', {
      configurable: true,
      get(this: Document | ShadowRoot) {
        return [...bare(this).adoptedStyleSheets];
      },
      set(this: Document | ShadowRoot, next: CSSStyleSheet[]) {
        const list = bare(this).adoptedStyleSheets;
        for (const [at, sheet] of [...list.entries()].reverse())
          if (!next.includes(sheet)) list.splice(at, 1);
        for (const sheet of next) if (![...list].includes(sheet)) list.push(sheet);
      },
    });
}

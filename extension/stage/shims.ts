// Makes Firefox's content scripts able to adopt stylesheets; does nothing elsewhere.
//
// There a content script sees the page through Xray wrappers
// (https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/Sharing_objects_with_page_scripts), and the
// list of adopted sheets refuses to work through one (https://bugzilla.mozilla.org/show_bug.cgi?id=1751346). These
// properties, which only our world sees, hand the work to the page's own list. Must be imported before anything that
// takes these names for itself.

declare const __TARGET__: 'chrome' | 'firefox';

type Bare = { adoptedStyleSheets: CSSStyleSheet[] & { splice(at: number, count: number): void } };
type Waived = { wrappedJSObject: Bare };

if (__TARGET__ === 'firefox') {
  const page = (window as unknown as { wrappedJSObject: { CSSStyleSheet: typeof CSSStyleSheet } })
    .wrappedJSObject;
  const PageSheet = page.CSSStyleSheet;
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
      get(this: unknown) {
        return [...(this as Waived).wrappedJSObject.adoptedStyleSheets];
      },
      set(this: unknown, next: CSSStyleSheet[]) {
        const list = (this as Waived).wrappedJSObject.adoptedStyleSheets;
        for (let at = list.length - 1; at >= 0; at--)
          if (!next.includes(list[at] as CSSStyleSheet)) list.splice(at, 1);
        for (const sheet of next) if (![...list].includes(sheet)) list.push(sheet);
      },
    });
}

// What lies behind Firefox's Xray wrappers; in other browsers content scripts have none.
// https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/Sharing_objects_with_page_scripts

declare const __TARGET__: 'chrome' | 'firefox';

interface Wrapped {
  wrappedJSObject?: this;
}
declare global {
  interface Window extends Wrapped {}
  interface Document extends Wrapped {}
  interface ShadowRoot extends Wrapped {}
}

/** The page's own object, as its scripts see it: to be trusted no more than they are. */
export const bare = <T extends Wrapped>(one: T): T =>
  __TARGET__ === 'firefox' ? (one.wrappedJSObject ?? one) : one;

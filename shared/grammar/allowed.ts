// What a config's html and attributes may consist of: one list for the page, which cuts to it, and for the schema
// (shared/schema), which tells the author beforehand. Pure: text only, no DOM.

/** Elements that sanitized html keeps. */
export const ELEMENTS =
  'a abbr address article aside b bdi bdo blockquote br button caption cite code col colgroup dd del dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol p picture pre q s samp section small source span strong sub sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  );

/**
 * Elements that no change may target: they load, run, hold other documents, or are the document's own frame. (Marked for
 * files that need the other lists alone.)
 */
export const REFUSED_ELEMENTS =
  /* @__PURE__ */
  'script style link meta base head title html template iframe frame object embed'.split(' ');

/**
 * Elements that can have a shadow root of ours: those that the standard names, but for names of the page's own.
 *
 * @see https://dom.spec.whatwg.org/#dom-element-attachshadow
 */
export const HOSTS = /^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

const isListed = (name: string, list: string): boolean =>
  list.split(' ').includes(name) || /^aria-[a-z]+$/.test(name);

/** Attributes that the kind `attribute` may write, besides aria-*. */
export const ATTRIBUTES = 'title alt placeholder lang dir width height loading decoding';
/** Whether a change of kind `attribute` may write this attribute. */
export const isAttributeAllowed = (name: string): boolean => isListed(name, ATTRIBUTES);

/** Whether sanitized html keeps this attribute; a button's type, which is always "button", is put there by the page. */
export const isHtmlAttributeKept = (name: string): boolean =>
  isListed(name, 'class href src srcset alt title width height loading target rel lang dir role');

/** How deep the elements of a config's html may be nested. */
export const DEEPEST = 64;

/** Whether this html is more than any part of a page needs: reading and showing it would keep the page busy. */
export const isHtmlTooLong = (html: string): boolean => html.length > 2e5 || html.split('<').length > 5000;

// Where sentences come from in another language than English: the browser's own catalogs (extension/_locales/), which a
// page of the extension and a script of it in a page have from the start. Elsewhere there are none, and all is English.

export interface Messages {
  /** '' where the catalog has none */
  getMessage(key: string): string;
  /** BCP 47, such as "de-AT" */
  getUILanguage(): string;
}

let given: Messages | undefined;

export function findMessages(): Messages | undefined {
  // both browsers have it. `browser` is none of Chrome's before 148, and in a page's scripts it is then whatever element
  // of the page has that id: https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object
  const { chrome } = globalThis as { chrome?: { i18n?: Messages } };
  return given ?? chrome?.i18n;
}

/** For a worker, which the browser gives none: before any sentence is said. */
export function speak(messages: Messages | undefined): void {
  given = messages;
}

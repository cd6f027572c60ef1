// Where sentences come from in another language than English: the browser's own catalogs (extension/_locales/), which a
// page of the extension and a script of it in a page have from the start. Elsewhere there are none, and all is English.

export interface Messages {
  /** '' where the catalog has none */
  getMessage(key: string): string;
  /** BCP 47, such as "de-AT" */
  getUILanguage(): string;
}

interface Api {
  i18n?: Messages;
}

let given: Messages | undefined;

export function findMessages(): Messages | undefined {
  const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api };
  return given ?? browser?.i18n ?? chrome?.i18n;
}

/** For a worker, which the browser gives none: before any sentence is said. */
export function speak(messages: Messages | undefined): void {
  given = messages;
}

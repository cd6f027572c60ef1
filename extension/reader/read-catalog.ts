// The catalog of a language, for the worker, which the browser gives no i18n.

import type { Messages } from '../../shared/words/messages.ts';

/** @param language of a folder in _locales/ */
export async function readCatalog(language: string): Promise<Messages> {
  const response = await fetch(`_locales/${language}/messages.json`);
  const catalog: Record<string, { message: string } | undefined> = await response.json();
  return {
    // in a catalog "$" stands doubled
    getMessage: (key) => catalog[key]?.message.replaceAll('$$', '$') ?? '',
    getUILanguage: () => language,
  };
}

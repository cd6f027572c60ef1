// The token of the preview that goes on in this tab, from page to page: in the site's own sessionStorage.

import { PREVIEW_KEY } from '../../wire/preview-state.ts';

/** @returns null too where storage is blocked: no preview goes on there */
export function readToken(): string | null {
  try {
    return sessionStorage.getItem(PREVIEW_KEY);
  } catch {
    return null;
  }
}

/** @throws where storage is blocked */
export const keepToken = (token: string): void => sessionStorage.setItem(PREVIEW_KEY, token);

export function dropToken(): void {
  try {
    sessionStorage.removeItem(PREVIEW_KEY);
  } catch {
    // blocked: then nothing was there
  }
}

/** Whether this has the form of our tokens, and not of a word of the page's own. */
export const isToken = (word: string): boolean => /^[\da-f]{32}$/.test(word);

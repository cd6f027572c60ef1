// What a page saved as a file, read from what it gave the browser: where Chromium puts a download in tests was not there yet once
// the download was said to be complete, once in some hundred on a loaded machine.

import type { Download, Page } from '@playwright/test';

/** @param page which saved it, by a `blob:` address that still stands */
export const readDownload = (page: Page, download: Download): Promise<string> =>
  page.evaluate((address) => fetch(address).then((answer) => answer.text()), download.url());

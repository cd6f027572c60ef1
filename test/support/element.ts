// What is read on an element of a page, again and again.

import type { Frame, Page } from '@playwright/test';

/** What is shown over the own text of the first element that matches; null where nothing is. */
export const readOver = (page: Page | Frame, css: string): Promise<string | null> =>
  page.evaluate((at) => document.querySelector(at)?.shadowRoot?.textContent ?? null, css);

/** What it shows: what is laid over its text, else its own. */
export const readShown = (page: Page | Frame, css: string): Promise<string | null> =>
  page.evaluate((at) => {
    const element = document.querySelector(at);
    return element && (element.shadowRoot?.textContent || element.textContent);
  }, css);

/**
 * The document as it serializes: what a change may leave no trace in. Without the links by which the tag asks for its other
 * files (snippet/now/preload.ts): they go again when it has them.
 */
export const readDom = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { outerHTML } = document.documentElement;
    return outerHTML.replace(/<link rel="modulepreload"[^>]*>/g, '');
  });

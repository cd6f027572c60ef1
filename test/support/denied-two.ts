// A tag in two files on a site whose visitor has refused: what it asks for there, and what a page is told.

import type { Page } from '@playwright/test';
import type { Config } from '../../shared/schema/config.ts';
import type { Site } from './site.ts';
import { pageWith, twoFilesWith } from './tag.ts';

/** What is on file after a refusal: of the visitor's, or of a consent tool's. */
export const OWN = '{"consent":"denied"}';
export const BY_TOOL = '{"consent":"denied" }';

/** Serves the tag, a page with it at `/` and at `/other`, and one without at `/plain`. */
export function serveTwo(site: Site, config: Config, { head = '', attributes = '' } = {}): void {
  for (const [name, body] of Object.entries(twoFilesWith(config))) site.serve(`/${name}`, body);
  site.serveFile('/selvedge-panel.js', 'dist/selvedge-panel.js');
  const html = pageWith('<h1>Original</h1>', attributes).replace(
    '<script',
    `<script>${head}</script><script`,
  );
  for (const path of ['/', '/other']) site.serve(path, html);
  site.serve('/plain', '<!doctype html><title>Plain</title>');
}

/** Puts it on file, as an earlier page would have; `/plain` is open then. */
export async function putOnFile(page: Page, site: Site, text: string): Promise<void> {
  await page.goto(`${site.origin}/plain`);
  await page.evaluate((text) => localStorage.setItem('selvedge', text), text);
}

export const readFile = (page: Page) => page.evaluate(() => localStorage.getItem('selvedge'));

/** Which of the files beside the tag were asked for, in order. */
export const askedFor = (site: Site): string[] =>
  site.requests.flatMap((request) => /selvedge-(later|listen)\.js\?\w+$/.exec(request)?.[1] ?? []);

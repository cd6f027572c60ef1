// What specs of editing begin with, and what they compare at the end.

import type { Page } from '@playwright/test';
import { readDom } from '../../support/element.ts';
import type { Panel } from '../../support/panel.ts';

/** What a page is: its markup, and how many of its sheets hold rules. */
export const readPage = async (page: Page) => ({
  html: await readDom(page),
  sheets: await page.evaluate(
    () => document.adoptedStyleSheets.filter(({ cssRules }) => cssRules.length).length,
  ),
});

/** An experience for everybody, its first variant open for editing. */
export async function startVariant(panel: Panel): Promise<void> {
  await panel.begin('empty');
  await panel.makeVariant();
  await panel.startPicking();
}

// What axe finds on a page at the sizes and in the colours that count, and what is cut off there.

import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { isLong } from './draws.ts';

export interface Look {
  /** of the viewport, CSS pixels */
  width: number;
  /** emulated in Chromium only */
  colorScheme: 'light' | 'dark';
}

/** The panel beside a page, as narrow and as wide as authors have it; each pair of width and colours in the long run. */
export const PANEL_LOOKS: readonly Look[] = [
  { width: 250, colorScheme: 'light' },
  { width: 420, colorScheme: 'dark' },
  ...(isLong
    ? ([
        { width: 250, colorScheme: 'dark' },
        { width: 420, colorScheme: 'light' },
      ] as const)
    : []),
];

/** @param within what to look at, CSS @returns a line for each rule broken in each look */
declare global {
  interface Window {
    axe: typeof axe;
  }
}

export async function findViolations(
  page: Page,
  looks: readonly Look[] = PANEL_LOOKS,
  within = 'html',
): Promise<string[]> {
  // once a document: it is 700 kB to parse
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(() => {
      // Firefox 153 crashes where the page and another world (Playwright’s) read these of one element; axe has attributes, too
      for (const name of Object.getOwnPropertyNames(Element.prototype))
        if (/^aria\w+Elements?$/.test(name)) Reflect.deleteProperty(Element.prototype, name);
    });
    await page.evaluate(axe.source);
  }
  const found: string[] = [];
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const problems = await page.evaluate(async (css) => {
      const { violations } = await window.axe.run(css, {
        // what it passes is hundreds of elements to describe
        resultTypes: ['violations'],
      });
      const { scrollWidth, clientWidth } = document.documentElement;
      const sideways = scrollWidth - clientWidth;
      return [
        ...violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        ),
        ...(sideways > 0 ? [`the page scrolls sideways by ${sideways} px`] : []),
      ];
    }, within);
    found.push(...problems.map((problem) => `${width} px, ${colorScheme}: ${problem}`));
  }
  return found;
}

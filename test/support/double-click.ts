// A real double click.

import type { Page } from '@playwright/test';
import { perform } from './perform.ts';

/** @param x in CSS pixels of the viewport, as `page.mouse` has it */
export async function doubleClick(page: Page, x: number, y: number): Promise<void> {
  const press = [
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  const done = perform(page, [
    {
      type: 'pointer',
      id: 'pw_mouse',
      parameters: { pointerType: 'mouse' },
      actions: [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }, ...press, ...press],
    },
  ]);
  await (done ?? page.mouse.dblclick(x, y));
}

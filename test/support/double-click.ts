// A real double click. Playwright sends each press to Firefox as a command of its own, and Firefox counts clicks
// within one command only: there all four go in one, over the same protocol.

import type { Page } from '@playwright/test';
import { getInternals } from './stock-firefox.ts';

/** What of Playwright's page is used. */
interface Driven {
  delegate: { _session?: { sessionId?: string; send(method: string, params: object): Promise<unknown> } };
}

/** @param x in CSS pixels of the viewport, as `page.mouse` has it */
export async function doubleClick(page: Page, x: number, y: number): Promise<void> {
  const session = getInternals<Driven>(page).delegate._session;
  // only the protocol of stock Firefox has it
  if (page.context().browser()?.browserType().name() !== 'firefox' || !session?.sessionId)
    return page.mouse.dblclick(x, y);
  const press = [
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  await session.send('input.performActions', {
    context: session.sessionId,
    actions: [
      {
        type: 'pointer',
        id: 'pw_mouse',
        parameters: { pointerType: 'mouse' },
        actions: [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }, ...press, ...press],
      },
    ],
  });
}

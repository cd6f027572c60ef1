// Several presses in one command. Playwright sends each to stock Firefox as a command of its own, between which time passes,
// and Firefox counts clicks within one command only: there all go in one, over the same protocol.

import type { Page } from '@playwright/test';
import { getInternals } from './stock-firefox.ts';

/** What of Playwright's page is used. */
interface Driven {
  delegate: { _session?: { sessionId?: string; send(method: string, params: object): Promise<unknown> } };
}

/**
 * @param actions as WebDriver has them: https://w3c.github.io/webdriver-bidi/#command-input-performActions
 * @returns undefined where the browser has no such command, and Playwright sends presses fast enough
 */
export function perform(page: Page, actions: object[]): Promise<unknown> | undefined {
  const session = getInternals<Driven>(page).delegate._session;
  // only the protocol of stock Firefox has it
  if (page.context().browser()?.browserType().name() !== 'firefox' || !session?.sessionId) return undefined;
  return session.send('input.performActions', { context: session.sessionId, actions });
}

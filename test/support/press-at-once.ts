// Keys one after the other, without a pause in which a page could take them for single ones.

import type { Page } from '@playwright/test';
import { perform } from './perform.ts';

/** As WebDriver has them: https://w3c.github.io/webdriver/#keyboard-actions */
const CODES = { ArrowRight: '\uE014', Escape: '\uE00C' };

export async function pressAtOnce(page: Page, keys: (keyof typeof CODES)[]): Promise<void> {
  const presses = keys.flatMap((key) => [
    { type: 'keyDown', value: CODES[key] },
    { type: 'keyUp', value: CODES[key] },
  ]);
  const done = perform(page, [{ type: 'key', id: 'pw_keyboard', actions: presses }]);
  await (done ?? Promise.all(keys.map((key) => page.keyboard.press(key))));
}

// Opens all that can be opened in a panel, and what is in it then, as hundreds of clicks would: those took Firefox minutes.

import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Folds of which only one is open at a time (`name`) stay as they are. */
export const openFolds = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(() => {
        const folds = document.querySelectorAll<HTMLDetailsElement>('main details:not([open]):not([name])');
        const closed = [...folds].filter((one) => one.querySelector('summary')?.checkVisibility());
        for (const one of closed) one.open = true;
        return closed.length;
      }),
    )
    .toBe(0);

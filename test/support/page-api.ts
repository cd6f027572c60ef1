// What specs ask the tag in a page for, again and again.

import type { Page } from '@playwright/test';

/** Waits until the tag has read what is remembered, or has given it up. */
export const ready = (page: Page): Promise<void> => page.evaluate(() => (window as any).selvedge.ready);

/** What `selvedge.export()` answers. */
export const exported = (page: Page): Promise<any> => page.evaluate(() => (window as any).selvedge.export());

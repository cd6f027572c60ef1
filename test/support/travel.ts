// Lets a browser context live on another date.
//
// Only `Date` moves: timers, animation frames and `performance` keep real time, so pages load as ever.
// (Playwright's `clock` works in both browsers too; take it, with the page `clocked`, where a timer must fire early.)

import type { BrowserContext } from '@playwright/test';

const units: Record<string, number> = { s: 1e3, m: 60e3, h: 3600e3, d: 86_400e3, w: 604_800e3 };

/** @param duration `"31m"`, `"8d"`, or ms; may be negative @returns ms */
export function toMs(duration: string | number): number {
  if (typeof duration === 'number') return duration;
  const [, figure, unit] = /^(-?\d+(?:\.\d+)?)([smhdw])$/.exec(duration) ?? [];
  if (!figure || !unit) throw new Error(`"${duration}" is not a duration such as "31m" or "8d"`);
  return Number(figure) * units[unit]!;
}

/** Runs in the page. The first call of a document replaces `Date`; each adds to its offset. Leaves no name on window. */
function moveDate(byMs: number): void {
  const key = Symbol.for('selvedge.test.travel');
  const page: { Date: unknown } & Window = window;
  if (!page[key]) {
    const Real = Date;
    let offset = 0;
    const now = () => Real.now() + offset;
    class Moved extends Real {
      constructor(...parts: unknown[]) {
        if (parts.length === 0) super(now());
        else super(...(parts as [number]));
      }
      static override now = now;
    }
    // `Date()` without new answers text, and the page sees one Date, not a class of the test
    page.Date = new Proxy(Moved, {
      apply: () => new Moved().toString(),
    });
    Object.defineProperty(Moved, 'name', { value: 'Date' });
    Object.defineProperty(Real.prototype, 'constructor', {
      value: page.Date,
      configurable: true,
      writable: true,
    });
    const move = (by: unknown) => {
      offset += Number(by);
    };
    Object.defineProperty(page, key, { value: move });
  }
  page[key]?.(byMs);
}

/**
 * Moves the date of every page of this context, open ones too, relative to where it is now.
 *
 * @param by `"8d"`, `"31m"` or ms; negative goes back
 */
export async function travel(context: BrowserContext, by: string | number): Promise<void> {
  const byMs = toMs(by);
  await context.addInitScript(moveDate, byMs);
  for (const page of context.pages()) {
    // the document that is open did not get the init script; a blank or closing page has no date worth moving
    if (page.url() !== 'about:blank') await page.evaluate(moveDate, byMs);
  }
}

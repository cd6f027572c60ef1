// What specs ask the tag in a page for, again and again: `window.selvedge`, typed.

import type { BrowserContext, Page } from '@playwright/test';
import type { Exported, Served } from '../../snippet/public.ts';
import type {} from './window.ts';

/** What can be called of it. */
export type Method = {
  [Name in keyof Served]: Served[Name] extends (...given: never[]) => unknown ? Name : never;
}[keyof Served];

/** A page, or what stands for one (prerender.ts). */
interface Evaluates {
  evaluate<Answer>(fn: () => Answer | Promise<Answer>): Promise<Answer>;
}

/** Waits until the tag has read what is remembered, or has given it up. */
export const ready = (page: Evaluates): Promise<void> => page.evaluate(() => window.selvedge.ready);

/**
 * Waits until what the next page reads before its first paint is on file: it is written in idle time, a little at a time, so
 * nothing is left to write where two rests in a row have changed nothing.
 */
export const filed = (page: Evaluates): Promise<void> =>
  page.evaluate(async () => {
    const read = () => localStorage.getItem('selvedge');
    const rest = () => new Promise((done) => setTimeout(() => requestIdleCallback(done)));
    let before = read();
    for (let unchanged = 0; unchanged < 2; ) {
      await rest();
      const now = read();
      unchanged = now === before ? unchanged + 1 : 0;
      before = now;
    }
  });

/** Opens a page with the tag, which has then read what is remembered. */
export async function enter(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await ready(page);
}

/** The same in a new tab: another one of the same visitor, where the context has one. */
export async function enterInTab(context: BrowserContext, url: string): Promise<Page> {
  const tab = await context.newPage();
  await enter(tab, url);
  return tab;
}

/** What `selvedge.export()` answers. */
export const exported = (page: Page): Promise<Exported> => page.evaluate(() => window.selvedge.export());

/** What `selvedge[name](...given)` answers. */
export function call<Name extends Method>(
  page: Page,
  name: Name,
  ...given: Parameters<Served[Name]>
): Promise<Awaited<ReturnType<Served[Name]>>> {
  type Call = (...given: unknown[]) => Awaited<ReturnType<Served[Name]>>;
  return page.evaluate(({ name, given }) => (window.selvedge[name] as Call)(...given), { name, given });
}

/** What is remembered of this name, oldest first. */
export const eventsOf = async (page: Page, name: string): Promise<Exported['events']> =>
  (await exported(page)).events.filter((event) => event.name === name);

/** The names of what is remembered, oldest first. */
export const eventNames = async (page: Page): Promise<string[]> =>
  (await exported(page)).events.map(({ name }) => name);

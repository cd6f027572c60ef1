// A tab in which Chromium really prerenders. Chromium only.
//
// Chromium prerenders nothing for a tab that is watched the way Playwright does it: its DevTools protocol then says
// `PrerenderingDisabledByDevTools`. It does where a client attaches to the tab and takes the pages that come and go in
// it from there. So this tab belongs to a browser context that Playwright does not know of, and lets go of; `page` and
// the other fixtures see nothing of it.

import { type Browser, expect } from '@playwright/test';
import { getInternals } from './stock-firefox.ts';

/** What is read of the protocol's answers. */
interface Answer {
  sessionId: string;
  browserContextId: string;
  targetId: string;
  result: { value: never };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

interface Attached {
  sessionId: string;
  targetInfo: { subtype?: string };
}

interface Session {
  send(method: string, params?: object): Promise<Answer>;
  on(event: 'Target.attachedToTarget', listener: (params: Attached) => void): void;
  createChildSession(id: string): Session;
}

interface TabPage {
  /** Like Playwright's, with one argument that JSON can hold. */
  evaluate<Answer, Given>(fn: (given: Given) => Answer, given?: Given): Promise<Awaited<Answer>>;
  /** As the visitor's own click. */
  click(css: string): Promise<void>;
}

export interface Tab {
  /** What it shows first; what a prerendered page shows later is read through that one. */
  page: TabPage;
  /** Asks the browser to prerender these addresses, and waits until it has. @returns the pages, not shown yet, in this order */
  prerender(...urls: string[]): Promise<TabPage[]>;
  close(): Promise<void>;
}

const isLoaded = () => document.readyState === 'complete' && location.protocol !== 'about:';

export async function openTab(browser: Browser, url: string): Promise<Tab> {
  const { rootSession: root } = getInternals<{ _connection: { rootSession: Session } }>(browser)._connection;
  const { sessionId } = await root.send('Target.attachToBrowserTarget');
  const own = root.createChildSession(sessionId);
  const { browserContextId } = await own.send('Target.createBrowserContext');
  const { targetId } = await own.send('Target.createTarget', { url, browserContextId, forTab: true });
  const attached = await own.send('Target.attachToTarget', { targetId, flatten: true });
  const tab = own.createChildSession(attached.sessionId);

  const toPage = (session: Session): TabPage => {
    const run = async (expression: string, userGesture = false) => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        userGesture,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    };
    return {
      evaluate: (fn, given) => run(`(${fn})(${JSON.stringify(given) ?? ''})`),
      click: (css) => run(`document.querySelector(${JSON.stringify(css)}).click()`, true),
    };
  };

  const shown: TabPage[] = [];
  const hidden: TabPage[] = [];
  tab.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    (targetInfo.subtype === 'prerender' ? hidden : shown).push(toPage(tab.createChildSession(sessionId)));
  });
  await tab.send('Target.setAutoAttach', { autoAttach: true, flatten: true, waitForDebuggerOnStart: false });
  const untilLoaded = async (pages: TabPage[], count: number) => {
    await expect.poll(() => pages.length).toBe(count);
    for (const page of pages) await expect.poll(() => page.evaluate(isLoaded).catch(() => false)).toBe(true);
  };
  await untilLoaded(shown, 1);
  const page = shown[0]!;
  return {
    page,
    async prerender(...urls) {
      await page.evaluate((urls) => {
        const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.text = JSON.stringify({ prerender: [{ urls, eagerness: 'immediate' }] });
        document.head.append(rules);
      }, urls);
      await untilLoaded(hidden, urls.length);
      const addresses = await Promise.all(hidden.map((one) => one.evaluate(() => location.pathname)));
      return urls.map((url) => hidden[addresses.indexOf(url)]!);
    },
    async close() {
      await own.send('Target.disposeBrowserContext', { browserContextId });
      await root.send('Target.detachFromTarget', { sessionId });
    },
  };
}

// A page in WebKit, driven over W3C WebDriver (https://www.w3.org/TR/webdriver2/) by fetch.
//
// One window, in which what is stored is gone with the session: a test takes an origin of its own. `evaluate` has
// Playwright's meaning, so that what reads a page's stores reads them here too.

import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findWebKit } from '../support/find-webkit.mjs';
import { closeDisplay, end, openDriver } from './processes.ts';

export interface WebKitPage {
  goto(url: string): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** Runs in the page; what it answers, or resolves to, comes back as JSON. */
  evaluate<T, A extends unknown[]>(run: (...given: A) => T, ...given: A): Promise<Awaited<T>>;
  /** A real click of the pointer in the middle of the first element that matches. */
  click(css: string): Promise<void>;
  /** PNG */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** @param proxy `host:port` that is asked for every address but `localhost` */
export async function openPage({ proxy }: { proxy?: string } = {}): Promise<WebKitPage> {
  const profile = mkdtempSync(join(tmpdir(), 'selvedge-webkit-'));
  const driver = await openDriver(profile);

  async function send(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
    const response = await fetch(driver.url + path, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (response.ok) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`WebDriver, ${method} ${path.replace(/^\/session\/[^/]+/, '')}: ${error}: ${message}`);
  }

  // as an argument: asked for as a capability, MiniBrowser 2.50 often ends with a segmentation fault as it starts
  const via = proxy ? [`--proxy=http://${proxy}`, '--ignore-host=localhost', '--ignore-host=127.0.0.1'] : [];
  const { sessionId } = (await send('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': { binary: findWebKit()?.path, args: ['--automation', ...via] },
        timeouts: { script: 60_000, pageLoad: 60_000 },
      },
    },
  })) as { sessionId: string };
  const session = `/session/${sessionId}`;

  return {
    goto: async (url) => void (await send('POST', `${session}/url`, { url })),
    back: async () => void (await send('POST', `${session}/back`)),
    forward: async () => void (await send('POST', `${session}/forward`)),
    async evaluate(run, ...given) {
      // one argument more than it says: WebDriver's own, which takes the answer
      const script = `const given = [...arguments];
        const done = given.pop();
        Promise.resolve().then(() => (${run})(...given)).then(
          (value) => done({ value: value === undefined ? null : JSON.stringify(value) }),
          (error) => done({ error: String(error) + '\\n' + error?.stack }),
        );`;
      const said = (await send('POST', `${session}/execute/async`, { script, args: given })) as {
        value?: string | null;
        error?: string;
      };
      if (said.error !== undefined) throw new Error(`in the page: ${said.error}`);
      return said.value == null ? undefined : JSON.parse(said.value);
    },
    async click(css) {
      const found = (await send('POST', `${session}/element`, { using: 'css selector', value: css })) as {
        [elementKey]: string;
      };
      await send('POST', `${session}/element/${found[elementKey]}/click`);
    },
    screenshot: async () => Buffer.from((await send('GET', `${session}/screenshot`)) as string, 'base64'),
    async close() {
      await send('DELETE', session).catch(() => {});
      await end(driver.child);
      await closeDisplay();
      await rm(profile, { recursive: true, force: true, maxRetries: 15, retryDelay: 100 });
    },
  };
}

// What every spec in WebKit begins with: a browser for its file, a site for each test, and a page that writes
// down what it paints and what goes wrong in it.
//
//   const web = useWebKit();
//   test('…', async () => { const { page, site } = web; … });
//
// Each test has an origin of its own, so it finds nothing stored. A page error or a policy violation in the page
// that is open at its end fails the test.

import { afterAll, afterEach, beforeAll, beforeEach, expect, test as plain } from 'vitest';
import { findWebKit } from '../support/find-webkit.mjs';
import { sampleFrames } from '../support/frame-sampler.ts';
import { openSite, type Site } from '../support/site.ts';
import { waitForStorage } from '../support/wait-for-storage.ts';
import { openPage, type WebKitPage } from './page.ts';

/** A test that is left out, and counted, where WebKit cannot be had. */
export const test = plain.skipIf(!findWebKit());

const mark = '[selvedge.test.webkit]';

/** First in a page's head: what is painted of `watch`, and every error, on `window.seen`. */
function watchPage(mark: string, watch: string, sample: typeof sampleFrames): void {
  const seen = { frames: [] as string[], errors: [] as string[], warnings: [] as string[] };
  Object.assign(window, { seen });
  const { debug, warn } = console;
  console.debug = (...given) => {
    if (!String(given[0]).startsWith(mark)) return debug.apply(console, given);
    const { kind, text } = JSON.parse(String(given[0]).slice(mark.length));
    if (kind === 'frame') seen.frames.push(text);
  };
  console.warn = (...given) => {
    seen.warnings.push(given.join(' '));
    warn.apply(console, given);
  };
  addEventListener('error', ({ message }) => seen.errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => seen.errors.push(String(reason)));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    seen.errors.push(`${effectiveDirective} ${blockedURI}`),
  );
  sample({ mark, watch });
}

/** A page as an owner makes it, with the tag; before it, what watches `watch`. */
export const watchedPage = (body: string, { watch = 'h1', head = '', attributes = '' } = {}): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title><script src="/watch.js?${encodeURIComponent(watch)}"></script>${head}<script src="/selvedge.js" ${attributes}></script></head><body>${body}</body></html>`;

export interface Seen {
  /** what was painted, each time it was something else */
  frames: string[];
  errors: string[];
  warnings: string[];
}

/** Serves what `watchedPage` asks for first. */
export function serveWatch(site: Site): void {
  site.serve('/watch.js', ({ url = '' }) => {
    const watch = decodeURIComponent(url.split('?')[1] ?? 'h1');
    return `(${waitForStorage})();(${watchPage})(${JSON.stringify(mark)}, ${JSON.stringify(watch)}, ${sampleFrames})`;
  });
}

declare global {
  interface Window {
    seen: Seen;
  }
}

export function useWebKit(options: { proxy?: string } = {}) {
  const use = {} as { page: WebKitPage; site: Site; readSeen(): Promise<Seen> };
  use.readSeen = () => use.page.evaluate(() => window.seen);

  beforeAll(async () => {
    if (!findWebKit()) return;
    use.page = await openPage(options);
  });
  afterAll(() => use.page?.close());
  beforeEach(async () => {
    use.site = await openSite();
    serveWatch(use.site);
  });
  afterEach(async ({ task }) => {
    if (use.page && task.result?.state !== 'fail') {
      const errors = await use.page.evaluate(() => window.seen?.errors ?? []);
      expect(errors, 'errors in the last page').toEqual([]);
    }
    await use.page?.goto('about:blank');
    await use.site.close();
  });
  return use;
}

/** Waits until two more frames were painted, and what was seen in them has been told. */
export const settle = (page: WebKitPage): Promise<void> =>
  page.evaluate(async () => void (await window[Symbol.for('selvedge.test.settle')]!('now')));

export { expect };

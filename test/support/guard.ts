// Watches every page of a browser context and says what must not have happened.
//
// It records page errors, console messages, CSP violations and requests of all pages, and by default
// refuses any error, any violation and any request to a server that the test did not start. A test that
// expects one says so with `allow`, and then asserts it.

import type { BrowserContext, Request } from '@playwright/test';
import { restBeforeLeaving } from './end-loading.ts';
import { ownOrigins } from './site.ts';
import { throttle } from './throttle.ts';
import { waitForStorage } from './wait-for-storage.ts';

export interface Violation {
  directive: string;
  blocked: string;
  sample: string;
}

export interface Allowance {
  errors?: RegExp;
  violations?: RegExp;
  /** origins that may be asked, for example `site.foreign` */
  origins?: string[];
}

export interface Guard {
  /** uncaught errors and unhandled rejections */
  errors: string[];
  console: { type: string; text: string }[];
  /** `console` lines of type `warning`, in order */
  readonly warnings: string[];
  violations: Violation[];
  /** every request, favicons left out */
  requests: { method: string; url: string; page: string }[];
  allow(allowance: Allowance): void;
  /** Forgets what was recorded (not what is allowed). */
  reset(): void;
  /** What was refused so far, one line each; empty when all is well. The test fails on it at its end. */
  findProblems(): string[];
  watch(context: BrowserContext): Promise<void>;
}

/** Begins every console line that the test support itself writes in the page; the guard leaves those out. */
export const testMark = '[selvedge.test.';

const mark = `${testMark}csp]`;

/** A context that several tests share needs to be told once. */
const reporting = new WeakSet<BrowserContext>();

function reportViolations(prefix: string): void {
  const { debug } = console;
  document.addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective: directive, blockedURI: blocked, sample } = event;
    debug.call(console, prefix + JSON.stringify({ directive, blocked, sample }));
  });
}

/** Firefox also reports a blocked script or style as a page error, and Chromium as a console error: one thing, counted once. */
const isPolicyEcho = (text: string) =>
  /settings blocked|violates the following (directive|Content Security Policy)/.test(text);

function isOwn(url: string): boolean {
  if (!/^(https?|wss?):/.test(url)) return true;
  const { origin } = new URL(url);
  return ownOrigins.has(origin.replace(/^ws/, 'http'));
}

/** A navigation that changes the process has no frame yet, and asking for it throws. */
function findPage(request: Request): string {
  try {
    return request.frame().url();
  } catch {
    return request.url();
  }
}

export function createGuard(): Guard {
  const allowances: Allowance[] = [];
  const may = (key: 'errors' | 'violations', text: string) =>
    allowances.some((allowance) => allowance[key]?.test(text));
  const mayAsk = (url: string) =>
    isOwn(url) || allowances.some(({ origins }) => origins?.includes(new URL(url).origin));

  const guard: Guard = {
    errors: [],
    console: [],
    violations: [],
    requests: [],
    get warnings() {
      return guard.console.filter(({ type }) => type === 'warning').map(({ text }) => text);
    },
    allow: (allowance) => void allowances.push(allowance),
    reset() {
      for (const list of [guard.errors, guard.console, guard.violations, guard.requests]) list.length = 0;
    },
    findProblems: () => [
      ...guard.errors.filter((text) => !may('errors', text)).map((text) => `page error: ${text}`),
      ...guard.violations
        .map(({ directive, blocked, sample }) => `${directive} blocked ${blocked} ${sample}`.trim())
        .filter((text) => !may('violations', text))
        .map((text) => `content security policy: ${text}`),
      ...guard.requests
        .filter(({ url }) => !mayAsk(url))
        .map(({ method, url, page }) => `request to another origin: ${method} ${url} from ${page}`),
    ],
    async watch(context) {
      context.on('weberror', (webError) => {
        const { message, stack } = webError.error();
        if (!isPolicyEcho(message)) guard.errors.push(stack?.includes(message) ? stack : message);
      });
      context.on('console', (message) => {
        const text = message.text();
        if (text.startsWith(mark)) guard.violations.push(JSON.parse(text.slice(mark.length)));
        else if (!text.startsWith(testMark) && !isPolicyEcho(text))
          guard.console.push({ type: message.type(), text });
      });
      context.on('request', (request) => {
        if (new URL(request.url()).pathname === '/favicon.ico') return;
        // a service worker's request has no frame and asking for it throws
        const page = request.serviceWorker() ? 'a service worker' : findPage(request);
        guard.requests.push({ method: request.method(), url: request.url(), page });
      });
      if (reporting.has(context)) return;
      reporting.add(context);
      throttle(context);
      restBeforeLeaving(context);
      await context.addInitScript(reportViolations, mark);
      // what the tag says of a storage that is merely slow is no fault to be found
      await context.addInitScript(waitForStorage);
    },
  };
  return guard;
}

// One visitor's device: a browser profile on disk that can be closed, killed and opened again.
//
// A returning visitor needs no more than a second page in the same `context`. Take a device for what only
// a restart shows: what the disk kept after the browser went away, orderly or not. Costs 1-3 s an opening.

import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserType, expect } from '@playwright/test';
import { getInternals } from './stock-firefox.ts';

/** What of Playwright's context is used. */
interface Running {
  _browser: { options: { browserProcess: { process: { pid: number } } } };
}

export interface Device {
  /** Starts the browser on this profile. */
  open(): Promise<BrowserContext>;
  /** Closes it as a person would. */
  close(): Promise<void>;
  /** SIGKILL to the whole process group: nothing is flushed. */
  kill(): Promise<void>;
  /** Closes and deletes the profile. */
  remove(): Promise<void>;
}

export interface DeviceOptions {
  browserType: BrowserType;
  channel: string | undefined;
  /** called with each context before its first page */
  prepare(context: BrowserContext): Promise<void>;
}

/**
 * Whether a process of this group lives. One that has ended and nobody has asked about (`Z`) does not, unless one of its
 * threads still finishes what it was writing.
 *
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html "pid (name) state parent group …", 20: threads
 */
export const isAlive = (group: number): boolean =>
  readdirSync('/proc').some((name) => {
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return Number(fields[2]) === group && (fields[0] !== 'Z' || Number(fields[17]) > 1);
    } catch {
      return false;
    }
  });

/** SIGKILL to the whole process group of a browser on a profile of its own: nothing is flushed. */
export async function killBrowser(context: BrowserContext): Promise<void> {
  const closed = context.waitForEvent('close');
  const { browserProcess } = getInternals<Running>(context)._browser.options;
  const { pid } = browserProcess.process;
  process.kill(-pid, 'SIGKILL');
  await closed;
  // one that still holds the profile's databases makes the next browser begin them anew
  await expect.poll(() => isAlive(pid)).toBe(false);
}

export function createDevice({ browserType, channel, prepare }: DeviceOptions): Device {
  const profile = mkdtempSync(join(tmpdir(), 'selvedge-device-'));
  let context: BrowserContext | undefined;

  async function close(): Promise<void> {
    await context?.close();
    context = undefined;
  }

  return {
    async open() {
      if (context) throw new Error('This device is open already: close or kill it first.');
      // executable, arguments and preferences are Playwright's defaults, set from playwright.config.ts
      context = await browserType.launchPersistentContext(profile, { ...(channel ? { channel } : {}) });
      await prepare(context);
      return context;
    },
    close,
    async kill() {
      if (!context) throw new Error('This device is not open.');
      await killBrowser(context);
      context = undefined;
    },
    async remove() {
      await close();
      await rm(profile, { recursive: true, force: true, maxRetries: 15, retryDelay: 100 });
    },
  };
}

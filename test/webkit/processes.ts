// WebKitGTK's programs: an X server without a screen, MiniBrowser on it, and the WebDriver that starts one.
//
// Each answers an end of its own; nothing here outlives the worker that started it. Profiles are folders that a
// caller may keep, to open a browser again on what it remembers.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { vi } from 'vitest';
import { findPort } from '../support/find-port.ts';
import { findWebKit, missingWebKit } from '../support/find-webkit.mjs';

function getPrograms() {
  const found = findWebKit();
  if (!found) throw new Error(missingWebKit);
  return found;
}

/** Ends a program and what it started. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'close');
  try {
    process.kill(-child.pid, signal);
  } catch {
    // it went by itself in between
  }
  await gone;
}

let display: Promise<{ name: string; child: ChildProcess }> | undefined;

/** Starts the X server once; it finds a free number itself and says it on its fourth stream. */
async function openDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  const child = spawn(getPrograms().display, args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const [number] = await once(child.stdio[3] as Readable, 'data');
  child.unref();
  return { name: `:${String(number).trim()}`, child };
}

/** Ends the X server; call it when all browsers are gone. */
export async function closeDisplay(): Promise<void> {
  const open = display;
  display = undefined;
  if (open) await end((await open).child);
}

/** What a browser is started with: software drawing, this display, and nothing of the caller's own profile. */
async function getEnvironment(profile: string): Promise<NodeJS.ProcessEnv> {
  display ??= openDisplay();
  const folder = (name: string) => {
    const path = join(profile, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  return {
    ...process.env,
    DISPLAY: (await display).name,
    HOME: folder('home'),
    XDG_DATA_HOME: folder('data'),
    XDG_CACHE_HOME: folder('cache'),
    XDG_CONFIG_HOME: folder('config'),
    XDG_RUNTIME_DIR: folder('run'),
    GDK_BACKEND: 'x11',
    LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    NO_AT_BRIDGE: '1',
    no_proxy: 'localhost,127.0.0.1',
  };
}

/** MiniBrowser as a visitor has it, on a kept profile: no driver, so its pages say themselves what they see. */
export async function openBrowser(profile: string, url: string): Promise<ChildProcess> {
  return spawn(getPrograms().path, [url], {
    env: await getEnvironment(profile),
    stdio: 'ignore',
    detached: true,
  });
}

/** Starts WebKitWebDriver and answers its address once it listens. */
export async function openDriver(profile: string): Promise<{ url: string; child: ChildProcess }> {
  const port = await findPort();
  const child = spawn(getPrograms().driver, [`--port=${port}`, '--host=127.0.0.1'], {
    env: await getEnvironment(profile),
    stdio: 'ignore',
    detached: true,
  });
  const url = `http://127.0.0.1:${port}`;
  await vi.waitFor(
    async () => {
      if (child.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${child.exitCode}`);
      await fetch(`${url}/status`);
    },
    { timeout: 60_000, interval: 50 },
  );
  return { url, child };
}

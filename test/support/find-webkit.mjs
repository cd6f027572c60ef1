// Where WebKitGTK's three programs are: MiniBrowser, its WebDriver, and the X server without a screen that it
// shows itself on. Debian: `apt-get install webkit2gtk-driver xvfb`.
//
// MiniBrowser lies in no folder of PATH, and answers nothing without a display, so it is only looked for.

import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const inPath = (command) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find(existsSync);

/** What lies in a folder; nothing where there is none. */
function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser` on Debian, `/usr/libexec/webkit2gtk-4.1/MiniBrowser` on Fedora; the newest. */
function findMiniBrowser() {
  const folders = [
    '/usr/libexec',
    '/usr/lib64',
    '/usr/lib',
    ...list('/usr/lib').map((name) => join('/usr/lib', name)),
  ];
  return folders
    .flatMap((folder) =>
      list(folder)
        .filter((name) => /^webkit2?gtk-/.test(name))
        .sort()
        .reverse()
        .map((name) => join(folder, name, 'MiniBrowser')),
    )
    .find(existsSync);
}

/** What lacks, for people. */
export const missingWebKit =
  'MiniBrowser, WebKitWebDriver or Xvfb is not on this machine (Debian: apt-get install webkit2gtk-driver xvfb)';

/**
 * @returns {{ path: string, driver: string, display: string, origin: 'environment' | 'system' } | undefined}
 * @throws when the environment names a MiniBrowser that is not there
 */
export function findWebKit() {
  const wanted = process.env.WEBKIT_PATH;
  if (wanted && !existsSync(wanted)) {
    throw new Error(`WEBKIT_PATH=${wanted} is not there. Point it at WebKitGTK's MiniBrowser, or unset it.`);
  }
  const path = wanted || findMiniBrowser();
  const driver = inPath('WebKitWebDriver');
  const display = inPath('Xvfb');
  if (!path || !driver || !display) return undefined;
  return { path, driver, display, origin: wanted ? 'environment' : 'system' };
}

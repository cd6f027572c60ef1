// A server that a recipe is for: the one that is installed, else Debian's, fetched and unpacked into a folder of the cache.
// Nothing is installed, and nothing starts by itself.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CACHE } from '../sites/build-site.mjs';

/** Where servers lie, though an ordinary path may not lead there. */
const PLACES = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

/** The libraries that the packages bring, for a program that is not installed. */
export const envOf = (folder) =>
  folder === undefined
    ? process.env
    : {
        ...process.env,
        LD_LIBRARY_PATH: join(folder, `usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`),
      };

/** @returns {string} the folder that holds these packages of Debian's */
export function unpack(name, packages) {
  const folder = join(CACHE, `debian-${name}`);
  const mark = join(folder, '.unpacked');
  if (existsSync(mark)) return folder;
  const fetched = join(folder, 'fetched');
  mkdirSync(fetched, { recursive: true });
  execFileSync('apt-get', ['download', ...packages], { cwd: fetched, stdio: 'ignore' });
  for (const file of readdirSync(fetched)) execFileSync('dpkg-deb', ['-x', join(fetched, file), folder]);
  mkdirSync(mark);
  return folder;
}

/**
 * @param {string} name of the program
 * @param {string[]} packages of Debian's that hold it and what it needs
 * @returns {{ program?: string, folder?: string, reason?: string }}
 */
export function findProgram(name, packages) {
  const installed = PLACES.map((place) => join(place, name)).find((path) => existsSync(path));
  if (installed) return { program: installed };
  try {
    const folder = unpack(name, packages);
    const program = ['usr/bin', 'usr/sbin']
      .map((place) => join(folder, place, name))
      .find((path) => existsSync(path));
    if (program) return { program, folder };
  } catch {}
  return { reason: `there is no ${name} here, and none to be had by apt-get download` };
}

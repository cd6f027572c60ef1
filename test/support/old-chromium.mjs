// The oldest Chromium that the tag is built for, as an npm package holds it: `@sparticuz/chromium`, packed by brotli,
// for Linux on x64. Unpacked once into node_modules/.cache.

import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const packed = join(modules, '@sparticuz/chromium/bin/chromium.br');
const folder = join(modules, '.cache/selvedge');
const unpacked = join(folder, 'chromium-108');

/** Why there is none. */
export const missingOldChromium = 'there is a Chromium 108 for Linux on x64 only';

const isPossible = process.platform === 'linux' && process.arch === 'x64';

/** @returns {string | undefined} its path, once it is unpacked */
export const findOldChromium = () => (isPossible && existsSync(unpacked) ? unpacked : undefined);

/** Unpacks it where that is still to be done. @returns {Promise<string | undefined>} its path */
export async function ensureOldChromium() {
  if (!isPossible || existsSync(unpacked)) return findOldChromium();
  mkdirSync(folder, { recursive: true });
  const part = `${unpacked}.${process.pid}`;
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(part));
  chmodSync(part, 0o755);
  // whole, or not at all
  renameSync(part, unpacked);
  return unpacked;
}

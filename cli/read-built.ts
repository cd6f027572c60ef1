// The files of the build that this program belongs to. What no page is served, only tags are made of, is packed in the
// package: unpacked it was a quarter of it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { WHOLE } from '../shared/publish/form.ts';

/** Written by package/build-package.mjs. */
const PACKED = 'selvedge.sources.br';

/** Built, they lie beside this code or a folder above; run from source, in dist. */
export const builtFolder = ['./', '../', '../dist/']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((folder) => [PACKED, WHOLE].some((name) => existsSync(join(folder, name))));

/** @throws Error in words where it is missing */
export function readBuilt(name: string): string {
  const find = (file: string) => {
    const path = join(builtFolder ?? '', file);
    return builtFolder !== undefined && existsSync(path) ? path : undefined;
  };
  const path = find(name);
  if (path !== undefined) return readFileSync(path, 'utf8');
  const packed = find(PACKED);
  const texts: Record<string, string | undefined> =
    packed === undefined ? {} : JSON.parse(brotliDecompressSync(readFileSync(packed)).toString());
  const text = texts[name];
  if (text === undefined) throw new Error(`${name} is missing beside this program. Build it: npm run build.`);
  return text;
}

// The program `selvedge`: hands the process to run().
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WHOLE } from '../shared/publish/form.ts';
import { run } from './run.ts';

/** Built, the tag and its siblings lie beside this file; run from source, in dist. */
const builtFolder = ['./', '../dist/']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((folder) => existsSync(join(folder, WHOLE)));

process.exitCode = run(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  readBuilt(name) {
    const path = builtFolder && join(builtFolder, name);
    if (!path || !existsSync(path))
      throw new Error(`${name} is missing beside this program. Build it: npm run build.`);
    return readFileSync(path, 'utf8');
  },
  builtFolder,
});

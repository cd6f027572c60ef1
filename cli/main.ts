// The program `selvedge`: hands the process to run().
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

/** Built, it lies beside this file; run from source, in dist. */
const tagFile = ['./selvedge.js', '../dist/selvedge.js']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path));

process.exitCode = run(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  readTag() {
    if (!tagFile) throw new Error('selvedge.js is missing beside this program. Build it: npm run build.');
    return readFileSync(tagFile, 'utf8');
  },
  tagFile,
});

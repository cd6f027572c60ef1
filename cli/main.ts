#!/usr/bin/env node
// The program `selvedge`: hands the process to run().
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WHOLE } from '../shared/publish/form.ts';
import { explainWriteError } from './explain-file-error.ts';
import { run } from './run.ts';

/** Built, the tag and its siblings lie beside this file; run from source, in dist. */
const builtFolder = ['./', '../dist/']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((folder) => existsSync(join(folder, WHOLE)));

const err = (text: string): void => void process.stderr.write(text);

// whoever reads may stop when they like (`| head -1`): what is left is for nobody. Anything else has cost them text
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  err(`${explainWriteError(error, 'The output')}\n`);
  process.exitCode = 1;
});
process.stderr.on('error', () => {});

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => void process.stdout.write(text),
  err,
  readBuilt(name) {
    const path = builtFolder && join(builtFolder, name);
    if (!path || !existsSync(path))
      throw new Error(`${name} is missing beside this program. Build it: npm run build.`);
    return readFileSync(path, 'utf8');
  },
  builtFolder,
  get pipe() {
    return process.stdin;
  },
  isTerminal: process.stderr.isTTY,
});

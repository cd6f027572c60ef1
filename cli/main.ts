#!/usr/bin/env node
// The program `selvedge`: hands the process to run().
import { explainWriteError } from './explain-file-error.ts';
import { builtFolder, readBuilt } from './read-built.ts';
import { run } from './run.ts';

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
  readBuilt,
  builtFolder,
  get pipe() {
    return process.stdin;
  },
  isTerminal: process.stderr.isTTY,
});

// The program as a process: what it writes to may be closed, or full.
import { spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SAMPLE } from '../shared/schema/sample.ts';
import { createCommandLine } from './command-line.ts';

const line = createCommandLine();
beforeAll(() => {
  line.write('a.json', JSON.stringify(SAMPLE));
  line.write('bad.json', '{}');
  line.write('built/package.json', '{"type":"module"}');
  buildSync({
    entryPoints: ['cli/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile: line.at('built/cli.js'),
    logLevel: 'silent',
  });
});
afterAll(line.remove);

/** @param out a file descriptor, or what nobody reads any more */
function start(args: string[], out: number | 'closed'): Promise<{ code: number | null; err: string }> {
  const child = spawn(process.execPath, [line.at('built/cli.js'), ...args], {
    cwd: line.cwd,
    stdio: ['ignore', out === 'closed' ? 'pipe' : out, 'pipe'],
  });
  child.stdout?.destroy();
  let err = '';
  child.stderr?.on('data', (text) => {
    err += text;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, err })));
}

test('whoever reads may stop when they like: no word, and the answer is the same', async () => {
  expect(await start(['schema'], 'closed')).toEqual({ code: 0, err: '' });
  expect(await start(['check', 'bad.json'], 'closed')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^bad\.json: not fit to be published \(\d errors, 0 warnings\)\n$/),
  });
});

test.skipIf(!existsSync('/dev/full'))('where nothing more can be written, that is said', async () => {
  expect(await start(['schema'], openSync('/dev/full', 'w'))).toEqual({
    code: 1,
    err: 'The output: the disk is full. Make space and run it again.\n',
  });
});

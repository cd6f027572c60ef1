// A program that serves a site, for as long as it is asked for the tag's files.

import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectCached } from './cached-files.mjs';
import { waitUntilUp } from './serve.mjs';

/**
 * @param {object} server
 * @param {string} server.program
 * @param {string[]} server.args
 * @param {NodeJS.ProcessEnv} server.env
 * @param {string} server.folder where it may write
 * @param {number} server.port where it answers
 * @param {string} server.site the folder that it serves
 */
export async function runServer({ program, args, env, folder, port, site }) {
  // with what it starts itself, all of which ends with it
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...env, HOME: folder },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let isOver = false;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const ended = new Promise((done) => child.once('exit', done)).then(() => (isOver = true));
  const origin = `http://127.0.0.1:${port}`;
  try {
    await waitUntilUp(
      origin,
      () => isOver,
      () => said,
    );
    await expectCached(origin, (name, text) => writeFileSync(join(site, name), text));
  } finally {
    if (!isOver) process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
}

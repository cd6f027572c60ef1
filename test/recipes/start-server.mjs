// A server of other people's making, as a program of its own, until the recipe is tried.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSite } from './cached-files.mjs';
import { envOf, findProgram } from './find-program.mjs';
import { runServer } from './run-server.mjs';
import { findPort } from './serve.mjs';

/**
 * Serves the tag's files by a server that is configured as the recipe says, and asks it for them.
 *
 * @param {object} server
 * @param {string} server.name of the program
 * @param {string[]} server.packages of Debian's that it comes in
 * @param {(place: { folder: string, site: string, port: number, root?: string }) => { text: string, args: (file: string) => string[] }} server.configure
 * @returns {Promise<string | undefined>} why it was not tried
 */
export async function tryServer({ name, packages, configure }) {
  const { program, folder: root, reason } = findProgram(name, packages);
  if (!program) return reason;
  const { folder, site, remove } = makeSite();
  const port = await findPort();
  const { text, args } = configure({ folder, site, port, root });
  const file = join(folder, 'config');
  writeFileSync(file, text);
  try {
    await runServer({
      program,
      args: args(file),
      env: { ...envOf(root), XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      folder,
      port,
      site,
    });
  } finally {
    remove();
  }
  return undefined;
}

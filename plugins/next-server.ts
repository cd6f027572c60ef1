// The tag's files while a Next project is developed, made anew for who asks, and the news of a config that has changed.
//
// It ends with the process: nothing of it keeps that alive.

import { createHash } from 'node:crypto';
import { watch } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { basename, dirname, resolve } from 'node:path';
import type { BundledFile } from '../package/node.ts';
import { filesOf, NAME, TAG } from './files-of.ts';

/** Where a page hears that the config is another one. */
export const RELOAD = 'selvedge-reload';

/** What leads here ends a connection that has been silent for half a minute. */
const PULSE_MS = 10_000;
/** A file that is being written is empty for a moment: it is read once nothing more is heard of it. */
const WRITTEN_MS = 50;

interface Version {
  /** What it hashes to: a page that was made of another one is reloaded. */
  name: string;
  files: Map<string, string>;
  problem?: string;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** An error that nobody catches: Next shows it over the page, once it has begun to listen. */
const throwLater = (problem: string): string =>
  `addEventListener('load', () => setTimeout(() => { throw new Error(${JSON.stringify(problem)}); }));\n`;

function makeVersion(make: () => BundledFile): Version {
  try {
    const files = filesOf(make());
    return { name: hash([...files.values()].join('\n')), files };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { name: hash(problem), files: new Map([[TAG, throwLater(problem)]]), problem };
  }
}

const listen = (version: string): string => `
new EventSource(new URL('${RELOAD}', document.currentScript.src)).onmessage = ({ data }) => {
  if (data !== '${version}') location.reload();
};
`;

/**
 * @param file the config, whose folder is there
 * @returns the origin that answers
 */
export async function serveFiles(make: () => BundledFile, file: string): Promise<string> {
  const hearing = new Set<ServerResponse>();
  let version = makeVersion(make);
  const complain = (): void => {
    if (version.problem !== undefined) console.error(version.problem);
  };

  function follow(): void {
    const before = version.name;
    version = makeVersion(make);
    if (version.name === before) return;
    complain();
    for (const response of hearing) response.write(`data: ${version.name}\n\n`);
  }

  function hear(request: IncomingMessage, response: ServerResponse): void {
    // else it is packed on its way, and waits for more
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
    });
    response.write(`data: ${version.name}\n\n`);
    const pulse = setInterval(() => response.write(':\n\n'), PULSE_MS).unref();
    hearing.add(response);
    request.on('close', () => {
      clearInterval(pulse);
      hearing.delete(response);
    });
  }

  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    if (name === RELOAD) return hear(request, response);
    const text = NAME.test(name) ? version.files.get(name) : undefined;
    if (text === undefined) return void response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(name === TAG ? text + listen(version.name) : text);
  });

  complain();
  // the folder: an editor may put another file in its place
  let soon: NodeJS.Timeout | undefined;
  const watcher = watch(dirname(resolve(file)), (_event, changed) => {
    if (changed !== null && changed !== basename(file)) return;
    clearTimeout(soon);
    soon = setTimeout(follow, WRITTEN_MS).unref();
  });
  watcher.unref();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

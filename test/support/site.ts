// A small web server for pages that a test writes itself.
//
// One server a worker on a free loopback port; what it serves is forgotten after each test. A page may be
// text, or chunks that the test lets through one at a time, to look at a page while its parser streams.

import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body: string | Buffer | AsyncIterable<string>;
}

export type Responder =
  | string
  | Answer
  | ((request: IncomingMessage) => string | Answer | Promise<string | Answer>);

export interface Site {
  /** `http://localhost:PORT`, a secure context */
  origin: string;
  /** the same server as another origin, `http://127.0.0.1:PORT` */
  foreign: string;
  /** what was asked for since the test began: `GET /path?query`, favicons left out */
  requests: string[];
  /** Serves `responder` at this path (without query). Text is HTML unless the path's extension says otherwise. */
  serve(path: string, responder: Responder): void;
  /** Serves a file of the repository, read anew for each request. */
  serveFile(path: string, file: string): void;
  reset(): void;
  close(): Promise<void>;
}

/** Origins of servers that the tests started; a request to any other is foreign (see guard.ts). */
export const ownOrigins = new Set<string>();

/** How late the second and the third file are answered in this run, in ms: `REST_AFTER=700 npx playwright test …`. */
const restAfterMs = Number(process.env.REST_AFTER ?? 0);
const REST = /\/selvedge-(later|show)\.js$/;

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

async function respond(response: ServerResponse, path: string, answer: Answer): Promise<void> {
  response.writeHead(answer.status ?? 200, {
    'content-type': types[extname(path)] ?? 'text/html; charset=utf-8',
    // not no-store, which would keep the page out of the back/forward cache
    'cache-control': 'no-cache',
    ...answer.headers,
  });
  if (typeof answer.body === 'string' || Buffer.isBuffer(answer.body)) {
    response.end(answer.body);
    return;
  }
  for await (const chunk of answer.body) response.write(chunk);
  response.end();
}

export async function openSite(): Promise<Site> {
  const responders = new Map<string, Responder>();
  const requests: string[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/favicon.ico') requests.push(`${request.method} ${request.url}`);
    // on a slow machine the rest comes late: a spec that asks for what it has not waited for fails then (docs/TESTING.md)
    if (restAfterMs && REST.test(pathname)) await sleep(restAfterMs);
    const responder = responders.get(pathname);
    if (responder === undefined) {
      await respond(response, '/missing.html', {
        status: 404,
        body: '<!doctype html><title>Not found</title>',
      });
      return;
    }
    const made = typeof responder === 'function' ? await responder(request) : responder;
    await respond(response, pathname, typeof made === 'string' ? { body: made } : made);
  }

  const server = createServer((request, response) => {
    // a test that ends while a page streams closes the socket: nothing to tell anyone
    answer(request, response).catch((error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  ownOrigins.add(origin);
  return {
    origin,
    foreign: `http://127.0.0.1:${port}`,
    requests,
    serve: (path, responder) => void responders.set(path, responder),
    serveFile: (path, file) => void responders.set(path, () => ({ body: readFileSync(file) })),
    reset() {
      responders.clear();
      requests.length = 0;
    },
    async close() {
      ownOrigins.delete(origin);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Sends these parts one after the other, as a slow network does: `site.serve('/', () => ({ body: pace(parts) }))`.
 *
 * @param everyMs how long the browser has to parse and paint what it got
 */
export async function* pace(parts: Iterable<string>, everyMs = 20): AsyncGenerator<string> {
  for (const part of parts) {
    yield part;
    await sleep(everyMs);
  }
}

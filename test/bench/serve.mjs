// Serves every case on loopback, each as a site of its own: `http://CASE--LATENCY.localhost:PORT/`.
// Everything is brotli-compressed; every answer waits LATENCY ms; what was sent is counted
// per site, but for the shop's own files.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const assets = new URL('../shop/assets/', import.meta.url);
const types = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};
const compressed = new Map();

function compress(body) {
  const key = String(body);
  if (!compressed.has(key)) compressed.set(key, brotliCompressSync(key));
  return compressed.get(key);
}

/** @param {string} path below /assets/ of the shop */
function readAsset(path) {
  const url = new URL(path.slice('/assets/'.length), assets);
  if (!url.href.startsWith(assets.href)) return undefined;
  try {
    return { type: types[extname(path)], body: readFileSync(fileURLToPath(url), 'utf8'), age: 600 };
  } catch {
    return undefined;
  }
}

/** @param {Record<string, import('./cases.mjs').Case>} cases */
export async function serve(cases) {
  // now: megabytes take seconds, and nobody shall wait for them while something is measured
  for (const { html, files } of Object.values(cases))
    for (const body of [html, ...Object.values(files).map((file) => file.body)]) compress(body);
  /** What each site has sent since it was last asked. @type {Map<string, { requests: number, bytes: number, missing: string[] }>} */
  const sent = new Map();
  const count = (site) => {
    if (!sent.has(site)) sent.set(site, { requests: 0, bytes: 0, missing: [] });
    return sent.get(site);
  };

  const server = createServer((request, response) => {
    const [site = ''] = (request.headers.host ?? '').split('.');
    const [key = '', latency = '0'] = site.split('--');
    const { pathname } = new URL(request.url ?? '/', 'http://bench');
    const one = cases[key];
    const file =
      pathname === '/'
        ? one && { type: 'text/html; charset=utf-8', body: one.html }
        : (one?.files[pathname] ?? (pathname.startsWith('/assets/') ? readAsset(pathname) : undefined));
    request.resume();
    setTimeout(() => {
      const counted = count(site);
      // the shop's own files are the page's: a photo that is fetched beside the variant's, say, is counted in time
      const isOwn = !pathname.startsWith('/assets/');
      if (isOwn) counted.requests++;
      if (!file) {
        counted.missing.push(pathname);
        response.writeHead(404).end();
        return;
      }
      const body = compress(file.body);
      if (isOwn) counted.bytes += body.length;
      response.writeHead(200, {
        'content-type': file.type,
        'content-encoding': 'br',
        'content-length': body.length,
        'cache-control': file.age ? `public, max-age=${file.age}` : 'no-cache',
      });
      response.end(body);
    }, Number(latency));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    site: (key, latency) => `http://${key}--${latency}.localhost:${port}`,
    /** What the site has sent since the last time. */
    take(key, latency) {
      const site = `${key}--${latency}`;
      const taken = count(site);
      sent.delete(site);
      return taken;
    },
    /** Bytes of each file of each site, by its path. */
    weigh: () =>
      Object.fromEntries(
        Object.entries(cases).map(([key, { files }]) => [
          key,
          Object.fromEntries(Object.entries(files).map(([path, { body }]) => [path, compress(body).length])),
        ]),
      ),
    close: () => server.close(),
  };
}

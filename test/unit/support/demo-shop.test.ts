// The demo shop takes what the panel publishes to it, the file of items, too, and has every file that a tag loads by need.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createShop } from '../../shop/server.mjs';

const root = mkdtempSync(join(tmpdir(), 'selvedge-shop-'));
let server: Server;
let origin = '';
beforeAll(async () => {
  mkdirSync(join(root, 'dist'));
  for (const name of ['ask', 'block', 'purify', 'recommend', 'panel'])
    writeFileSync(join(root, `dist/selvedge-${name}.js`), name);
  server = createServer(createShop({ root, token: 'open' }).handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(root, { recursive: true });
});
const put = async (path: string, token = 'open') =>
  (await fetch(origin + path, { method: 'PUT', body: path, headers: { authorization: `Bearer ${token}` } }))
    .status;
const read = async (path: string) => (await fetch(origin + path)).text();

test('what a tag loads by need lies beside it', async () => {
  for (const name of ['ask', 'block', 'purify', 'recommend', 'panel'])
    expect(await read(`/selvedge-${name}.js`), name).toBe(name);
});

test('the file of items is taken as the tag is, by who may publish alone', async () => {
  const items = '/selvedge-items-0123abcd.js';
  expect(await put(items, 'other')).toBe(401);
  expect((await fetch(origin + items)).status).toBe(404);
  expect(await put('/selvedge.js')).toBe(204);
  expect(await put(items)).toBe(204);
  expect(await read(items)).toBe(items);
  // it is no way of its own to publish a tag: the one with the config inside stays in its pages
  expect(await read('/')).not.toContain('data-config');
  expect(await put('/selvedge-items-x.js')).toBe(405);
  expect(await put('/assets/shop.css')).toBe(405);
});

// What a page names is fetched within limits: nothing that a server does or leaves undone keeps the panel waiting.

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { fetchText, MOST_TEXT } from '../../../../extension/wire/fetch-text.ts';

const servers: Server[] = [];
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/selvedge.json`;
}
const read = (address: string) => fetchText(address, 'same-origin');

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

test('a text is read whole, also where a letter is cut in two', async () => {
  const bytes = Buffer.from('{"site":"Zürich 🧵"}');
  const address = await serve(async (_request, response) => {
    for (const byte of bytes) await new Promise((written) => response.write(Buffer.of(byte), written));
    response.end();
  });
  expect(await read(address)).toBe('{"site":"Zürich 🧵"}');
});

test('one that goes on without end is left, and the server let go', async () => {
  let closed = () => {};
  const isClosed = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const address = await serve((_request, response) => {
    const more = () => {
      while (response.write('x'.repeat(100_000)));
    };
    response.on('drain', more).on('close', closed);
    more();
  });
  await expect(read(address)).rejects.toThrow(`is longer than ${MOST_TEXT / 1e6} million characters`);
  await isClosed;
});

test.each<[what: string, begin: RequestListener]>([
  ['never answers', () => {}],
  ['begins and never ends', (_request, response) => void response.write('{"version":1,')],
])('one that %s is not waited for', async (_what, begin) => {
  const patience = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
  const address = await serve((request, response) => {
    begin(request, response);
    patience.abort();
  });
  await expect(read(address)).rejects.toThrow('/selvedge.json was not there after 5 seconds');
});

test('what is not there is said with what the server answered', async () => {
  const address = await serve((_request, response) => void response.writeHead(404).end('none'));
  await expect(read(address)).rejects.toThrow('the server answered 404');
});

test('a server that hangs up is one that cannot be reached', async () => {
  const address = await serve((request) => void request.socket.destroy());
  await expect(read(address)).rejects.toThrow('the browser could not fetch');
});

test.each([
  'file:///etc/hostname',
  'chrome://version',
  'javascript:1',
  'data:,x',
  'blob:x',
  '/selvedge.json',
  'chrome-extension://id/tour/selvedge.json',
])('%s is not asked for', async (address) => {
  vi.stubGlobal('location', { origin: 'https://shop.example' });
  const asked = vi.spyOn(globalThis, 'fetch');
  await expect(read(address)).rejects.toThrow('this address cannot be read');
  expect(asked).not.toHaveBeenCalled();
});

test('in the tour’s shop, what lies beside it is read', async () => {
  vi.stubGlobal('location', { origin: 'chrome-extension://id' });
  vi.spyOn(globalThis, 'fetch').mockResolvedValueOnce(new Response('{}'));
  expect(await read('chrome-extension://id/tour/selvedge.json')).toBe('{}');
  await expect(read('chrome-extension://another/selvedge.json')).rejects.toThrow('cannot be read');
});

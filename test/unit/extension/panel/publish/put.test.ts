// Publishing against a server on loopback that fails in each of its ways.

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Outcome } from '../../../../../extension/panel/publish/outcome.ts';
import { type PutOptions, putFile } from '../../../../../extension/panel/publish/put.ts';
import { sayOutcome } from '../../../../../extension/panel/publish/say-outcome.ts';

interface Request {
  method: string;
  url: string;
  authorization: string | undefined;
}
interface Box {
  text: string | undefined;
  requests: Request[];
}
type Act = (
  request: IncomingMessage,
  response: ServerResponse,
  box: Box,
  body: string,
) => boolean | undefined;

const TOKEN = 'Bearer secret';
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

const tagOf = (text: string) => `"${createHash('sha256').update(text).digest('hex').slice(0, 12)}"`;

/** A well-behaved store; `act` may take a request over by answering true. */
async function serve(act: Act = () => undefined, start: string | undefined = 'old', etag = tagOf) {
  const box: Box = { text: start, requests: [] };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { method = '', url = '', headers } = request;
    box.requests.push({ method, url, authorization: headers.authorization });
    if (act(request, response, box, body)) return;
    const now = box.text === undefined ? undefined : etag(box.text);
    if (method === 'GET') {
      if (box.text === undefined) return void response.writeHead(404).end();
      return void response.writeHead(200, now ? { etag: now } : {}).end(box.text);
    }
    if (headers.authorization !== TOKEN) return void response.writeHead(401).end();
    if (headers['if-match'] !== undefined && headers['if-match'] !== now)
      return void response.writeHead(412).end();
    if (headers['if-none-match'] === '*' && now !== undefined) return void response.writeHead(412).end();
    box.text = body;
    response.writeHead(204).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/selvedge.json`;
  const put = (options: PutOptions = {}, authorization: string | undefined = TOKEN): Promise<Outcome> =>
    putFile({ url, authorization, type: 'application/json' }, 'new', {
      // only who never answers takes so long; a busy machine may take some of it to begin
      patience: 2_500,
      wait: async () => {},
      ...options,
    });
  return { box, put, url };
}
const puts = (box: Box) => box.requests.filter(({ method }) => method === 'PUT').length;

describe('a server that keeps its word', () => {
  test('is written with If-Match and read back', async () => {
    const { box, put } = await serve();
    expect(await put({ isExpected: (text) => text === 'old' })).toEqual({
      kind: 'published',
      etag: tagOf('new'),
    });
    expect(box.text).toBe('new');
  });
  test('gets a new file with If-None-Match', async () => {
    const seen: (string | undefined)[] = [];
    const { box, put } = await serve(
      (request) => void seen.push(request.headers['if-none-match'] as string),
      undefined as never,
    );
    box.text = undefined;
    expect((await put()).kind).toBe('published');
    expect(seen).toContain('*');
  });
  test('is not written when it holds this already', async () => {
    const { box, put } = await serve(undefined, 'new');
    expect(await put()).toEqual({ kind: 'same' });
    expect(puts(box)).toBe(0);
  });
  test('is not overwritten when somebody else published before', async () => {
    const { box, put } = await serve(undefined, 'theirs');
    expect(await put({ isExpected: (text) => text === 'old' })).toEqual({ kind: 'changed', text: 'theirs' });
    expect(box.text).toBe('theirs');
    expect(puts(box)).toBe(0);
  });
  test('is not overwritten when somebody else publishes in the same moment: 412', async () => {
    const { box, put } = await serve((request, _response, its) => {
      if (request.method === 'PUT' && !request.headers['if-match']?.includes('asks')) its.text = 'theirs';
      return undefined;
    });
    expect(await put({ isExpected: (text) => text === 'old' })).toEqual({ kind: 'changed', text: 'theirs' });
    expect(box.text).toBe('theirs');
  });
});

describe('a server that fails', () => {
  test('401: nothing is written', async () => {
    const { box, put } = await serve();
    expect(await put({}, 'Bearer wrong')).toEqual({ kind: 'refused', status: 401 });
    expect(box.text).toBe('old');
  });
  test('403 for reading already', async () => {
    const { put } = await serve((_request, response) => !!response.writeHead(403).end());
    expect(await put()).toEqual({ kind: 'refused', status: 403 });
  });
  test.each([405, 409, 413, 423, 507])('%i is said with what to do', async (status) => {
    const { box, put } = await serve((request, response) =>
      request.method === 'PUT' && !request.headers['if-match']?.includes('asks')
        ? !!response.writeHead(status).end()
        : undefined,
    );
    const outcome = await put();
    expect(outcome).toEqual({ kind: 'failed', status });
    expect(sayOutcome(outcome, 'shop.example').text).toMatch(/Your draft is kept/);
    expect(box.text).toBe('old');
  });
  test('a redirect to another origin: the token is never sent there', async () => {
    const other = await serve();
    for (const methods of [['GET', 'PUT'], ['PUT']]) {
      const { box, put } = await serve((request, response) =>
        methods.includes(request.method ?? '')
          ? !!response.writeHead(307, { location: other.url }).end()
          : undefined,
      );
      expect(await put()).toEqual({ kind: 'elsewhere' });
      expect(box.text).toBe('old');
    }
    expect(other.box.requests).toEqual([]);
  });
  test('no connection', async () => {
    const outcome = await putFile(
      { url: 'http://127.0.0.1:9/x', authorization: TOKEN, type: 'application/json' },
      'new',
    );
    expect(outcome).toEqual({ kind: 'unreachable' });
  });
  test('no answer to the first question in time is told apart from no server', async () => {
    const { put } = await serve(() => true);
    expect(await put()).toEqual({ kind: 'unreachable', isLate: true });
  });
  test('no answer, but written: found out by reading', async () => {
    const { box, put } = await serve((request, _response, its, body) => {
      if (request.method !== 'PUT' || request.headers['if-match']?.includes('asks')) return undefined;
      its.text = body;
      return true;
    });
    expect((await put()).kind).toBe('published');
    expect(box.text).toBe('new');
  });
  test('no answer and not written: found out by reading', async () => {
    const { box, put } = await serve((request) =>
      request.method === 'PUT' && !request.headers['if-match']?.includes('asks') ? true : undefined,
    );
    expect(await put()).toEqual({ kind: 'unwritten' });
    expect(box.text).toBe('old');
  });
  test('no answer, and then nothing can be read: unknown', async () => {
    let isGone = false;
    const { put } = await serve((request, response) => {
      if (isGone) return !!response.destroy();
      if (request.method !== 'PUT' || request.headers['if-match']?.includes('asks')) return undefined;
      isGone = true;
      return true;
    });
    expect(await put()).toEqual({ kind: 'unknown' });
  });
  test('a proxy that gives up (502) after the file was written: published', async () => {
    const { put } = await serve((request, response, its, body) => {
      if (request.method !== 'PUT' || request.headers['if-match']?.includes('asks')) return undefined;
      its.text = body;
      return !!response.writeHead(502).end();
    });
    expect((await put()).kind).toBe('published');
  });
  test('yes, but something else is there', async () => {
    const { put } = await serve((request, response, its) => {
      if (request.method !== 'PUT' || request.headers['if-match']?.includes('asks')) return undefined;
      its.text = 'rewritten';
      return !!response.writeHead(204).end();
    });
    expect(await put()).toEqual({ kind: 'differs', text: 'rewritten' });
  });
});

describe('a server that cannot guard is not written to, unless the author says so', () => {
  test('If-Match is ignored: found out without changing anything', async () => {
    const { box, put } = await serve((request, response, its, body) => {
      if (request.method !== 'PUT') return undefined;
      its.text = body;
      return !!response.writeHead(204).end();
    });
    expect(await put()).toEqual({ kind: 'unguarded', why: 'ignores-if-match' });
    expect(box.text).toBe('old');
    expect((await put({ isBold: true })).kind).toBe('published');
  });
  test('no ETag', async () => {
    const { box, put } = await serve(undefined, 'old', () => '');
    expect(await put()).toEqual({ kind: 'unguarded', why: 'no-etag' });
    expect(puts(box)).toBe(0);
    expect((await put({ isBold: true })).kind).toBe('published');
  });
  test('a weak ETag that stays weak', async () => {
    const { box, put } = await serve(undefined, 'old', (text) => `W/${tagOf(text)}`);
    expect(await put()).toEqual({ kind: 'unguarded', why: 'weak-etag' });
    expect(puts(box)).toBe(0);
  });
  test('a weak ETag that settles, as Apache gives to a young file, is waited for', async () => {
    let reads = 0;
    const { put } = await serve(undefined, 'old', (text) => (reads++ < 2 ? `W/${tagOf(text)}` : tagOf(text)));
    expect((await put()).kind).toBe('published');
  });
  test('bold or not, what somebody else published is not overwritten unseen', async () => {
    const { box, put } = await serve(undefined, 'theirs', () => '');
    expect(await put({ isBold: true, isExpected: (text) => text === 'old' })).toEqual({
      kind: 'changed',
      text: 'theirs',
    });
    expect(box.text).toBe('theirs');
  });
});

test.each<Outcome>([
  { kind: 'changed', text: '' },
  { kind: 'refused', status: 401 },
  { kind: 'refused', status: 403 },
  { kind: 'elsewhere' },
  { kind: 'forbidden' },
  { kind: 'unfit' },
  { kind: 'broken', message: 'no tag in this build' },
  { kind: 'unreachable' },
  { kind: 'unwritten' },
  { kind: 'unknown' },
  { kind: 'differs', text: '' },
  { kind: 'failed', status: 500 },
  { kind: 'half', name: 'b', why: { kind: 'unreachable' }, left: [] },
  { kind: 'half', name: 'b', why: { kind: 'unreachable' }, left: ['a'] },
])('$kind keeps the draft, and says what to do', (outcome) => {
  const { text, title, tone } = sayOutcome(outcome, 'shop.example');
  expect(tone).not.toBe('good');
  expect(title).not.toMatch(/undefined|\[object/);
  expect(text).toMatch(/Your draft is kept\./);
  // the remedy is an order: what to press, to look at or to wait for
  expect(text).toMatch(/[Pp]ublish again|give that address|try again/i);
});

// A server on this machine that takes whatever a vendor's script sends, and answers what one needs to begin.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Collector {
  origin: string;
  /** What arrived, as text: the query of what was asked, or the body, decoded where it is a form. */
  arrived: { path: string; text: string }[];
  close(): Promise<void>;
}

/** What RudderStack asks before it begins. */
const SOURCE = {
  source: {
    id: 'selvedge',
    name: 'shop',
    writeKey: 'selvedge',
    enabled: true,
    workspaceId: 'shop',
    config: {},
    destinations: [],
  },
};

export async function openCollector(): Promise<Collector> {
  const arrived: Collector['arrived'] = [];
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.method !== 'OPTIONS') {
      const isForm = /form-urlencoded/.test(request.headers['content-type'] ?? '');
      const text = isForm ? Object.values(Object.fromEntries(new URLSearchParams(body))).join('\n') : body;
      arrived.push({ path: pathname, text: text || decodeURIComponent(search) });
    }
    response.writeHead(200, {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
      'content-type': 'application/json',
    });
    response.end(
      JSON.stringify(pathname.startsWith('/sourceConfig') ? SOURCE : { status: 1, result: 'Success' }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    arrived,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

// Opens the demo shop on a free loopback port for the tests: one server a worker, the shop's options a test.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createShop, type ShopOptions } from '../shop/server.mjs';
import { ownOrigins } from './site.ts';
import { isInTwo } from './tag.ts';

export interface Shop {
  /** `http://localhost:PORT` */
  origin: string;
  /** what was asked for since the test began: `GET /path?query`, favicons left out */
  requests: string[];
  /** Serves the shop with these options until the test ends, for example `{ tag: 'none' }`; see test/shop. */
  configure(options: ShopOptions): void;
  reset(): void;
  close(): Promise<void>;
}

export async function openShop(): Promise<Shop> {
  const requests: string[] = [];
  let shop = createShop({ isInTwo });
  const server = createServer((request, response) => {
    if (request.url !== '/favicon.ico') requests.push(`${request.method} ${request.url}`);
    shop.handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  ownOrigins.add(origin);
  return {
    origin,
    requests,
    configure(options) {
      shop = createShop({ isInTwo, ...options });
    },
    reset() {
      shop = createShop({ isInTwo });
      requests.length = 0;
    },
    async close() {
      ownOrigins.delete(origin);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

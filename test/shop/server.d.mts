// What server.mjs exports, for tests in TypeScript.
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface ShopOptions {
  /** Where dist/ is. Default: the repository. */
  root?: string;
  /**
   * How pages ask for selvedge.js. `bundled` (default): config inside, or beside it while dist/shop/selvedge.js is
   * missing; `beside`: `data-config`; `async`: the same, not blocking; `none`: no tag; `blocked`: a tag that gets 403.
   */
  tag?: 'bundled' | 'beside' | 'async' | 'none' | 'blocked';
  /** Served as /selvedge.json instead of the shop's own; a string is served as it is, broken or not. */
  config?: object | string;
  /** Served as /selvedge.js instead of dist's; the page then asks for it without `data-config`. */
  script?: string;
  /** Content-Security-Policy of the pages; '' sends none. Default: the strictest the shop passes. */
  csp?: string;
  /** Milliseconds before each answer, or by path. */
  latency?: number | ((path: string) => number);
  /**
   * Lets whoever holds this bearer token PUT /selvedge.js and /selvedge.json, with If-Match as RFC 9110 has it. What is
   * put is kept in memory only: pages then ask for the tag in the way that was published last.
   */
  token?: string;
  /** Whether the tag with the config inside is in two files, or in one (dist/shop/whole). Default: two. */
  isInTwo?: boolean;
  /** Whether pages may ask for /selvedge-ping, which is answered by 204. */
  isCounting?: boolean;
  /** Whether a card on each page says what to try. Default: no. */
  isGuided?: boolean;
  /** Where the shop is, for that card: it says how to publish there. */
  site?: string;
  /** Told a line of the access log (combined) for each answer. */
  log?: (line: string) => void;
  /** Sends pages in pieces, so that the parser delivers them bit by bit. */
  trickle?: { bytes: number; everyMs: number };
}
export interface Shop {
  handle(req: IncomingMessage, res: ServerResponse): void;
}
export function createShop(options?: ShopOptions): Shop;

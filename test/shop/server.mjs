// The demo shop as a request handler: pages as static HTML, assets, and selvedge.js with its config.
//
// Promises: every page passes the strictest Content-Security-Policy and asks for nothing from elsewhere; an
// answer never leaves assets/. How the page gets its tag is the server's option, never in the address, because
// the address is what experiences match.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLine } from './access-log.mjs';
import * as catalogue from './pages/catalogue.mjs';
import * as checkout from './pages/checkout.mjs';
import { guide } from './pages/guide.mjs';
import { home } from './pages/home.mjs';
import { layout } from './pages/layout.mjs';
import * as reading from './pages/reading.mjs';

/** @typedef {import('./server.d.mts').ShopOptions} ShopOptions */
/** @typedef {{ status?: number, type: string, body: string | Buffer, age?: number }} Answer */

const here = fileURLToPath(new URL('.', import.meta.url));
const types = /** @type {Record<string, string>} */ ({
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
});

/** Nothing may run, load or be sent but the shop's own files. @param {boolean} fetches the config lies beside the tag */
const policy = (fetches) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src ${fetches ? "'self'" : "'none'"}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'`;

const pages = /** @type {Record<string, () => import('./pages/layout.mjs').Page>} */ ({
  '/': home,
  '/seconds': catalogue.seconds,
  '/cart': checkout.cart,
  '/checkout': checkout.checkout,
  '/thank-you': checkout.thankYou,
  '/journal': reading.journal,
  '/about': reading.about,
  '/delivery': reading.delivery,
  '/guide': reading.guide,
  '/newsletter': reading.newsletter,
  '/privacy': reading.privacy,
});

/** @param {URL} url */
function findPage({ pathname, searchParams }) {
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') : pathname;
  const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
  if (page) return page();
  if (path === '/search') return catalogue.searchPage((searchParams.get('q') ?? '').trim().slice(0, 80));
  const [, first = '', second, ...rest] = path.split('/');
  if (rest.length) return undefined;
  if (first === 'journal' && second) return reading.articlePage(second);
  return second ? catalogue.productPage(first, second) : catalogue.shelf(first, searchParams);
}

/** @param {string} file */
const readMaybe = (file) => readFile(file).catch(() => undefined);

/** What lies beside a tag in two files, and is no way of its own to publish one. */
const BESIDE = ['/selvedge-later.js', '/selvedge-listen.js', '/selvedge-show.js', '/selvedge-measure.js'];

/** What a tag loads where a page needs it, however it was published. */
const BY_NEED = ['ask', 'block', 'purify', 'recommend'].map((name) => `/selvedge-${name}.js`);

/** What goes together, by the shop's made-up year. */
const ITEMS = /^\/selvedge-items-[0-9a-f]{8}\.js$/;

/**
 * What was answered, as its access log has it.
 *
 * @param {import('node:http').IncomingMessage} req @param {import('node:http').ServerResponse} res
 */
const lineOf = (req, res) =>
  writeLine({
    at: Date.now(),
    from: req.socket.remoteAddress,
    method: req.method,
    url: req.url ?? '/',
    status: res.statusCode,
    bytes: Number(res.getHeader('content-length') ?? 0),
    referrer: req.headers.referer,
    agent: req.headers['user-agent'],
  });

/** @param {ShopOptions} [options] @returns {import('./server.d.mts').Shop} */
export function createShop({
  root = join(here, '../..'),
  tag = 'bundled',
  config,
  script,
  csp,
  latency = 0,
  token,
  trickle,
  isInTwo = true,
  isCounting = false,
  isGuided = false,
  site,
  log,
} = {}) {
  const made = join(root, 'dist/shop', isInTwo ? '' : 'whole');
  const own = config !== undefined;
  const publishing = site !== undefined && token ? { address: `${site}/selvedge.js`, token } : undefined;
  /** what was published here by PUT, by path @type {Map<string, Buffer>} */
  const published = new Map();

  /** How the tag was published last: the rest of one is no way of its own. */
  const findPublished = () =>
    [...published.keys()].filter((path) => !BESIDE.includes(path) && !ITEMS.test(path)).at(-1);

  /** The tag with the config inside, when the build has made it. */
  const findBundled = async () =>
    tag === 'bundled' && !own && script === undefined
      ? await readMaybe(join(made, 'selvedge.js'))
      : undefined;

  /** @returns {Promise<import('./pages/layout.mjs').Tag>} */
  async function chooseTag() {
    if (tag === 'none' || tag === 'async') return tag;
    const last = findPublished();
    if (last) return last === '/selvedge.js' ? 'inside' : 'beside';
    if (tag === 'blocked' || script !== undefined || (await findBundled())) return 'inside';
    return 'beside';
  }

  /** @param {URL} url @returns {Promise<Answer | undefined>} */
  async function findAnswer(url) {
    if (isCounting && url.pathname === '/selvedge-ping') return { status: 204, type: '', body: '' };
    const put = published.get(url.pathname);
    if (put) return { type: types[extname(url.pathname)] ?? '', body: put };
    if (url.pathname === '/selvedge.js') {
      if (tag === 'blocked') return { status: 403, type: 'text/plain; charset=utf-8', body: 'blocked' };
      const bundled = findPublished() ? undefined : await findBundled();
      const bare = isInTwo ? 'dist/selvedge.js' : 'dist/selvedge-whole.js';
      const body = script ?? bundled ?? (await readMaybe(join(root, bare)));
      return body === undefined ? undefined : { type: types['.js'] ?? '', body };
    }
    if (
      ['/selvedge-panel.js', '/selvedge-languages.js'].includes(url.pathname) ||
      (isInTwo && BESIDE.includes(url.pathname))
    ) {
      const isInside = (await chooseTag()) === 'inside';
      const body = await readMaybe(join(isInside ? made : join(root, 'dist'), url.pathname));
      return body === undefined ? undefined : { type: types['.js'] ?? '', body };
    }
    if (BY_NEED.includes(url.pathname) || ITEMS.test(url.pathname)) {
      const isOurs = ITEMS.test(url.pathname);
      const body = await readMaybe(join(isOurs ? here : join(root, 'dist'), url.pathname));
      return body === undefined ? undefined : { type: types['.js'] ?? '', body };
    }
    if (url.pathname === '/selvedge.json') {
      const body = own
        ? typeof config === 'string'
          ? config
          : JSON.stringify(config)
        : await readMaybe(join(here, 'selvedge.json'));
      return body === undefined ? undefined : { type: types['.json'] ?? '', body };
    }
    if (url.pathname.startsWith('/assets/')) {
      let path;
      try {
        path = normalize(join(here, decodeURIComponent(url.pathname)));
      } catch {
        return undefined;
      }
      const type = types[extname(path)];
      if (!type || path.includes('\0') || !path.startsWith(join(here, 'assets') + sep)) return undefined;
      const body = await readMaybe(path);
      return body && { type, body, age: 600 };
    }
    const page = findPage(url);
    return page && render(page);
  }

  /** @param {import('./pages/layout.mjs').Page} page @returns {Promise<Answer>} */
  const render = async (page) => ({
    status: page.status ?? 200,
    type: 'text/html; charset=utf-8',
    body: layout(page, await chooseTag(), isGuided ? guide(publishing) : ''),
  });

  /** @param {Buffer} bytes */
  const tagOf = (bytes) => `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;

  /** Takes a published file. @param {import('node:http').IncomingMessage} req @param {import('node:http').ServerResponse} res */
  async function take(req, res) {
    const { pathname } = new URL(`http://shop${(req.url ?? '/').replace(/^\/+/, '/')}`);
    if (!/^\/selvedge(\.js|\.json|-later\.js|-show\.js)$/.test(pathname) && !ITEMS.test(pathname))
      return void res.writeHead(405, { allow: 'GET, HEAD' }).end();
    if (req.headers.authorization !== `Bearer ${token}`) {
      return void res.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
    }
    const parts = [];
    for await (const part of req) parts.push(part);
    const now = await findAnswer(new URL(`http://shop${pathname}`));
    const etag = now && tagOf(Buffer.from(now.body));
    const { 'if-match': match, 'if-none-match': none } = req.headers;
    if ((match !== undefined && match !== '*' && match !== etag) || (none === '*' && etag)) {
      return void res.writeHead(412).end();
    }
    published.delete(pathname);
    const bytes = Buffer.concat(parts);
    published.set(pathname, bytes);
    res.writeHead(204, { etag: tagOf(bytes) }).end();
  }

  /** @param {import('node:http').IncomingMessage} req @param {import('node:http').ServerResponse} res */
  async function answer(req, res) {
    if (req.method === 'PUT' && token) return await take(req, res);
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const url = new URL(`http://shop${(req.url ?? '/').replace(/^\/+/, '/')}`);
    const { status = 200, type, body, age } = (await findAnswer(url)) ?? (await render(reading.notFound()));
    const wait = typeof latency === 'function' ? latency(url.pathname) : latency;
    if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
    const bytes = Buffer.from(body);
    const etag = tagOf(bytes);
    const isPage = type.startsWith('text/html');
    const policyLine = csp ?? policy(isCounting || ['beside', 'async'].includes(await chooseTag()));
    res.setHeader('cache-control', age ? `public, max-age=${age}` : 'no-cache');
    res.setHeader('x-content-type-options', 'nosniff');
    if (isPage && policyLine) res.setHeader('content-security-policy', policyLine);
    if (isPage) res.setHeader('referrer-policy', 'same-origin');
    if (status === 200) res.setHeader('etag', etag);
    if (status === 200 && req.headers['if-none-match'] === etag) {
      res.writeHead(304).end();
      return;
    }
    if (status === 204) {
      res.writeHead(204).end();
      return;
    }
    res.writeHead(status, { 'content-type': type, 'content-length': bytes.length });
    if (req.method === 'HEAD') res.end();
    else if (isPage && trickle) await drip(res, bytes, trickle);
    else res.end(bytes);
  }

  /** A slow connection: the parser gets the page in pieces. @param {import('node:http').ServerResponse} res @param {Buffer} bytes @param {{ bytes: number, everyMs: number }} pace */
  async function drip(res, bytes, pace) {
    for (let at = 0; at < bytes.length && !res.destroyed; at += pace.bytes) {
      res.write(bytes.subarray(at, at + pace.bytes));
      await new Promise((resolve) => setTimeout(resolve, pace.everyMs));
    }
    res.end();
  }

  return {
    handle(req, res) {
      if (log) res.once('finish', () => log(lineOf(req, res)));
      answer(req, res).catch(() => {
        if (!res.headersSent) res.writeHead(400);
        res.end();
      });
    },
  };
}

// Addresses made to be misread, in every place of a config that can hold one, many on one page; and a recorder that
// says which hosts a browser asked for. Config is not code: no host may be asked for that the config does not list.
//
// How to use it, in any browser:
//   1. const recorder = await openRecorder();
//      Start the browser with `127.0.0.1:recorder.port` as its proxy for http and https, `localhost` left out.
//   2. const fuzz = makeFuzzPage({ seed, draws, own: 'localhost:PORT' });
//      Serve the unbundled tag at /selvedge.js, JSON.stringify(fuzz.config) at /selvedge.json (it passes no check, on
//      purpose), and fuzz.html at /. Anything else may be a 404.
//   3. Open /. Wait for `fuzz.isDone` (JavaScript that answers true once everything was asked for): the last change
//      of all is a picture from a listed host, and the page itself loads one from CONTROL.
//   4. Run `fuzz.follow` in the page (JavaScript, a promise): clicks each link into a frame and answers where each
//      one leads, `{ written, href }[]`. None may have anything but letters, digits and .-:[] in its host.
//   5. `findUnlisted(recorder.seen)` must be empty, `recorder.seen` must hold CONTROL (else the recorder is blind) and
//      LISTED (else nothing was shown at all), and the page must still be at /.
//
// `manyDraws` is how many draws a test should take (see draws.ts). The same seed draws the same.

import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { draws } from './draws.ts';
import { type Random, random } from './random.ts';

/** What the config lists. */
export const LISTED = ['images.invalid', 'pictures.invalid:8080'];
/** What the page itself loads from. */
export const CONTROL = 'control.invalid';
/** Where links may lead, and nothing else. */
const AWAY = 'away.invalid';

export const manyDraws = draws(6000);

/** Browsers call home, whatever they are told. */
const BROWSERS_OWN = /(^|\.)(google|googleapis|gstatic|mozilla|firefox)\.(com|org|net)(:\d+)?$/;

/** Hosts that nobody listed. */
export const findUnlisted = (seen: string[]): string[] =>
  [...new Set(seen)].filter(
    (host) =>
      ![...LISTED, CONTROL, AWAY].includes(host.replace(/:(80|443)$/, '')) && !BROWSERS_OWN.test(host),
  );

export interface Recorder {
  port: number;
  /** `host` or `host:port` of each request, as it was asked for; a line that is no request as it came. */
  seen: string[];
  close(): Promise<void>;
}

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

/** A proxy that leads nowhere. Reads bytes, not HTTP: an odd request must not be lost. */
export async function openRecorder(): Promise<Recorder> {
  const seen: string[] = [];
  const server = createServer((socket) => {
    let head = '';
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      const line = head.slice(0, head.indexOf('\r\n'));
      head = '';
      const [, tunnel, host] = /^(?:CONNECT (\S+)|[A-Z]+ [a-z]+:\/\/([^/ ]*))/.exec(line) ?? [];
      seen.push(tunnel ?? host ?? line);
      const type = /\/link/.test(line) ? 'text/html' : 'image/svg+xml';
      const body = type === 'text/html' ? '<!doctype html>' : PICTURE;
      socket.end(
        tunnel
          ? 'HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'
          : `HTTP/1.1 200 OK\r\nConnection: close\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const SCHEMES =
  '|||||http:|http:|https:|HTTP:|ht\ttp:|http\n:| http:|\0http:|\u00a0http:|ws:|ftp:|file:|javascript:|data:|data:image/png,|blob:|about:|feed:|//|url:'.split(
    '|',
  );
const SLASHES =
  '//|//|//|//|///|/|\\\\|/\\|\\/|/\t/|/\n/|\t//|/ /|%2f%2f|/%2f|\u2215\u2215|\uff0f\uff0f|/\u200b/|/./|//\\'.split(
    '|',
  );
const DELIMITERS = [
  ...'()[]{}"\'`,;:/\\@#?&%*|<>^$!~=+_. \t\n\r\f\v\0',
  ...[
    '',
    '',
    '(@',
    ')@',
    '"@',
    "'@",
    ',@',
    ' @',
    '\\@',
    ':@',
    ':80@',
    '#@',
    '?@',
    '/@',
    '%40',
    '%2f',
    '%2e',
    '%00',
  ],
  ...[
    '%5c',
    '%23',
    '%3f',
    '()',
    '[]',
    ', ',
    ' ,',
    ' 1x, //',
    ',//',
    '")//',
    "')//",
    '\\2f ',
    '\\@',
    '\\a ',
    '/**/',
  ],
  ...[
    '*/',
    '/*',
    '<!--',
    '-->',
    '\\',
    '\\\n',
    '\\\r\n',
    '&#x2f;',
    '&#64;',
    '&sol;',
    '{{',
    '}}',
    '{{trait.x|//',
    '}}',
  ],
  ...[
    '\u3002',
    '\uff0e',
    '\uff61',
    '\uff0f',
    '\uff20',
    '\uff03',
    '\uff1a',
    '\uff1f',
    '\u00ad',
    '\u200b',
    '\u200d',
  ],
  ...['\u2044', '\u00a0', '\ufeff', '\u2028', '\u0080', '\u202e', '\u0131', '\ud800', '\u{1f600}', '\u0430'],
];

/** One address that is made to look like another one. */
export function drawAddress({ pick, share }: Random, own: string, evil = 'evil.invalid'): string {
  const known = () => pick([own, ...LISTED]);
  if (share() < 0.08) return pick([`//${evil}`, `http://${evil}`, `https://${evil}`, `http:${evil}`]);
  if (share() < 0.06) return pick(['', `//${known()}`, `http://${known()}`]);
  const between = () => pick(DELIMITERS) + (share() < 0.25 ? pick(DELIMITERS) : '');
  const head = pick(SCHEMES) + pick(SLASHES);
  const host = pick([
    () => known() + between() + pick(['', '.', '@', '.', '@']) + evil,
    () => known() + between() + evil,
    () => evil + between() + pick(['', '.', '@', '/']) + known(),
    () => between() + evil,
    () => `ada${between()}${known()}@${evil}`,
    () => `${known()}:${evil}`,
    () => `${known()}${between()}:80${between()}@${evil}`,
    () => `/ok.png${pick([' ', ', ', ',', ' 9x, ', ' 9x,', '\t', '\n', ' (,', ' (a, '])}//${evil}`,
    () => evil.replace('.', pick(['%2e', '\u3002', '\uff0e', '\\2e ', '\u00ad.'])),
    () => [...evil].map((c) => (share() < 0.3 ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join(''),
  ])();
  return head + host;
}

/** The address as CSS text: in quotes or not, some of it escaped, or as it is, so that it may break out. */
function dressCss({ pick, share }: Random, address: string): string {
  const hex = (char: string) => `\\${char.codePointAt(0)?.toString(16)}${pick([' ', '\n', '\t', '\f', ' '])}`;
  const escaped = [...address].map((c) => (share() < 0.2 ? hex(c) : c));
  const safe = (quote: string) =>
    [...address]
      .map((c) => (c === quote || c === '\\' ? `\\${c}` : /[\n\r\f]/.test(c) || share() < 0.05 ? hex(c) : c))
      .join('');
  return pick([
    () => `"${safe('"')}"`,
    () => `'${safe("'")}'`,
    () => `"${safe('"')}"`,
    () => `"${escaped.join('')}"`,
    () => address,
    () => escaped.join(''),
    () => `"${address}"`,
    () => `/**/"${safe('"')}"`,
    () => `"${safe('"').replace(/\/\//, '/\\\n/')}"`,
    () =>
      `${pick([' ', '\t', '\n', ''])}${address.replace(/[\s"'()\\]/g, (c) => `\\${/[\n\r\f]/.test(c) ? hex(c).slice(1) : c}`)}`,
  ])();
}

const url = (one: Random, css: string) =>
  one.pick(['url', 'url', 'url', 'URL', 'u\\72l', '\\75 rl', 'src', 'u\\52 l', '-url', '#url', '\u00a0url']) +
  `(${css}${one.pick(['', '', '', ' ', ' crossorigin(anonymous)'])})`;

/** A picture in CSS. */
function dressImage(one: Random, address: string): string {
  const css = () => dressCss(one, address);
  return one.pick([
    () => url(one, css()),
    () => url(one, css()),
    () => `image-set(${css()} 1x)`,
    () => `image-set(${url(one, css())} 1x, "/ok.svg" 2x)`,
    () => `-webkit-image-set(${url(one, css())} 1x)`,
    () => `image(${css()})`,
    () => `cross-fade(${url(one, css())}, url(/ok.svg), 50%)`,
    () => `-webkit-cross-fade(url(/ok.svg), ${url(one, css())}, 50%)`,
    () => `var(--none, ${url(one, css())})`,
    () => `var(--none, image-set(${css()} 1x))`,
    () =>
      `${one.pick(['"', "'", '/*', '(', '#url(', '-url(', 'url(x', '\\', '<!--url('])} ${url(one, css())}`,
    () => `url(/ok.svg)${one.pick(DELIMITERS)}, ${url(one, css())}`,
  ])();
}

const PROPERTIES = [
  'background-image',
  'background',
  'list-style-image',
  'border-image-source',
  'cursor',
  'content',
  'mask-image',
  '-webkit-mask-image',
  'filter',
  'clip-path',
  'shape-outside',
  '-webkit-box-reflect',
  'offset-path',
  'all',
];

type Sink = (one: Random, row: string, address: string) => object;

const style = (row: string, properties: object) => ({ kind: 'style', target: { css: row }, properties });
const css = (value: string) => ({ kind: 'css', value });

/** Every place of a config that can make a page load. */
const SINKS: Record<string, Sink> = {
  style: (one, row, address) => {
    const name = one.pick(PROPERTIES);
    const image = dressImage(one, address);
    return style(row, { [name]: name === 'cursor' ? `${image}, auto` : image });
  },
  'custom property': (one, row, address) =>
    style(row, {
      '--image': one.pick([() => dressImage(one, address), () => dressCss(one, address)])(),
      '--string': dressCss(one, address),
    }),
  'own variable': (one, row, address) =>
    style(row, {
      '--s': dressCss(one, address),
      'background-image': one.pick(['image-set(var(--s) 1x)', 'src(var(--s))', 'var(--s)', 'url(var(--s))']),
    }),
  'css rule': (one, row, address) => css(`${row} { ${one.pick(PROPERTIES)}: ${dressImage(one, address)} }`),
  'css inner rule': (one, row, address) => {
    const rule = `{ background-image: ${dressImage(one, address)} }`;
    return css(
      one.pick([
        `@media all { ${row} ${rule} }`,
        `${row} { & ${rule} }`,
        `${row} { @media all ${rule} }`,
        `@layer a { ${row} ${rule} }`,
        `@supports (color: red) { ${row} ${rule} }`,
        `@scope (body) { ${row} ${rule} }`,
        `@container (width > 0) { ${row} ${rule} }`,
        `@keyframes k${row.slice(1)} { from ${rule} to ${rule} } ${row} { animation: k${row.slice(1)} 9s infinite }`,
        `${row}[title="{"] ${rule} ${row} ${rule}`,
        `${row}::before { content: "x"; background-image: ${dressImage(one, address)} }`,
      ]),
    );
  },
  'css variable': (one, row, address) => {
    const name = `--n${row.slice(2)}`;
    const value = dressCss(one, address);
    return css(
      one.pick([
        `${row} { ${name}: ${value}; background-image: image-set(var(${name}) 1x) }`,
        `${row} { ${name}: ${url(one, value)}; background-image: var(${name}) }`,
        `@property ${name} { syntax: "*"; inherits: true; initial-value: ${value} } ${row} { background-image: image-set(var(${name}) 1x) }`,
        `@function ${name}(--a: ${value}) { result: image-set(var(--a) 1x) } ${row} { background-image: ${name}() }`,
        `@function ${name}() { result: image-set(${value} 1x) } ${row} { background-image: ${name}() }`,
      ]),
    );
  },
  'font face': (one, row, address) => {
    const name = `f${row.slice(2)}`;
    const src = one.pick([url(one, dressCss(one, address)), dressCss(one, address)]);
    return css(`@font-face { font-family: ${name}; src: ${src} } ${row} { font-family: ${name} }`);
  },
  import: (one, row, address) => {
    const from = one.pick([dressCss(one, address), url(one, dressCss(one, address))]);
    return css(
      `${one.pick(['@import', '@\\69mport', '@namespace', '@IMPORT'])} ${from}; ${row} { color: red }`,
    );
  },
  'image src': (_one, row, src) => ({ kind: 'image', target: { css: `${row} img` }, src }),
  'image srcset': (one, row, address) => ({
    kind: 'image',
    target: { css: `${row} img` },
    src: '/ok.svg',
    srcset: one.pick([
      address,
      `/ok.svg 9x, ${address} 1x`,
      `${address} 1x, /ok.svg 2x`,
      `${address},/ok.svg 9x`,
      `,, ${address}`,
    ]),
  }),
  html: (one, row, address) => {
    const value = address.replace(/"/g, one.pick(['&quot;', '"', '&#34;']));
    const html = one.pick([
      `<img src="${value}">`,
      `<img src='${value}'>`,
      `<img src=${value}>`,
      `<img src="/ok.svg" srcset="${value} 1x">`,
      `<img srcset="/ok.svg 9x, ${value} 1x">`,
      `<picture><source srcset="${value}"><img src="/ok.svg"></picture>`,
      `<picture><source srcset="/ok.svg 9x,${value}"><img></picture>`,
      `<p title="${value}"><img class="x" src="${value}"></p>`,
      `<p is="page-element"><img src="/ok.svg" srcset="${value}"></p>`,
    ]);
    return one.share() < 0.5
      ? { kind: 'html', target: { css: `${row} p` }, value: html }
      : { kind: 'insert', target: { css: `${row} p` }, position: 'after', html };
  },
  token: (one, row, address) =>
    one.pick<object>([
      { kind: 'text', target: { css: `${row} p` }, value: `{{trait.x|${address}}}` },
      { kind: 'text', target: { css: `${row} p` }, value: `<img src="${address}">` },
      {
        kind: 'html',
        target: { css: `${row} p` },
        value: `<img src="{{trait.x|${address}}}">{{trait.x|${address}}}`,
      },
      {
        kind: 'attribute',
        target: { css: `${row} img` },
        name: one.pick(['alt', 'src', 'srcset', 'style']),
        value: address,
      },
    ]),
};

export interface FuzzPage {
  html: string;
  /** Not checked by the schema: some of it is refused there. */
  config: object;
  /** JavaScript that answers whether all was asked for. */
  isDone: string;
  /** JavaScript that answers a promise of `{ written, href }[]`, one for each link, each followed. */
  follow: string;
  /** What was drawn, in the order of rows, to find what made a browser ask: its place is in the address, `/n17`. */
  drawn: { sink: string; address: string; change: object }[];
}

/** @param own host and port of the page, as in `localhost:4600` */
export function makeFuzzPage({ seed, draws, own }: { seed: number; draws: number; own: string }): FuzzPage {
  const one = random(seed);
  const drawn: FuzzPage['drawn'] = [];
  const names = Object.keys(SINKS);
  const links = Math.ceil(draws / 20);
  for (let at = 0; at < draws; at++) {
    const row = `#r${at}`;
    if (at < links) {
      const address = drawAddress(one, own, AWAY) + one.pick(['', `/link${at}`, `/link${at}`]);
      drawn.push({
        sink: 'link',
        address,
        change: { kind: 'link', target: { css: `${row} a` }, href: address },
      });
    } else if (at < links * 2) {
      const address = drawAddress(one, own) + one.pick(['', `/n${at}`]);
      // one that stays on the site may be followed
      const isOwn = URL.canParse(address, `http://${own}`) && new URL(address, `http://${own}`).host === own;
      drawn.push({
        sink: 'redirect',
        address,
        change: { kind: 'redirect', url: isOwn ? 'data:,x' : address },
      });
    } else {
      const sink = one.pick(names);
      const address = drawAddress(one, own) + one.pick(['', `/n${at}`, `/n${at}`, `/n${at}?x`]);
      drawn.push({ sink, address, change: (SINKS[sink] as Sink)(one, row, address) });
    }
  }
  const experience = (id: string, changes: object[]) => ({
    id,
    name: id,
    status: 'live',
    pages: ['*'],
    variants: [{ id: 'v', name: 'v', segment: 'everyone', changes }],
  });
  const rows = drawn.map((_one, at) => `<div id="r${at}"><p>Row</p><img alt=""><a>Link</a></div>`).join('\n');
  const last = { kind: 'image', target: { css: '#last' }, src: `http://${LISTED[0]}/last` };
  return {
    drawn,
    config: {
      version: 1,
      site: own,
      revision: 1,
      privacy: { consent: 'implied' },
      hosts: LISTED,
      segments: [],
      // a redirect happens once a visit and experience, so each has its own
      experiences: [
        ...drawn.map(({ change }, at) => experience(`e${at}`, [change])),
        experience('last', [last]),
      ],
    },
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Addresses</title>
<script src="/selvedge.js" data-config="/selvedge.json"></script>
<style>
  div { background-image: var(--image); list-style-image: image-set(var(--string) 1x) }
  div::before { content: var(--image) } div::after { content: image-set(var(--string) 1x) }
  iframe { width: 9px; height: 9px }
</style></head><body>
<img alt="" src="http://${CONTROL}/page">
${rows}
<img id="last" alt=""><iframe name="away"></iframe></body></html>`,
    isDone: `document.readyState === 'complete' && document.getElementById('last').naturalWidth > 0`,
    follow: `(async () => {
  const frame = document.querySelector('iframe');
  const links = [...document.querySelectorAll('a[href]')];
  for (const link of links) {
    if (!/^https?:/.test(link.href)) continue;
    link.target = 'away';
    await new Promise((done) => { frame.onload = done; link.click(); });
  }
  return links.map((link) => ({ written: link.getAttribute('href'), href: link.href }));
})()`,
  };
}

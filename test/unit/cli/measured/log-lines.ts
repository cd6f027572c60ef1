// One truth as every server writes it: visitors of an experience and what they did, as lines of a log.
import { createHash } from 'node:crypto';

export const PATH = '/selvedge-ping';
const DAYS = 10;
const VISITORS = 600;
const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0';
const ROBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

export interface Request {
  /** in UTC */
  at: Date;
  address: string;
  agent: string;
}

const idOf = (text: string): string => createHash('sha1').update(text).digest('hex').slice(0, 12);

/** What a browser writes for `text` in a query. */
const encoded = (text: string): string => encodeURIComponent(text);

/** A tenth keeps the original; of these some 3 in 20 order, of the others some 4. The name needs to be encoded. */
export const REQUESTS: Request[] = Array.from({ length: VISITORS }, (_, i) => {
  const at = new Date(Date.UTC(2026, 10, 1 + (i % DAYS), 7, i % 60, 5));
  const arm = i % 10 ? 'variant:b c' : 'holdout';
  const begin = `${PATH}?v=1&e=${encoded('ten%ts & tarps')}&o=1&a=${encoded(arm)}`;
  const isOrder = Number.parseInt(idOf(`${i}`).slice(0, 6), 16) % 20 < (i % 10 ? 4 : 3);
  const ping = (query: string) => ({ at, address: `${begin}${query}&r=${idOf(`${i}${query}`)}`, agent });
  return [
    { at, address: '/tents', agent },
    ping(''),
    ...(isOrder ? [ping('&g=order&n=1&y=20.5&q=420.25')] : []),
    ...(isOrder && i % 3 === 0 ? [ping('&g=order&n=2&y=10&q=510')] : []),
  ];
}).flat();

const first = REQUESTS[1] ?? { at: new Date(0), address: '', agent };
/** What is skipped, by its reason: a robot, what cannot be read (three), and one that is there again. */
export const STRANGE: Request[] = [
  { ...first, agent: ROBOT },
  { ...first, address: first.address.replace('v=1', 'v=2') },
  { ...first, address: first.address.replace(/&r=.*/, '&r=short') },
  { ...first, address: first.address.replace('&o=1', '&o=x') },
  first,
];
export const SKIPPED = { robot: 1, twice: 1, unreadable: 3, outside: 0, unknown: 0 };

const two = (number: number): string => String(number).padStart(2, '0');
/** An hour ahead of UTC. */
function common(at: Date): string {
  const there = new Date(at.getTime() + 3_600_000);
  const time = [there.getUTCHours(), there.getUTCMinutes(), there.getUTCSeconds()].map(two).join(':');
  return `${two(there.getUTCDate())}/Nov/2026:${time} +0100`;
}
const request = (address: string): string => `"GET ${address} HTTP/2.0"`;
const quoted = (agent: string): string => `"-" "${agent}"`;
const begin = ({ at, address }: Request, status = 204): string =>
  `203.0.113.9 - - [${common(at)}] ${request(address)} ${status} 0`;
const iso = (at: Date): string => at.toISOString();

function cloudFront({ at, address, agent }: Request, times: 1 | 2): string {
  const [stem = '', query = '-'] = address.split('?');
  const [date = '', time = ''] = iso(at).split(/[T.]/);
  // it encodes what it finds to be unsafe once more
  const own = times === 2 ? query.replaceAll('%', '%25') : query;
  const columns = [date, time, 'FRA56', '0', '203.0.113.9', 'GET', 'd1.example', stem, '204', '-'];
  return [...columns, agent.replaceAll(' ', '%20'), own, '-', 'Miss'].join('\t');
}
const HEAD =
  '#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type\n';

export interface Format {
  name: string;
  /** what stands in front of all lines */
  head?: string;
  /** whether it says the agent */
  isAgentTold: boolean;
  write(request: Request): string;
}

export const FORMATS: Format[] = [
  { name: 'combined', isAgentTold: true, write: (one) => `${begin(one)} ${quoted(one.agent)}` },
  { name: 'common', isAgentTold: false, write: (one) => begin(one, 404) },
  {
    name: 'a virtual host in front',
    isAgentTold: true,
    write: (one) => `shop.example:443 ${begin(one, 200)} ${quoted(one.agent)}`,
  },
  {
    name: 'Caddy',
    isAgentTold: true,
    write: ({ at, address, agent }) =>
      JSON.stringify({
        level: 'info',
        ts: at.getTime() / 1000,
        logger: 'http.log.access',
        request: { method: 'GET', host: 'shop.example', uri: address, headers: { 'User-Agent': [agent] } },
        duration: 0.001,
        status: 405,
      }),
  },
  {
    name: 'nginx as JSON',
    isAgentTold: true,
    write: ({ at, address, agent }) =>
      JSON.stringify({ time: iso(at), request: `GET ${address} HTTP/2.0`, http_user_agent: agent }),
  },
  { name: 'CloudFront', head: HEAD, isAgentTold: true, write: (one) => cloudFront(one, 1) },
  { name: 'CloudFront, encoded twice', head: HEAD, isAgentTold: true, write: (one) => cloudFront(one, 2) },
  {
    name: 'a load balancer',
    isAgentTold: true,
    write: ({ at, address, agent }) =>
      `h2 ${iso(at)} app/shop/50dc 203.0.113.9:2817 10.0.0.1:80 0.0 0.0 0.0 204 204 34 366 ` +
      `${request(`https://shop.example:443${address}`)} "${agent}" ECDHE TLSv1.2 arn:aws:x "Root=1-58" "shop.example"`,
  },
  { name: 'time and address', isAgentTold: false, write: ({ at, address }) => `${iso(at)} ${address}` },
];

export const textOf = ({ head = '', write }: Format, requests: readonly Request[]): string =>
  `${head}${requests.map(write).join('\n')}\n`;

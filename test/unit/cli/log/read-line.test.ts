// What a line says, in each format that servers write, and what only looks like a ping.
import { expect, test } from 'vitest';
import { readLine } from '../../../../cli/log/read-line.ts';
import { readTime } from '../../../../shared/grammar/log-time.ts';

const PATH = '/selvedge-ping';
const QUERY = 'v=1&e=tents&o=1&a=on&r=abcdefghijkl';
const AT = Date.parse('2026-11-28T07:30:37Z');
const COMMON = `203.0.113.9 - - [28/Nov/2026:08:30:37 +0100] "GET ${PATH}?${QUERY} HTTP/1.1" 204 0`;
const BALANCER =
  'https 2026-11-28T07:30:37.000000Z app/shop/50dc 203.0.113.9:2817 10.0.0.1:80 0.0 0.0 0.0 204 204 34 366';
const found = (agent: string, timesEncoded = 1) => ({ at: AT, query: QUERY, agent, timesEncoded });

test.each<[format: string, line: string, agent: string]>([
  ['common', COMMON, ''],
  ['combined', `${COMMON} "https://shop.example/" "Mozilla/5.0 (X11)"`, 'Mozilla/5.0 (X11)'],
  ['a virtual host in front', `shop.example:443 ${COMMON} "-" "Firefox"`, 'Firefox'],
  ['what a proxy adds', `${COMMON} "-" "Firefox" "198.51.100.7"`, 'Firefox'],
  ['quotes in the agent', `${COMMON} "-" "a \\"b\\" c"`, 'a \\"b\\" c'],
  ['a bracket in the name', COMMON.replace('- - [', '- o[x] [').concat(' "-" "Firefox"'), 'Firefox'],
  [
    'Caddy',
    `{"level":"info","ts":1795851037.000,"request":{"method":"GET","uri":"${PATH}?${QUERY}","headers":{"Referer":["https://shop.example/"],"User-Agent":["Firefox"]}},"duration":0.001,"status":404}`,
    'Firefox',
  ],
  [
    'nginx as JSON',
    `{"time":"2026-11-28T07:30:37+00:00","request_time":"0.000","request":"GET ${PATH}?${QUERY} HTTP/2.0","http_user_agent":"Firefox"}`,
    'Firefox',
  ],
  ['slashes that are escaped', `{"@timestamp":"2026-11-28T07:30:37Z","url":"\\/selvedge-ping?${QUERY}"}`, ''],
  [
    'Cloudflare',
    `{"ClientRequestURI":"${PATH}?${QUERY}","ClientRequestReferer":"https://shop.example/","ClientRequestUserAgent":"Firefox","EdgeStartTimestamp":1795851037000000000}`,
    'Firefox',
  ],
  [
    'a load balancer',
    `${BALANCER} "GET https://shop.example:443${PATH}?${QUERY} HTTP/2.0" "Firefox" ECDHE TLSv1.2 arn:aws:x "Root=1-58" "shop.example"`,
    'Firefox',
  ],
  ['a time and an address', `2026-11-28T07:30:37+00:00 ${PATH}?${QUERY}`, ''],
  ['a time, more, and an address', `2026-11-28T08:30:37+01:00 GET 204 "${PATH}?${QUERY}"`, ''],
])('%s', (_, line, agent) => {
  expect(readLine(line, PATH)).toEqual(found(agent));
});

const FIELDS = ['date', 'time', 'cs-uri-stem', 'cs-uri-query', 'cs(User-Agent)'];

test('columns are found by their names, in tabs or spaces', () => {
  for (const between of ['\t', ' ']) {
    const line = ['2026-11-28', '07:30:37', PATH, QUERY, 'Mozilla/5.0%20(X11)'].join(between);
    expect(readLine(line, PATH, FIELDS)).toEqual(found('Mozilla/5.0 (X11)', 2));
    const other = ['2026-11-28', '07:30:37', '/tents', QUERY, PATH].join(between);
    expect(readLine(other, PATH, FIELDS)).toBe('elsewhere');
  }
  expect(readLine(`2026-11-28\t07:30`, PATH, FIELDS)).toBe('unreadable');
});

test('CloudFront as JSON has date and time, path and query apart', () => {
  const line = JSON.stringify({
    date: '2026-11-28',
    time: '07:30:37',
    'cs-uri-stem': PATH,
    'cs-uri-query': QUERY,
    'cs(User-Agent)': 'Firefox',
  });
  expect(readLine(line, PATH)).toEqual(found('Firefox', 2));
});

test.each<[what: string, line: string]>([
  [
    'a referrer',
    COMMON.replace(`${PATH}?${QUERY}`, '/tents').concat(` "https://a.example${PATH}?${QUERY}" "F"`),
  ],
  ['a query of another', COMMON.replace(PATH, `/tents?to=${PATH}`)],
  ['a longer path', COMMON.replace(PATH, `/a${PATH}`)],
  ['a path that begins alike', COMMON.replace(PATH, `${PATH}s`)],
  ['the path alone', COMMON.replace(`?${QUERY}`, '')],
  ['another host as the path', COMMON.replace(PATH, `//a.example${PATH}`)],
  [
    'an agent',
    `${COMMON.replace(`${PATH}?${QUERY}`, '/')} "-" "[28/Nov/2026:08:30:37 +0100] \\"GET ${PATH}?${QUERY} HTTP/1.1\\""`,
  ],
  ['a referrer in JSON', `{"ts":1795851037,"uri":"/tents","headers":{"Referer":["${PATH}?${QUERY}"]}}`],
  ['a second address', `2026-11-28T07:30:37+00:00 /tents ${PATH}?${QUERY}`],
])('%s that holds it is no ping', (_, line) => {
  expect(readLine(line, PATH)).toBe('elsewhere');
});

test.each<[what: string, line: string]>([
  ['JSON that is cut', `{"ts":1795851037,"uri":"${PATH}?${QUERY}`],
  ['no time', `{"uri":"${PATH}?${QUERY}"}`],
  ['a length of time for a time', `{"request_time":0.004,"uri":"${PATH}?${QUERY}"}`],
  ['a day that is none', COMMON.replace('28/Nov', '28/Foo')],
  [
    'a log of errors',
    `2026/11/28 07:30:37 [error] 1#1: open() failed, request: "GET ${PATH}?${QUERY} HTTP/1.1"`,
  ],
])('%s is unreadable', (_, line) => {
  expect(readLine(line, PATH)).toBe('unreadable');
});

test.each<[text: string, is: string | undefined]>([
  ['28/Nov/2026:07:30:37 +0000', '2026-11-28T07:30:37.000Z'],
  ['01/Jan/2027:00:30:00 +0100', '2026-12-31T23:30:00.000Z'],
  ['2026-11-28T07:30:37.123456Z', '2026-11-28T07:30:37.123Z'],
  ['2026-11-28T07:30:37-0530', '2026-11-28T13:00:37.000Z'],
  ['2026-11-28 07:30:37', '2026-11-28T07:30:37.000Z'],
  ['1795851037', '2026-11-28T07:30:37.000Z'],
  ['1795851037.500', '2026-11-28T07:30:37.500Z'],
  ['1795851037000', '2026-11-28T07:30:37.000Z'],
  ['1795851037000000', '2026-11-28T07:30:37.000Z'],
  ['0.031', undefined],
  ['31/Feb/2026:25:30:37 +0000', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('the time %s', (text, is) => {
  const at = readTime(text);
  expect(at === undefined ? undefined : new Date(at).toISOString()).toBe(is);
});

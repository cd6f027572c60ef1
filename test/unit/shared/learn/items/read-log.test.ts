// A line of an access log: what of it is a view of a page by somebody, and nothing else.

import { expect, test } from 'vitest';
import { createItemStore } from '../../../../../shared/learn/items/item-store.ts';
import { createLogReader, isLog } from '../../../../../shared/learn/items/read-log.ts';
import type { Outcome } from '../../../../../shared/learn/tally-rows.ts';

const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const lineOf = (request: string, status = 200, agent = BROWSER, day = '28/Nov/2026') =>
  `203.0.113.7 - - [${day}:10:05:00 +0000] "${request}" ${status} 512 "-" "${agent}"`;

function read(...lines: string[]) {
  const store = createItemStore();
  const outcomes: Outcome[] = [];
  const { splitter, finish } = createLogReader(
    'access.log',
    { count: (outcome) => void outcomes.push(outcome) },
    {
      items: store,
      event: 'purchase',
      value: 'value',
      map: {},
      toWall: undefined,
      latest: Date.UTC(2026, 10, 30),
      parse: JSON.parse,
      visits: undefined,
    },
  );
  splitter.push(lines.map((line) => `${line}\n`).join(''));
  splitter.end();
  return { outcomes, ids: store.settle().ids, ...finish() };
}

test.each<[what: string, line: string, path: string]>([
  ['a page', lineOf('GET /p/tent HTTP/1.1'), '/p/tent'],
  ['one that a browser had kept', lineOf('GET /p/tent HTTP/1.1', 304), '/p/tent'],
  ['without what stands behind its “?”', lineOf('GET /p/tent?for=anna HTTP/1.1'), '/p/tent'],
  ['with its host', lineOf('GET https://shop.example/p/tent HTTP/1.1'), '/p/tent'],
  ['as browsers compare it', lineOf('GET /p/z%C3%A4une.html HTTP/1.1'), '/p/zäune.html'],
  ['behind a virtual host', `shop.example:443 ${lineOf('GET /p/tent HTTP/1.1')}`, '/p/tent'],
])('%s is a view', (_what, line, path) => {
  expect(isLog(line)).toBe(true);
  expect(read(line)).toEqual({ outcomes: ['added'], ids: [path], name: 'access.log', rows: 1, kind: 'log' });
});

test.each<[what: string, line: string, outcome: Outcome]>([
  [
    'a robot’s',
    lineOf('GET /p/tent HTTP/1.1', 200, 'Mozilla/5.0 (compatible; Googlebot/2.1)'),
    'other request',
  ],
  ['nobody’s', lineOf('GET /p/tent HTTP/1.1', 200, '-'), 'other request'],
  ['sent', lineOf('POST /p/tent HTTP/1.1'), 'other request'],
  ['not there', lineOf('GET /p/tent HTTP/1.1', 404), 'other request'],
  ['led elsewhere', lineOf('GET /p/tent HTTP/1.1', 301), 'other request'],
  ['a file', lineOf('GET /a/tent.css HTTP/1.1'), 'other request'],
  ['asked for by a script', lineOf('GET /api/tent HTTP/1.1'), 'other request'],
  ['about a person', lineOf('GET /of/anna.berg@post.example HTTP/1.1'), 'other request'],
  ['to come', lineOf('GET /p/tent HTTP/1.1', 200, BROWSER, '01/Dec/2026'), 'a date to come'],
  ['of no day', lineOf('GET /p/tent HTTP/1.1', 200, BROWSER, '28/Foo/2026'), 'no readable date'],
  ['something else', 'GET /p/tent', 'no log line'],
  ['without an end', `${lineOf('GET /p/tent HTTP/1.1')}${'x'.repeat(1 << 14)}`, 'no log line'],
])('what is %s is none', (_what, line, outcome) => {
  const { outcomes, ids } = read(line);
  expect({ outcomes, ids }).toEqual({ outcomes: [outcome], ids: [] });
});

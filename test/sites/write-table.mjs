// Writes the table of hosts into docs/OWNERS.md, between its markers:
//
//   node test/sites/write-table.mjs          from results.json, which `npm run test:sites` writes
//
// <!-- sites:start --> … <!-- sites:end -->

import { readFileSync, writeFileSync } from 'node:fs';
import { makeTable } from './results.mjs';
import { COLUMNS } from './walk.mjs';

const START = '<!-- sites:start -->';
const END = '<!-- sites:end -->';

const place = new URL('../../docs/OWNERS.md', import.meta.url);
const hosts = JSON.parse(readFileSync(new URL('results.json', import.meta.url), 'utf8'));
const text = readFileSync(place, 'utf8');
const start = text.indexOf(START);
const end = text.indexOf(END);
if (start < 0 || end < start)
  throw new Error(`docs/OWNERS.md has no ${START} … ${END}: put these two lines where the table belongs`);

writeFileSync(
  place,
  `${text.slice(0, start + START.length)}\n${makeTable(hosts, COLUMNS)}\n${text.slice(end)}`,
);

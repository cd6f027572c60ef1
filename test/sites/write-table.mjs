// Writes the table of hosts into docs/OWNERS.md, between its markers:
//
//   node test/sites/write-table.mjs          from results.json, which `npm run test:sites` writes
//
// <!-- sites:start --> … <!-- sites:end -->

import { readFileSync, writeFileSync } from 'node:fs';
import { COLUMNS } from './walk.mjs';

const START = '<!-- sites:start -->';
const END = '<!-- sites:end -->';

const place = new URL('../../docs/OWNERS.md', import.meta.url);
const { about, hosts } = JSON.parse(readFileSync(new URL('results.json', import.meta.url), 'utf8'));
const text = readFileSync(place, 'utf8');
const start = text.indexOf(START);
const end = text.indexOf(END);
if (start < 0 || end < start)
  throw new Error(`docs/OWNERS.md has no ${START} … ${END}: put these two lines where the table belongs`);

const names = Object.keys(COLUMNS);
const rows = Object.values(hosts).map(({ title, columns, skipped }) =>
  skipped
    ? `| ${title} | not tried here |${' |'.repeat(names.length - 1)}`
    : `| ${title} | ${names.map((name) => (columns[name] === 'ok' ? 'ok' : '**no**')).join(' | ')} |`,
);
const table = [
  `| host (production build) | ${Object.values(COLUMNS).join(' | ')} |`,
  `| --- |${' --- |'.repeat(names.length)}`,
  ...rows,
];
const files = about.form === 'two' ? 'in two files' : 'in one file';
const caption = `Each walked with the tag (${files}) and without it in ${about.browser}, ${about.date}.`;
writeFileSync(
  place,
  `${text.slice(0, start + START.length)}\n${table.join('\n')}\n\n${caption}\n${text.slice(end)}`,
);

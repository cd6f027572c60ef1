// Writes the benchmark's short table into docs/SPEED.md, between its markers:
//
//   node test/bench/write-table.mjs          from results/bench.json, which `npm run bench` writes
//
// <!-- bench:start --> … <!-- bench:end -->

import { readFileSync, writeFileSync } from 'node:fs';
import { renderSummary } from './report.mjs';

const START = '<!-- bench:start -->';
const END = '<!-- bench:end -->';

const place = new URL('../../docs/SPEED.md', import.meta.url);
const results = JSON.parse(readFileSync(new URL('results/bench.json', import.meta.url), 'utf8'));
const text = readFileSync(place, 'utf8');
const start = text.indexOf(START);
const end = text.indexOf(END);
if (start < 0 || end < start)
  throw new Error(`docs/SPEED.md has no ${START} … ${END}: put these two lines where the table belongs`);

const { browser, machine, rounds } = results.about;
const caption = `Demo shop's home page, five changes, ${browser}, ${machine}, 40 ms latency, medians (quartiles) of ${rounds} interleaved loads; ms.`;
writeFileSync(
  place,
  `${text.slice(0, start + START.length)}\n${renderSummary(results)}\n\n${caption}\n${text.slice(end)}`,
);

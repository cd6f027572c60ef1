// What a published first-paint script weighs: brotli bytes for a few configs, with and without their table.
//
//   node build.mjs && node test/bench/now.mjs
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildSync } from 'esbuild';

const at = (path) => new URL(`../../${path}`, import.meta.url).pathname;
const pieces = JSON.parse(readFileSync(at('dist/selvedge.parts.json'), 'utf8'));
const { outputFiles } = buildSync({
  absWorkingDir: at('.'),
  stdin: {
    resolveDir: at('.'),
    contents:
      "export { publishNow } from './shared/publish/publish-now.ts'; export { compose } from './shared/publish/compose.ts'; export { allParts } from './test/support/all-parts.ts';",
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const { publishNow, compose, allParts } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
);

const brotli = (text) =>
  brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const target = { css: 'h1' };
const offer = (id, segment, changes, more = {}) => ({
  id,
  name: id,
  status: 'live',
  pages: ['/'],
  variants: [{ id: 'v', name: 'V', segment, changes }],
  ...more,
});
const text = { kind: 'text', target, value: 'Welcome back' };
const configOf = (conditions, experiences) => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  segments: conditions.map((when, i) => ({ id: `s${i}`, name: `S${i}`, when })),
  experiences,
});
const viewed = { kind: 'count', event: 'view_item', is: { $gte: 3 }, within: '7d' };
const rows = {
  '1 segment, 1 text': configOf([viewed], [offer('e', 's0', [text])]),
  typical: configOf(
    [
      viewed,
      { kind: 'count', event: 'page_view', where: { path: { $startsWith: '/tents' } }, is: { $gte: 2 } },
      { kind: 'since', event: 'purchase', is: { $gt: '30d' } },
      { kind: 'trait', key: 'plan', is: 'gold' },
    ],
    [0, 1, 2, 3].map((i) =>
      offer(
        `e${i}`,
        `s${i}`,
        [
          text,
          { kind: 'image', target: { css: 'img' }, src: '/a.png' },
          { kind: 'link', target: { css: 'a' }, href: '/b' },
          { kind: 'hide', target: { css: '.x' } },
          { kind: 'insert', target, position: 'after', html: '<p>Free</p>' },
          { kind: 'style', target, properties: { color: 'red' } },
        ],
        { holdout: 0.1 },
      ),
    ),
  ),
  'the shop': JSON.parse(readFileSync(at('test/shop/selvedge.json'), 'utf8')),
};

const namesIn = (parts) =>
  Object.values(parts).flatMap((part) => (typeof part === 'string' ? [part] : namesIn(part)));

for (const [name, config] of Object.entries(rows)) {
  const { script, table, parts } = publishNow(pieces, config);
  const bare = brotli(script.replace(/`\n[^`]*`/, '``'));
  console.log(
    `${name.padEnd(20)} ${String(brotli(script)).padStart(6)} B with its table, ${bare} B without; table ${table.length} B; ${namesIn(parts).join(' ')}`,
  );
}
console.log(`everything on, without a table: ${brotli(compose(pieces, 'start', allParts(pieces), ''))} B`);

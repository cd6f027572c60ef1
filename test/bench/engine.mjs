// What the rule engine costs: `npm run bench:engine` prints markdown tables, with the machine and the commit's
// numbers as they are. Bundles the TypeScript to a temporary file first.
//
// Beside it: GrowthBook's condition evaluator and json-rules-engine, each doing the part it can. Neither has time
// or history, so both get the figures ready-made and only compare them. They are dependencies of test/bench alone:
//   npm ci --prefix test/bench
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const engine = join(here, '../../shared/engine');
const DAY = 864e5;
const NOW = Date.parse('2026-11-20T12:00:00Z');

async function load() {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-bench-'));
  const outfile = join(folder, 'engine.mjs');
  const names = ['compile', 'fold', 'decide', 'explain', 'assign', 'pack', 'pattern', 'profile'];
  const exportAll = (names) => names.map((name) => `export * from './${name}.ts';`).join('\n');
  const contents = exportAll(names);
  // no part of the tag yet
  const more = exportAll(['lines/answers', 'lines/lines-of']);
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: engine, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outfile,
    write: false,
  });
  await build({
    stdin: { contents: `${contents}\n${more}`, resolveDir: engine, loader: 'ts' },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    outfile,
  });
  const module = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return {
    ...module,
    bytes: brotliCompressSync(outputFiles[0].contents).length,
    min: outputFiles[0].contents.length,
  };
}

/** A repeatable random source (mulberry32), so that two runs measure the same work. */
function randomOf(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const topics = ['tents', 'boots', 'maps', 'stoves', 'bags', 'ropes', 'lamps', 'jackets'];

/**
 * Three conditions a segment, of every kind, as a shop would write them.
 *
 * @param isDistinct no two conditions share a state: each asks for another price
 */
function configOf(count, isDistinct = false) {
  const random = randomOf(count);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const days = () => `${pick([1, 2, 3, 7, 14, 30])}d`;
  const n = () => 1 + Math.floor(random() * 4);
  const where = () => ({ item_category: pick(topics) });
  const leaves = [
    () => ({ kind: 'count', event: 'view_item', where: where(), is: { $gte: n() }, within: days() }),
    () => ({ kind: 'count', event: 'page_view', is: { $gte: 2 + n() }, during: 'visit' }),
    () => ({ kind: 'count', event: 'purchase', is: { $lt: n() }, within: days() }),
    () => ({ kind: 'sum', event: 'purchase', of: 'value', is: { $gte: n() * 100 } }),
    () => ({ kind: 'sum', event: 'purchase', of: 'value', is: { $gte: n() * 100 }, within: '30d' }),
    () => ({ kind: 'distinct', event: 'view_item', of: 'item_category', is: { $gte: n() }, within: days() }),
    () => ({ kind: 'days', is: { $gte: n() }, within: days() }),
    () => ({ kind: 'max', event: 'view_item', of: 'price', is: { $gt: n() * 50 }, within: days() }),
    () => ({ kind: 'last', event: 'view_item', of: 'item_category', is: pick(topics) }),
    () => ({ kind: 'since', event: 'purchase', is: { $gt: days() } }),
    () => ({ kind: 'age', is: { $gt: days() } }),
    () => ({ kind: 'away', is: { $gt: days() } }),
    () => ({ kind: 'trait', key: 'plan', is: 'gold' }),
    () => ({ kind: 'context', key: 'device', is: pick(['phone', 'desktop']) }),
    () => ({ kind: 'context', key: 'hour', is: { $gte: n() + 12 } }),
    () => ({ kind: 'interest', topic: pick(topics), share: { $gte: n() / 10 } }),
    () => ({ kind: 'rfm', recency: { $gte: n() } }),
    () => ({
      kind: 'score',
      weights: { view_item: n(), purchase: 10 },
      halfLife: days(),
      is: { $gte: n() * 5 },
    }),
    () => ({
      kind: 'sequence',
      steps: [{ event: 'add_to_cart', where: where() }],
      within: '1h',
      without: { event: 'purchase' },
      inLast: days(),
    }),
  ];
  const dear = (i) => ({ price: { $gte: i } });
  const view = (i) => ({ event: 'view_item', where: dear(i) });
  const distinct = [
    (i) => ({ kind: 'count', ...view(i), is: { $gte: n() }, within: days() }),
    (i) => ({ kind: 'sum', event: 'purchase', where: dear(i), of: 'value', is: { $gte: 100 } }),
    (i) => ({
      kind: 'sum',
      event: 'purchase',
      where: dear(i),
      of: 'value',
      is: { $gte: 100 },
      within: '30d',
    }),
    (i) => ({ kind: 'distinct', ...view(i), of: 'item_category', is: { $gte: n() }, within: days() }),
    (i) => ({ kind: 'max', ...view(i), of: 'value', is: { $gt: n() * 50 }, within: days() }),
    (i) => ({ kind: 'last', ...view(i), of: 'item_category', is: pick(topics) }),
    (i) => ({ kind: 'since', event: 'purchase', where: dear(i), is: { $gt: days() } }),
    (i) => ({ kind: 'score', weights: { view_item: i + 1, purchase: 10 }, halfLife: '7d', is: { $gte: 5 } }),
    (i) => ({
      kind: 'sequence',
      steps: [{ event: 'add_to_cart', where: dear(i) }],
      within: '1h',
      without: { event: 'purchase' },
      inLast: days(),
    }),
    (i) => ({ kind: 'days', ...view(i), is: { $gte: n() }, within: days() }),
  ];
  return {
    version: 1,
    site: 'shop.example',
    revision: 1,
    rfm: { recency: ['7d', '30d', '90d', '180d'], frequency: [1, 2, 4, 8], monetary: [50, 100, 300, 900] },
    segments: Array.from({ length: count }, (_, i) => ({
      id: `s${i}`,
      name: `s${i}`,
      when: {
        kind: pick(['all', 'any', 'all']),
        of: [0, 1, 2].map((j) =>
          isDistinct ? distinct[(i * 3 + j) % distinct.length](i) : leaves[(i * 3 + j) % leaves.length](),
        ),
      },
    })),
    experiences: [],
  };
}

/** What a keen visitor leaves in half a year: visits of a dozen events, most of them views. */
function ledgerOf(count) {
  const random = randomOf(7);
  const visits = Math.max(1, count / 12);
  let at = NOW - 170 * DAY;
  return Array.from({ length: count }, (_, i) => {
    at += i % 12 ? 20e3 + random() * 60e3 : (165 * DAY) / visits - 12 * 50e3;
    const dice = random();
    const name =
      dice < 0.5 ? 'page_view' : dice < 0.9 ? 'view_item' : dice < 0.98 ? 'add_to_cart' : 'purchase';
    const item_category = topics[Math.floor(random() ** 2 * topics.length)];
    return {
      name,
      at: Math.round(at),
      props: { item_category, price: Math.round(random() * 300), value: Math.round(random() * 200) },
    };
  });
}

function time(run, times) {
  const took = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    run(i);
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
  return { p50: at(0.5), p95: at(0.95) };
}

const ms = (figure) => (figure < 0.01 ? figure.toFixed(4) : figure.toFixed(3));
const table = (head, rows) =>
  console.log(
    `\n| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`,
  );

const engineOf = await load();
const { compile, createProfile, fold, record, rebuild, missing, decide, segments, pack, unpack, bytes, min } =
  engineOf;
const { answersOf, findLeaves, linesOf, newcomerOf } = engineOf;

function measure(count, events, isDistinct) {
  const config = configOf(count, isDistinct);
  const program = compile(config);
  const ledger = ledgerOf(events);
  const profile = createProfile(program);
  const built = createProfile(program);
  const rebuilt = time(
    () => {
      const building = rebuild(program, built, [...program.nodes.keys()]);
      for (const event of ledger) building.fold(event);
      building.done();
    },
    events > 1000 ? 5 : 20,
  );
  const half = Math.floor(ledger.length / 2);
  const folded = time((i) => fold(program, profile, ledger[i]), half);
  for (const event of ledger.slice(half)) fold(program, profile, event);
  const snapshot = pack(profile);
  const facts = { device: 'phone', language: 'en' };
  const viewOf = (of, on) => ({ program: of, profile: on, facts, now: NOW });
  const again = time(() => segments(viewOf(program, profile)), 200);
  const untils = time(() => {
    const view = viewOf(program, profile);
    return Math.min(...config.segments.map(({ when }) => decide(when, view).until));
  }, 20);
  const first = time(() => {
    const fresh = compile(config);
    const copy = unpack(snapshot);
    record(fresh, copy, 'page_view', {}, NOW);
    segments(viewOf(fresh, copy));
  }, 100);
  const compiled = time(() => compile(config), 100);
  return { config, program, profile, snapshot, rebuilt, folded, again, untils, first, compiled };
}

console.log(`# Engine: ${cpus()[0]?.model.trim()} × ${cpus().length}, Node ${process.version}`);
console.log(`\nWhole engine, all kinds and sentences: ${min} B min, ${bytes} B brotli.`);
for (let i = 0; i < 3; i++) measure(100, 1000); // warm up, as a second page view is

const row = (count, events, isDistinct) => {
  const { program, snapshot, rebuilt, folded, again, untils, first, compiled } = measure(
    count,
    events,
    isDistinct,
  );
  return [
    count,
    program.nodes.size,
    events,
    `${ms(again.p50)} / ${ms(again.p95)}`,
    `${ms(first.p50)} / ${ms(first.p95)}`,
    ms(untils.p50),
    `${ms(compiled.p50)}`,
    `${ms(folded.p50)} / ${ms(folded.p95)}`,
    rebuilt.p50.toFixed(1),
    Buffer.byteLength(snapshot),
    missing(program, unpack(snapshot)).length,
  ];
};
const head = [
  'segments',
  'states',
  'events',
  'decide all, p50 / p95 ms',
  'unpack + compile + record + decide, p50 / p95 ms',
  'every until, ms',
  'compile ms',
  'fold one, p50 / p95 ms',
  'rebuild all, ms',
  'snapshot B',
  'states left out of it',
];
console.log('\n## Growth with segments (10,000 events)');
table(
  head,
  [10, 100, 1000].map((count) => row(count, 10_000)),
);
console.log('## Growth with events (100 segments, 300 conditions)');
table(
  head,
  [100, 1000, 10_000].map((events) => row(100, events)),
);

console.log('## 300 conditions, every one with a state of its own');
table(
  head,
  [100, 1000, 10_000].map((events) => row(100, events, true)),
);

/** What is written for the next page: the lines of so many conditions. */
function measureLines(count, events, isDistinct) {
  const config = {
    ...configOf(count, isDistinct),
    topics: topics.map((topic) => ({ topic, pages: [`/${topic}/*`] })),
  };
  const program = compile(config);
  const leaves = findLeaves(program).slice(0, 100);
  const profile = createProfile(program);
  for (const event of ledgerOf(events)) fold(program, profile, event);
  const newcomer = newcomerOf(program, leaves);
  const all = time(() => answersOf(program, leaves, profile, newcomer), 10);
  const each = leaves.map((leaf) => ({ leaf, ...time(() => linesOf(program, profile, leaf), 5) }));
  const slowest = each.reduce((a, b) => (a.p50 > b.p50 ? a : b));
  const stored = answersOf(program, leaves, profile, newcomer);
  return [
    `${leaves.length}${isDistinct ? ', each with a state of its own' : ''}`,
    events,
    `${ms(all.p50)} / ${ms(all.p95)}`,
    `${ms(slowest.p50)} (${slowest.leaf.condition.kind})`,
    Object.keys(stored).length,
    Buffer.byteLength(JSON.stringify(stored)),
  ];
}
console.log('## Answer lines');
table(
  [
    'conditions',
    'events',
    'all lines, p50 / p95 ms',
    'slowest condition, p50 ms',
    'stored',
    'stored, B of JSON',
  ],
  [measureLines(60, 100), measureLines(60, 1000), measureLines(60, 10_000), measureLines(60, 10_000, true)],
);

// ---- the others, on the part they can do: compare ready-made figures
const others = [];
try {
  const { evalCondition } = await import(
    pathToFileURL(join(here, 'node_modules/@growthbook/growthbook/dist/esm/mongrule.mjs')).href
  );
  others.push([
    'GrowthBook evalCondition',
    (rules) => (figures) => rules.map((rule) => evalCondition(figures, rule, {})),
  ]);
} catch {
  console.log('GrowthBook is not installed: npm ci --prefix test/bench');
}
try {
  const { Engine } = await import(
    pathToFileURL(join(here, 'node_modules/json-rules-engine/dist/index.js')).href
  ).then((m) => m.default ?? m);
  others.push(['json-rules-engine', Engine]);
} catch {
  console.log('json-rules-engine is not installed: npm ci --prefix test/bench');
}
const rows = [];
for (const count of [10, 100, 1000]) {
  const plain = Array.from({ length: count * 3 }, (_, i) => ({ [`f${i}`]: { $gte: i % 7 } }));
  const figures = Object.fromEntries(plain.map((_, i) => [`f${i}`, i % 5]));
  const config = {
    version: 1,
    site: 's',
    revision: 1,
    experiences: [],
    segments: Array.from({ length: count }, (_, i) => ({
      id: `s${i}`,
      name: '',
      when: {
        kind: 'all',
        of: [0, 1, 2].map((j) => ({ kind: 'context', key: `f${i * 3 + j}`, is: { $gte: (i * 3 + j) % 7 } })),
      },
    })),
  };
  const program = compile(config);
  const view = { program, profile: createProfile(program), facts: figures, now: NOW };
  const cells = [count, ms(time(() => segments(view), 200).p95)];
  for (const [name, make] of others) {
    if (name === 'json-rules-engine') {
      const engine = new make([], { allowUndefinedFacts: true });
      for (let i = 0; i < count; i++)
        engine.addRule({
          event: { type: `s${i}` },
          conditions: {
            all: [0, 1, 2].map((j) => ({
              fact: `f${i * 3 + j}`,
              operator: 'greaterThanInclusive',
              value: (i * 3 + j) % 7,
            })),
          },
        });
      const took = [];
      for (let i = 0; i < (count > 100 ? 5 : 30); i++) {
        const start = performance.now();
        await engine.run(figures);
        took.push(performance.now() - start);
      }
      cells.push(ms(took.sort((a, b) => a - b)[Math.floor(took.length * 0.95)]));
    } else {
      const rules = Array.from({ length: count }, (_, i) => ({ $and: plain.slice(i * 3, i * 3 + 3) }));
      const run = make(rules);
      cells.push(ms(time(() => run(figures), 200).p95));
    }
  }
  rows.push(cells);
}
console.log(
  '## Only comparing ready-made figures (no history, no time, no `until`: what the others can do), p95 ms',
);
table(['segments × 3 comparisons', 'Selvedge', ...others.map(([name]) => name)], rows);

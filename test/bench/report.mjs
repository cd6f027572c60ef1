// Turns the benchmark's rows into Markdown: medians with the quartiles beside them. Pure.

import { SIZES } from './sizes.mjs';

/** @param {number[]} list @param {number} share 0 to 1 */
function quantile(list, share) {
  const sorted = list.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? 0;
  return low + ((sorted[Math.ceil(place)] ?? low) - low) * (place % 1);
}
const median = (list) => quantile(list, 0.5);

/** @returns the values of `field` in the rows that match */
function pick({ rows }, match, field) {
  return rows
    .filter((row) => Object.entries(match).every(([key, value]) => row[key] === value))
    .map((row) => row[field])
    .filter((value) => typeof value === 'number');
}

function show(list, digits = 0) {
  if (!list.length) return '–';
  const [low, mid, high] = [0.25, 0.5, 0.75].map((share) => quantile(list, share).toFixed(digits));
  return low === high ? mid : `${mid} (${low}–${high})`;
}

/** What a case costs above the page without any script. */
const above = (results, match, field, digits) => {
  const bare = median(pick(results, { ...match, key: 'original' }, field));
  return show(
    pick(results, match, field).map((value) => value - bare),
    digits,
  );
};

const table = (head, lines) =>
  [head, head.map((_, index) => (index ? '--:' : '---')), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const contestants = [
  'original',
  'rendered',
  'selvedge',
  'outside',
  'inline',
  'whole',
  'dom-mutator',
  'growthbook',
  'growthbook-blocking',
  'posthog',
  'hidden',
];

const kilobytes = (list) =>
  show(
    list.map((bytes) => bytes / 1000),
    1,
  );

/** The bytes of each first visit above the page's own: until its first paint, and behind it. */
function countBytes(results, match) {
  const rows = results.rows.filter((row) =>
    Object.entries(match).every(([key, value]) => row[key] === value),
  );
  const bare = median(pick(results, { ...match, key: 'original' }, 'bytes'));
  return {
    early: kilobytes(rows.map(({ early }) => early - bare)),
    rest: kilobytes(rows.map(({ bytes, early }) => bytes - early)),
  };
}

/** The short table of the README: what a visitor notices, at 40 ms latency. */
export function renderSummary(results) {
  const has = contestants.filter((key) => results.rows.some((row) => row.key === key));
  const lines = has.map((key) => {
    const paint = { key, kind: 'paint', latency: 40, rate: 1 };
    const thread = { key, kind: 'trace', rate: 1, visit: 'repeat' };
    const isBare = key === 'original' || key === 'rendered';
    const isOriginal = key === 'original' || key === 'outside';
    const { early, rest } = countBytes(results, { ...paint, visit: 'first' });
    return [
      results.names[key],
      isBare ? '0' : early,
      isBare ? '0' : rest,
      isBare ? '0' : above(results, { ...paint, visit: 'first' }, 'requests'),
      isBare ? '–' : above(results, thread, 'early', 1),
      isBare ? '–' : above(results, thread, 'script', 1),
      show(pick(results, { ...paint, visit: 'first' }, 'first')),
      show(pick(results, { ...paint, visit: 'repeat' }, 'first')),
      isOriginal ? '–' : show(pick(results, { ...paint, visit: 'first' }, 'variantAt')),
      isOriginal ? '–' : show(pick(results, { ...paint, visit: 'first' }, 'flicker')),
      show(pick(results, { ...paint, visit: 'first' }, 'blank')),
      show(pick(results, { ...paint, visit: 'first' }, 'shift'), 3),
    ];
  });
  const head = [
    '',
    'kB before the paint',
    'kB at rest',
    'requests',
    'script ms before the paint, repeat',
    'script ms in all, repeat',
    'FCP first',
    'FCP repeat',
    'variant seen at',
    'flicker ms',
    'blank ms',
    'CLS',
  ];
  return table(head, lines);
}

/** What is promised, beside what was measured in this run. */
function renderLimits(results) {
  const cost = (key, field, kind = 'trace') =>
    median(pick(results, { key, kind, rate: 1, visit: 'repeat' }, field)) -
    median(pick(results, { key: 'original', kind: 'trace', rate: 1, visit: 'repeat' }, field));
  const calm = (latency) => {
    const [bare, tag] = ['original', 'selvedge'].map((key) =>
      median(pick(results, { key, kind: 'calm', latency }, 'first')),
    );
    return `${(tag - bare).toFixed(1)} ms`;
  };
  const ratio = (a, b) => (a / b).toFixed(2);
  const growth = (size) => cost(`selvedge-${size}`, 'early', 'growth');
  const lines = [
    [
      'script before the paint, repeat visit, against GrowthBook',
      ratio(cost('selvedge', 'early'), cost('growthbook-blocking', 'early')),
      '0.65',
    ],
    ['the same with 1,000 against 3 experiences', ratio(growth(1000), growth(3)), '1.3'],
    [
      'all script, repeat visit, against GrowthBook',
      ratio(cost('selvedge', 'script'), cost('growthbook-blocking', 'script')),
      '1.9',
    ],
    ['heap above the bare page', `${(cost('selvedge', 'heap') / 1000).toFixed(0)} kB`, '400 kB'],
    ...[0, 40].map((latency) => [
      `first paint, repeat visit, after that of no script; ${latency} ms latency`,
      calm(latency),
      '17 ms',
    ]),
  ];
  return table(['', 'measured', 'at most'], lines);
}

function renderPaint(results, latency, rate) {
  const lines = contestants.flatMap((key) =>
    ['first', 'repeat'].flatMap((visit) => {
      const match = { key, kind: 'paint', latency, rate, visit };
      if (!pick(results, match, 'first').length) return [];
      const cell = (field, digits) => show(pick(results, match, field), digits);
      return [
        [
          results.names[key],
          visit,
          cell('first'),
          cell('largest'),
          cell('variantAt'),
          cell('photoAt'),
          key === 'original' ? '–' : cell('flicker'),
          cell('blank'),
          cell('shift', 3),
          cell('blocked'),
        ],
      ];
    }),
  );
  return table(
    ['', 'visit', 'FCP', 'LCP', 'variant seen at', 'its photo at', 'flicker', 'blank', 'CLS', 'TBT'],
    lines,
  );
}

function renderCpu(results) {
  const lines = contestants.flatMap((key) =>
    ['first', 'repeat'].flatMap((visit) => {
      const at = (rate) => ({ key, kind: 'trace', rate, visit });
      if (!pick(results, at(1), 'script').length) return [];
      const base = { kind: 'trace', visit };
      return [
        [
          results.names[key],
          visit,
          above(results, { ...base, key, rate: 1 }, 'early', 1),
          above(results, { ...base, key, rate: 4 }, 'early', 1),
          above(results, { ...base, key, rate: 1 }, 'script', 1),
          above(results, { ...base, key, rate: 4 }, 'script', 1),
          above(results, { ...base, key, rate: 1 }, 'render', 1),
          show(pick(results, at(1), 'ours'), 1),
          show(pick(results, at(1), 'compile'), 1),
          above(results, { ...base, key, rate: 1 }, 'heap').replace(/-?\d+/g, (bytes) =>
            (bytes / 1000).toFixed(0),
          ),
        ],
      ];
    }),
  );
  return table(
    [
      '',
      'visit',
      'script before the paint 1×',
      '4×',
      'script in all 1×',
      '4×',
      'style, layout, paint',
      'selvedge.js in head',
      'of it compiling',
      'heap kB',
    ],
    lines,
  );
}

function renderGrowth(results) {
  const lines = SIZES.flatMap((size) =>
    ['first', 'repeat'].map((visit) => {
      const at = (key) => ({ key: `${key}-${size}`, kind: 'growth', visit });
      return [
        String(size),
        visit,
        show(pick(results, at('selvedge'), 'ours'), 1),
        show(pick(results, at('selvedge'), 'compile'), 1),
        ...['early', 'script'].flatMap((field) =>
          ['selvedge', 'growthbook'].map((key) => show(pick(results, at(key), field), 1)),
        ),
      ];
    }),
  );
  return table(
    [
      'experiences (3 concern the page)',
      'visit',
      'selvedge.js in head',
      'of it compiling',
      'script before the paint, Selvedge',
      'GrowthBook',
      'all script, Selvedge',
      'GrowthBook',
    ],
    lines,
  );
}

const proofs = {
  'proof-flicker': 'the headline is the original for 300 ms after load',
  'proof-photo': 'the photo is the original for 300 ms after load',
  'proof-blank': 'the page is transparent until 300 ms after load',
  'proof-shift': 'a box of 300 px pushes the page down 300 ms after load',
};

/** @returns {string} the whole report */
export function renderReport(results) {
  const { about } = results;
  const proofLines = Object.entries(proofs).map(([key, what]) => {
    const cell = (field, digits) => show(pick(results, { key, visit: 'first' }, field), digits);
    return [what, cell('flicker'), cell('blank'), cell('shift', 3)];
  });
  const peers = Object.entries(about.peers).map(([name, version]) => `${name} ${version}`);
  return `# Benchmark

The demo shop's home page with the same five changes (headline, photo, link, hidden ribbon, added line), each made by
one contestant. ${about.browser}, ${peers.join(', ')}; ${about.machine}, load ${about.load.join(' ')}; ${about.rounds} interleaved rounds in ${about.seconds} s.
Medians with quartiles, milliseconds. Made by \`npm run bench\`; how: \`test/bench/bench.mjs\`.
${about.strangers.length ? `\nNOT CLEAN: ${about.strangers.join(', ')}\n` : '\nNo page asked anybody outside this machine.\n'}
${Number.parseInt(about.machine, 10) < about.load[0] ? '\n**The machine was busy with other work**: times since navigation are noise here; thread times, flicker and blank hold roughly.\n' : ''}
## At a glance: 40 ms latency

${renderSummary(results)}

Script ms: the main thread's own time above the page without a script. Before the paint: what was asked for, or ran,
before the first one. FCP and the rest: since navigation.

## What is promised

${renderLimits(results)}

## Proof of the instruments

${table(['the page', 'flicker', 'blank', 'CLS'], proofLines)}

## What the visitor sees

0 ms latency

${renderPaint(results, 0, 1)}

40 ms latency

${renderPaint(results, 40, 1)}

150 ms latency

${renderPaint(results, 150, 1)}

0 ms latency, processor throttled 4×

${renderPaint(results, 0, 4)}

## What the main thread does

Thread time above the page without any script, until a second after load.

${renderCpu(results)}

## Growth

Thread time of the whole page; each load was asserted to show the variant.

${renderGrowth(results)}
`;
}

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

/** Bytes of each load above the page's own, in kB. */
const kilobytes = (results, match, field) => show(kilos(results, match, field), 1);
const kilos = (results, match, field) => {
  const bare = median(pick(results, { ...match, key: 'original' }, field));
  return pick(results, match, field).map((bytes) => (bytes - bare) / 1000);
};

/** The contestants that took part. */
const among = (results) => contestants.filter((key) => results.rows.some((row) => row.key === key));

/** The short table of the README: what a visitor notices, at 40 ms latency. */
export function renderSummary(results) {
  const lines = among(results).map((key) => {
    const paint = { key, kind: 'paint', latency: 40, rate: 1 };
    const thread = { key, kind: 'trace', rate: 1, visit: 'repeat' };
    const first = { ...paint, visit: 'first' };
    const isBare = key === 'original' || key === 'rendered';
    const isOriginal = key === 'original' || key === 'outside';
    return [
      results.names[key],
      isBare ? '0' : kilobytes(results, first, 'blocking'),
      isBare ? '0' : kilobytes(results, first, 'all'),
      isBare ? '0' : above(results, first, 'requests'),
      isBare ? '–' : above(results, thread, 'early', 1),
      isBare ? '–' : above(results, thread, 'script', 1),
      show(pick(results, first, 'first')),
      show(pick(results, { ...paint, visit: 'repeat' }, 'first')),
      isOriginal ? '–' : show(pick(results, first, 'variantAt')),
      isOriginal ? '–' : show(pick(results, first, 'flicker')),
      show(pick(results, first, 'blank')),
      show(pick(results, first, 'shift'), 3),
    ];
  });
  const head = [
    '',
    'kB blocking',
    'kB in all',
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

/** Bytes by visit: what the paint waits for, what was asked for by then, all of it, and what went over the network. */
function renderBytes(results) {
  const lines = among(results).flatMap((key) =>
    ['first', 'repeat'].flatMap((visit) => {
      const match = { key, kind: 'paint', latency: 40, rate: 1, visit };
      if (!pick(results, match, 'all').length) return [];
      const cells = ['blocking', 'early', 'all', 'sent'].map((field) => kilobytes(results, match, field));
      return [[results.names[key], visit, ...cells, above(results, match, 'requests')]];
    }),
  );
  return table(
    ['', 'visit', 'kB blocking', 'asked for before the paint', 'in all', 'over the network', 'requests'],
    lines,
  );
}

/** What is promised, beside what was measured in this run. */
function renderLimits(results) {
  const at = (key, kind) => ({ key, kind, rate: 1, visit: 'repeat' });
  const has = (key, kind) => pick(results, at(key, kind), 'script').length > 0;
  const cost = (key, field, kind = 'trace') =>
    has(key, kind)
      ? median(pick(results, at(key, kind), field)) - median(pick(results, at('original', 'trace'), field))
      : Number.NaN;
  const calm = (latency) => {
    const [bare, tag] = ['original', 'selvedge'].map((key) =>
      pick(results, { key, kind: 'calm', latency }, 'first'),
    );
    return say(bare.length ? median(tag) - median(bare) : Number.NaN, 1, ' ms');
  };
  const say = (value, digits, unit = '') => (Number.isFinite(value) ? value.toFixed(digits) + unit : '–');
  const ratio = (a, b) => say(a / b, 2);
  const against = (field) => ratio(cost('selvedge', field), cost('growthbook-blocking', field));
  const growth = (field) =>
    ratio(cost('selvedge-1000', field, 'growth'), cost('selvedge-3', field, 'growth'));
  const outside = kilos(
    results,
    { key: 'outside', kind: 'paint', latency: 40, rate: 1, visit: 'first' },
    'all',
  );
  const lines = [
    ['in head, repeat visit, against GrowthBook', against('head'), '0.65'],
    ['all script before the paint, repeat visit, against GrowthBook', against('early'), '–'],
    ['in head, 1,000 against 3 experiences', growth('head'), '1.3'],
    ['all script before the paint, 1,000 against 3 experiences', growth('early'), '–'],
    ['all script, repeat visit, against GrowthBook', against('script'), '1.9'],
    ['heap above the bare page', say(cost('selvedge', 'heap') / 1000, 0, ' kB'), '400 kB'],
    [
      'all that a visitor in no segment loads',
      outside.length ? say(median(outside), 1, ' kB') : '–',
      '21 kB',
    ],
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

/** In how many loads something that comes later came before the first paint was on the screen. */
function countAhead(results, match) {
  const list = pick(results, match, 'ahead');
  return `${list.filter((count) => count > 0).length} of ${list.length}`;
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
          show(pick(results, at(1), 'head'), 1),
          show(pick(results, at(4), 'head'), 1),
          show(pick(results, at(1), 'compile'), 1),
          countAhead(results, at(1)),
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
      'in head 1×',
      '4×',
      'of it compiling',
      'loads in which the rest ran before the paint',
      'heap kB',
    ],
    lines,
  );
}

function renderGrowth(results) {
  const weigh = (key, ...paths) => {
    const bytes = paths.map((path) => results.weights[key]?.[path]);
    return bytes.every(Number.isFinite) ? (bytes.reduce((a, b) => a + b) / 1000).toFixed(1) : '–';
  };
  const lines = SIZES.flatMap((size) =>
    ['first', 'repeat'].map((visit) => {
      const [ours, theirs] = ['selvedge', 'growthbook'].map((name) => `${name}-${size}`);
      const at = (key) => ({ key, kind: 'growth', visit });
      return [
        String(size),
        visit,
        weigh(ours, '/selvedge.js'),
        weigh(ours, '/selvedge.js', '/selvedge-later.js', '/selvedge-show.js'),
        weigh(theirs, '/growthbook.js', '/gb/api/features/sdk-bench'),
        ...['head', 'early', 'script'].flatMap((field) =>
          [ours, theirs].map((key) => show(pick(results, at(key), field), 1)),
        ),
      ];
    }),
  );
  return table(
    [
      'experiences (3 concern the page)',
      'visit',
      'kB blocking, Selvedge',
      'in all',
      'GrowthBook',
      'in head, Selvedge',
      'GrowthBook',
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

kB: brotli, on the first visit; blocking: what the paint waits for by the browser's own word. Script ms: the main
thread's own time above the page without a script, before the first paint is on the screen and until a second after
load. FCP and the rest: since navigation.

## What is promised

${renderLimits(results)}

## Proof of the instruments

${table(['the page', 'flicker', 'blank', 'CLS'], proofLines)}

## Bytes

Brotli, above the page's own; 40 ms latency. What the browser kept counts, but not as sent over the network.

${renderBytes(results)}

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

Thread time above the page without any script, until a second after load; in head: one run of the first script. A paint
counts from when it is on the screen: what runs while a finished frame is on its way there counts as before it.

${renderCpu(results)}

## Growth

Thread time of the whole page; each load was asserted to show the variant.

${renderGrowth(results)}
`;
}

// Checks who imports whom: direction, types only, packages, cycles, barrels.

import { posix } from 'node:path';
import { type Finding, isIn, lineOf, type Source } from './finding.ts';
import { stripComments } from './strip.ts';

export interface Import {
  /** a path from the root, or a package's name */
  to: string;
  isType: boolean;
  line: number;
}

interface Room {
  name: string;
  /** what its files may import values from */
  values: string[];
  /** what its files may import types from, besides */
  types?: string[];
  packages: RegExp;
}

const none = /^(?!)/;

/** What runs in other people's pages may take values from. */
const pageRooms = ['shared/grammar', 'shared/engine', 'shared/dom', 'shared/items', 'shared/page'];

/** Rooms of the panel, floor by floor: each may import the floors below it. */
const stack = (...floors: string[][]): Room[] =>
  floors.flatMap((floor, at) =>
    floor.map((name) => ({
      name,
      values: [
        name,
        ...floors.slice(0, at).flat(),
        'extension/wire',
        'extension/reader',
        'extension/learner',
        'shared',
      ],
      packages: /./,
    })),
  );

/** The first room that holds a file is the one that counts. Files outside these rooms (tests) may import all. */
const rooms: Room[] = [
  // sentences for people: all that looks after a site may say them; what runs in visitors' pages may not
  { name: 'shared/words', values: ['shared/words'], packages: none },
  // how the strings in a config are read: the floor of shared, on which the schema stands too
  { name: 'shared/grammar', values: ['shared/grammar'], packages: none },
  // what was learned of items, as a file beside the tag: who writes it, who reads it
  { name: 'shared/items', values: ['shared/items'], packages: none },
  {
    name: 'shared/engine',
    values: ['shared/engine', 'shared/grammar'],
    types: ['shared/schema'],
    packages: none,
  },
  {
    name: 'shared/dom',
    values: ['shared/dom', 'shared/engine', 'shared/grammar', 'shared/items'],
    types: ['shared/schema'],
    packages: none,
  },
  {
    name: 'shared/page',
    values: ['shared/page', 'shared/engine', 'shared/grammar', 'shared/items'],
    types: ['shared/schema', 'shared/dom'],
    packages: none,
  },
  {
    name: 'shared/schema',
    // package.json: which release this is
    values: ['shared/schema', 'shared/grammar', 'shared/items', 'shared/words', 'package.json'],
    packages: /^zod(\/mini)?$/,
  },
  { name: 'shared/purify', values: ['shared/dom'], packages: /^dompurify$/ },
  {
    name: 'shared/publish',
    values: [
      'shared/publish',
      'shared/engine',
      'shared/grammar',
      'shared/items',
      'shared/schema',
      'shared/words',
    ],
    types: ['shared/dom'],
    packages: /^parse5$/,
  },
  {
    name: 'shared/lint',
    values: ['shared/lint', 'shared/engine', 'shared/schema', 'shared/grammar', 'shared/words'],
    packages: none,
  },
  // what a list of recommended items asks for and no item has: said in a terminal and by the checks in a page
  {
    name: 'shared/lists',
    values: ['shared/lists', 'shared/engine', 'shared/items', 'shared/words'],
    types: ['shared/schema'],
    packages: none,
  },
  {
    name: 'shared/templates',
    values: ['shared/templates', 'shared/engine', 'shared/schema', 'shared/grammar', 'shared/words'],
    packages: /^zod$/,
  },
  // statistics: pure, the same in the terminal and beside a page; of the engine which variants share a segment
  { name: 'shared/measure', values: ['shared/measure', 'shared/engine', 'shared/words'], packages: none },
  // facts about all buyers, out of the owner's export: rows in, numbers out; folded by the engine
  {
    name: 'shared/learn',
    values: [
      'shared/learn',
      'shared/engine',
      'shared/grammar',
      'shared/items',
      'shared/measure',
      // what a browser takes for a person or a robot is none here either
      'shared/page',
    ],
    types: ['shared/schema'],
    packages: none,
  },
  // what is sold, as its owner writes it down: the same in a terminal and in the panel's worker
  { name: 'shared/catalog', values: ['shared/catalog', 'shared/learn'], packages: /^sax$/ },
  // a new room of shared says above what it may
  { name: 'shared', values: [], packages: none },
  // the visitor's view: a file of its own, loaded when somebody opens it, and what builds it
  {
    name: 'snippet/mirror',
    values: ['snippet', 'shared/engine', 'shared/grammar'],
    types: ['shared/schema'],
    packages: /^(preact(\/hooks)?|node:\w+|esbuild)$/,
  },
  // the licences of what is built, run by build.mjs
  { name: 'cli/build-notices.mjs', values: [], packages: /^node:/ },
  // what builds the tag, run by build.mjs
  {
    name: 'snippet/build-tag.mjs',
    values: [
      'snippet/borrow.mjs',
      'snippet/build-learned.mjs',
      'snippet/build-measuring.mjs',
      'snippet/shorten.mjs',
    ],
    packages: /^(node:\w+|esbuild)$/,
  },
  {
    name: 'snippet/build-measuring.mjs',
    values: ['snippet/borrow.mjs', 'snippet/build-part.mjs'],
    packages: /^(node:\w+|esbuild)$/,
  },
  { name: 'snippet/build-learned.mjs', values: ['snippet/build-part.mjs'], packages: /^node:/ },
  {
    name: 'snippet/build-beside.mjs',
    values: ['snippet/borrow.mjs', 'snippet/shorten.mjs'],
    packages: /^(node:\w+|esbuild)$/,
  },
  {
    name: 'snippet/build-part.mjs',
    values: ['snippet/borrow.mjs', 'snippet/shorten.mjs'],
    packages: /^(node:\w+|esbuild)$/,
  },
  { name: 'snippet/borrow.mjs', values: [], packages: /^(node:\w+|esbuild)$/ },
  { name: 'snippet/shorten.mjs', values: [], packages: /^terser$/ },
  { name: 'snippet/now/build-pieces.mjs', values: [], packages: /^(esbuild|terser)$/ },
  {
    name: 'snippet',
    values: ['snippet', ...pageRooms],
    types: ['shared/schema'],
    packages: /^idb$/,
  },
  {
    name: 'extension/wire',
    values: ['extension/wire', 'shared/words', ...pageRooms],
    types: ['shared/schema'],
    packages: /./,
  },
  // the catalogs of the extension's sentences
  {
    name: 'extension/gather-words.mjs',
    values: ['shared/words/key-of.mjs'],
    packages: /^(node:\w+|@typescript\/typescript6)$/,
  },
  // its tables are made of what the products say
  { name: 'docs', values: ['docs', 'shared', 'cli'], types: ['snippet'], packages: /^(node:|esbuild$)/ },
  {
    name: 'extension/background',
    values: ['extension/background', 'extension/wire'],
    types: ['shared/schema'],
    packages: none,
  },
  {
    name: 'extension/stage',
    values: ['extension/stage', 'extension/wire', 'shared/lists', 'shared/words', ...pageRooms],
    types: ['shared/schema'],
    packages: /./,
  },
  // the tour's shop: of the extension it needs names
  { name: 'extension/tour', values: ['extension/tour', 'extension/wire/tour-shop.ts'], packages: none },
  // these check configs, so they may hold zod: the worker that reads what pages and files say, and the panel
  // fflate weighs a file as it is packed on its way
  {
    name: 'extension/learner',
    values: ['extension/learner', 'extension/wire', 'shared'],
    packages: /^fflate$/,
  },
  { name: 'extension/reader', values: ['extension/reader', 'extension/wire', 'shared'], packages: none },
  // the panel's rooms, from the floor up
  ...stack(
    ['extension/panel/kit'],
    ['extension/panel/site'],
    ['extension/panel/draft'],
    ['extension/panel/see'],
    [
      'extension/panel/rules',
      'extension/panel/edit',
      'extension/panel/experience',
      'extension/panel/publish',
      'extension/panel/results',
      'extension/panel/learn',
    ],
    ['extension/panel/tour'],
    ['extension/panel'],
  ),
  // what a program imports: thin, as the terminal is
  {
    name: 'package/build-types.mjs',
    values: [],
    packages: /^(node:\w+|rollup|rollup-plugin-dts|json-schema-to-typescript|@typescript\/typescript6)$/,
  },
  {
    name: 'package',
    values: ['package', 'cli', 'shared'],
    types: ['snippet'],
    packages: /^(node:\w+|esbuild|fflate)$/,
  },
  // where people build
  { name: 'plugins', values: ['plugins', 'package', 'cli', 'shared'], packages: /^node:\w+$/ },
  {
    name: 'cli',
    values: ['cli', 'shared', 'package.json'],
    packages: /^(node:|esbuild$|zod|dompurify$|microdiff$)/,
  },
];

/** `import('a').B` with a capital is a type in place; without one it is code that loads lazily. */
const pattern =
  /(?:^|[;\n])\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)(\.[A-Z])?/g;

export function findImports({ path, text }: Source): Import[] {
  const code = stripComments(text);
  return [...code.matchAll(pattern)].map(({ 0: found, 1: type, 2: from, 3: lazy, 4: member, index }) => {
    const name = from ?? lazy ?? '';
    const to = name.startsWith('.') ? posix.join(posix.dirname(path), name) : name;
    return { to, isType: Boolean(type ?? member), line: lineOf(code, index + found.search(/\S/)) };
  });
}

const isPackage = (to: string) => !/\.(ts|tsx|mjs|json|css)$/.test(to);

export function checkDirection(source: Source): Finding[] {
  const room = rooms.find(({ name }) => isIn(source.path, name));
  if (!room) return [];
  return findImports(source).flatMap(({ to, isType, line }) => {
    const at = `${source.path}:${line}: `;
    if (isPackage(to)) {
      if (room.packages.test(to) || isType) return [];
      return `${at}${room.name} may not import the package ${to}. Move the work to a room that may, or drop it.`;
    }
    if (isIn(to, ...room.values)) return [];
    if (room.types && isIn(to, ...room.types)) {
      return isType
        ? []
        : `${at}takes a value from ${to}. Write \`import type\`: ${room.name} ships without it.`;
    }
    const allowed = [...room.values, ...(room.types ?? []).map((name) => `${name} (types)`)].join(', ');
    return `${at}${room.name} may not import ${to}. It may import ${allowed}: move the shared part there.`;
  });
}

/** Chains of a graph that come back to where they began, each once. */
function findCycles(graph: Map<string, Iterable<string>>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  function walk(node: string, trail: string[]): void {
    const start = trail.indexOf(node);
    if (start >= 0) {
      found.push([...trail.slice(start), node]);
      return;
    }
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) walk(next, [...trail, node]);
    done.add(node);
  }
  for (const node of graph.keys()) walk(node, []);
  return found;
}

/** Which files a file imports, types too: a type that two floors need lies on the lower one. */
const graphOf = (sources: Source[]) =>
  new Map(
    sources.map((source) => [
      source.path,
      findImports(source)
        .map(({ to }) => to)
        .filter((to) => !isPackage(to)),
    ]),
  );

export function checkCycles(sources: Source[]): Finding[] {
  return findCycles(graphOf(sources)).map(
    (cycle) => `${cycle.join(' → ')}: a cycle. Move what both need into a file of its own.`,
  );
}

/**
 * Rooms that import each other though their files do not. A folder and those inside it are one house: what lies above
 * may be both the roof (a `main`, a list of kinds) and the floor.
 */
export function checkFolderCycles(sources: Source[]): Finding[] {
  const folders = new Map<string, Set<string>>();
  const because = new Map<string, string>();
  for (const [path, imports] of graphOf(sources))
    for (const to of imports) {
      const [from, into] = [posix.dirname(path), posix.dirname(to)];
      if (isIn(from, into) || isIn(into, from)) continue;
      folders.set(from, (folders.get(from) ?? new Set()).add(into));
      because.set(`${from} → ${into}`, `${path} → ${to}`);
    }
  return findCycles(folders).map((cycle) => {
    const steps = cycle.slice(1).map((into, i) => because.get(`${cycle[i]} → ${into}`));
    return `${cycle.join(' → ')}: a cycle of folders (${steps.join(', ')}). Move what both need into a lower room.`;
  });
}

export function checkBarrel({ path, text }: Source): Finding[] {
  const code = stripComments(text);
  const star = /(?:^|\n)\s*export\s+(?:type\s+)?\*/.exec(code);
  const rest = code
    .replace(/(?:^|\n)\s*export\s+(?:type\s+)?\{[^}]*\}\s*from\s*['"][^'"]+['"];?/g, '')
    .trim();
  if (!star && (rest || !code.trim())) return [];
  return [
    `${path}:${lineOf(code, star?.index ?? 0)}: a barrel. Import from the file that defines the thing.`,
  ];
}

/** Specs take `test` from the support, which brings the guard; Playwright's own would let errors pass unseen. */
export function checkTestImport(source: Source): Finding[] {
  return findImports(source)
    .filter(({ to, isType }) => to === '@playwright/test' && !isType)
    .map(
      ({ line }) =>
        `${source.path}:${line}: import \`test\` and \`expect\` from test/support/test.ts instead.`,
    );
}

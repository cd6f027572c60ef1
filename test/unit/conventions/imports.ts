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

/** The first room that holds a file is the one that counts. Files outside these rooms (tests) may import all. */
const rooms: Room[] = [
  // how the strings in a config are read: the floor of shared, on which the schema stands too
  { name: 'shared/grammar', values: ['shared/grammar'], packages: none },
  {
    name: 'shared/engine',
    values: ['shared/engine', 'shared/grammar'],
    types: ['shared/schema'],
    packages: none,
  },
  {
    name: 'shared/dom',
    values: ['shared/dom', 'shared/engine', 'shared/grammar'],
    types: ['shared/schema'],
    packages: none,
  },
  {
    name: 'shared/page',
    values: ['shared/page', 'shared/engine', 'shared/grammar'],
    types: ['shared/schema'],
    packages: none,
  },
  {
    name: 'shared/schema',
    // package.json: which release this is
    values: ['shared/schema', 'shared/grammar', 'package.json'],
    packages: /^zod(\/mini)?$/,
  },
  { name: 'shared/purify', values: ['shared/dom'], packages: /^dompurify$/ },
  { name: 'shared/publish', values: ['shared/publish', 'shared/schema'], packages: none },
  {
    name: 'shared/lint',
    values: ['shared/lint', 'shared/engine', 'shared/schema', 'shared/grammar'],
    packages: none,
  },
  {
    name: 'shared/templates',
    values: ['shared/templates', 'shared/engine', 'shared/schema', 'shared/grammar'],
    packages: /^zod$/,
  },
  // the visitor's view: a file of its own, loaded when somebody opens it, and what builds it
  {
    name: 'snippet/mirror',
    values: ['snippet', 'shared/engine'],
    types: ['shared/schema'],
    packages: /^(preact(\/hooks)?|node:\w+|esbuild)$/,
  },
  {
    name: 'snippet',
    values: ['snippet', 'shared/engine', 'shared/dom', 'shared/page', 'shared/grammar'],
    types: ['shared/schema'],
    packages: /^idb$/,
  },
  // they check configs, so they may hold zod: the panel, and the worker that reads what pages and files say
  { name: 'extension/panel', values: ['extension', 'shared'], packages: /./ },
  { name: 'extension/reader', values: ['extension', 'shared'], packages: /./ },
  {
    name: 'extension',
    values: [
      'extension',
      'shared/grammar',
      'shared/engine',
      'shared/dom',
      'shared/page',
      'shared/templates',
      'shared/publish',
    ],
    types: ['shared/schema'],
    packages: /./,
  },
  // its tables are made of what the products say
  { name: 'docs', values: ['docs', 'shared', 'cli'], types: ['snippet'], packages: /^(node:|esbuild$)/ },
  { name: 'cli', values: ['cli', 'shared', 'package.json'], packages: /^(node:|esbuild$|zod|dompurify$)/ },
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

/** Chains of imports that come back to where they began, each once. */
export function checkCycles(sources: Source[]): Finding[] {
  const graph = new Map(
    sources.map((source) => [
      source.path,
      findImports(source)
        .filter(({ isType }) => !isType)
        .map(({ to }) => to),
    ]),
  );
  const found: Finding[] = [];
  const done = new Set<string>();
  function walk(path: string, trail: string[]): void {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const cycle = [...trail.slice(start), path].join(' → ');
      found.push(`${cycle}: a cycle. Move what both need into a file of its own.`);
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  }
  for (const path of graph.keys()) walk(path, []);
  return found;
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

// Conventions that matter, as tests: each names the file, the line and the remedy.
//
// The scanners are in conventions/; each is first seen to object to a bad sample and to let a good one pass.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkBudget, checkLock, checkPaths, tagBudget } from './conventions/artifacts.ts';
import { checkCasts, countCasts } from './conventions/casts.ts';
import {
  checkFiles,
  checkLinks,
  checkNamed,
  checkNamedSources,
  checkReached,
  checkRooms,
} from './conventions/documents.ts';
import { checkFilePaths } from './conventions/file-paths.ts';
import { type Finding, isIn, type Source } from './conventions/finding.ts';
import { checkFunctions } from './conventions/functions.ts';
import { checkHomes } from './conventions/homes.ts';
import {
  checkBarrel,
  checkCycles,
  checkDirection,
  checkFolderCycles,
  checkTestImport,
} from './conventions/imports.ts';
import { checkOwnWords } from './conventions/own-words.ts';
import { checkPurity } from './conventions/purity.ts';
import { readRooms, readSources, root } from './conventions/read-sources.ts';
import { checkSaid } from './conventions/said.ts';
import { checkStarts } from './conventions/starts.ts';
import {
  checkAny,
  checkLength,
  checkOpening,
  checkSleeps,
  checkTypes,
  checkWaits,
  mostLines,
} from './conventions/style.ts';
import { checkWords } from './conventions/words.ts';

const code = ['shared', 'snippet', 'extension', 'cli', 'package', 'plugins', 'docs'].flatMap((room) =>
  readSources(room, '.ts', '.tsx', '.mjs'),
);
const tests = readSources('test', '.ts', '.tsx', '.mjs');
const texts = readSources('extension', '.html', '.json');
const documents = readSources('.', '.md');
const sampleDocument = { path: 'docs/A.md', text: '# A\n\n## Who wins\n' };
// this room holds the bad samples
const isSample = ({ path }: Source) => path.includes('unit/conventions');

// a server's latency is what it serves, not a wait of a test
const isServer = ({ path }: Source) => isIn(path, 'test/shop', 'test/support/site.ts');

const source = (path: string, text: string): Source => ({ path, text });
const lines = (count: number) => 'x\n'.repeat(count);

/** Each row: a check, a sample it must object to (with a word of the finding), and one it must let pass. */
describe('each check can fail', () => {
  test.each<[name: string, check: (source: Source) => Finding[], bad: Source, says: string, good: Source]>([
    [
      'products never import each other',
      checkDirection,
      source('snippet/a.ts', "import { x } from '../extension/x.ts';"),
      'may not import extension/x.ts',
      source('snippet/a.ts', "import { x } from '../shared/engine/x.ts';\nimport { openDB } from 'idb';"),
    ],
    [
      'shared never imports a product',
      checkDirection,
      source('shared/dom/a.ts', "import type { x } from '../../snippet/x.ts';"),
      'may not import snippet/x.ts',
      source('shared/dom/a.ts', "import { x } from '../engine/x.ts';"),
    ],
    [
      'the engine never imports dom',
      checkDirection,
      source('shared/engine/a.ts', "import { x } from '../dom/x.ts';"),
      'may not import shared/dom/x.ts',
      source('shared/engine/a.ts', "// import { x } from '../dom/x.ts'\nimport { y } from './y.ts';"),
    ],
    [
      'the snippet takes only types from the schema',
      checkDirection,
      source('snippet/a.ts', "import { type A, b } from '../shared/schema/config.ts';"),
      'import type',
      source('snippet/a.ts', "import type { A } from '../shared/schema/config.ts';"),
    ],
    [
      'the rooms of the extension meet in wire',
      checkDirection,
      source('extension/stage/page/a.ts', "import { x } from '../../panel/kit/x.ts';"),
      'may not import extension/panel/kit/x.ts',
      source('extension/stage/page/a.ts', "import { x } from '../../wire/x.ts';"),
    ],
    [
      'a floor of the panel knows none above it',
      checkDirection,
      source('extension/panel/site/a.ts', "import type { x } from '../draft/x.ts';"),
      'may not import extension/panel/draft/x.ts',
      source('extension/panel/draft/a.ts', "import { x } from '../site/x.ts';"),
    ],
    [
      'a lazy import counts too',
      checkDirection,
      source('snippet/a.ts', "const z = await import('zod');"),
      'may not import the package zod',
      source('cli/a.ts', "import { x } from '../shared/schema/x.ts';"),
    ],
    [
      'no barrel',
      checkBarrel,
      source('shared/a.ts', "export * from './b.ts';"),
      'a barrel',
      source('shared/a.ts', 'export const a = 1;'),
    ],
    [
      'no file of re-exports',
      checkBarrel,
      source('shared/a.ts', "// all\nexport { b } from './b.ts';\nexport type { C } from './c.ts';"),
      'a barrel',
      source('shared/a.ts', "export { b } from './b.ts';\nexport const own = 1;"),
    ],
    [
      'own words are not matched',
      checkOwnWords,
      source('shared/engine/a.ts', 'const isOfNumbers = /^(sum|average|rfm)$/.test(kind);'),
      'Write the words out',
      source('shared/engine/a.ts', "const isLost = /^(form|fieldset|label)$/.test(name) || kind === 'sum';"),
    ],
    [
      'a sentence of the panel is said in every language',
      checkSaid,
      source('extension/panel/a.tsx', 'const A = () => <p>Only you see it.</p>;'),
      'in English alone',
      source(
        'extension/panel/a.tsx',
        'const A = () => <p title={t`Yours`}>{t`Only you see it.`} <code>npm</code></p>;',
      ),
    ],
    [
      'an error is said in every language',
      checkSaid,
      source('shared/lint/a.ts', "warn(path, 'it is seen by nobody', 'Put it before the other one.');"),
      'in English alone',
      source('shared/lint/a.ts', "warn(path, t`it is seen by nobody`, 'main :is(h2, h3), a, b');"),
    ],
    [
      'what a screen reader says is said in every language',
      checkSaid,
      source('extension/panel/a.tsx', 'const A = () => <input placeholder="Its name" />;'),
      'in English alone',
      source('extension/panel/a.tsx', 'const A = () => <input placeholder="…" class="wide" />;'),
    ],
    [
      'the engine has no clock',
      checkPurity,
      source('shared/engine/a.ts', 'const now = new Date();'),
      'Take `now`',
      source('shared/engine/a.ts', "// Date.now()\nconst day = new Date(now); const s = 'Math.random';"),
    ],
    [
      'the engine has no chance',
      checkPurity,
      source('shared/engine/a.ts', 'return Math.random();'),
      'seed',
      source('shared/engine/a.ts', 'return place(seed, id);'),
    ],
    [
      'the engine knows no page',
      checkPurity,
      source('shared/engine/a.ts', 'return window.innerWidth;'),
      'window',
      source('shared/engine/a.ts', 'function horizon(window: Window) { return window.older; }'),
    ],
    [
      'the engine never catches',
      checkPurity,
      source('shared/engine/a.ts', 'try { a() } catch { return false }'),
      'Let it throw',
      source('shared/engine/a.ts', 'a();'),
    ],
    [
      'words in identifiers',
      checkWords,
      source('a.ts', 'const newUsers = 1;'),
      'visitor',
      source(
        'a.ts',
        'navigator.userAgent; sessionStorage.getItem("x"); storage.session; document.querySelector("a")',
      ),
    ],
    [
      'words in sentences',
      checkWords,
      source('a.tsx', '<p>Pick an audience</p>'),
      'segment',
      source('a.tsx', '<p>Pick a segment; it came from utm_campaign</p>'),
    ],
    [
      'campaign is a field, not an experience',
      checkWords,
      source('a.ts', 'const campaignId = 1;'),
      'experience',
      source('a.ts', 'const { source, medium, campaign } = visit;'),
    ],
    [
      'words in documents, but for quotes',
      checkWords,
      source('README.md', 'Each variation has a KPI.'),
      'variant',
      source('README.md', 'A goal is what others call a “conversion”.'),
    ],
    [
      'an address is as others wrote it',
      checkWords,
      source('a.ts', '// a user: https://a.example/User_actions'),
      'a.ts:1: "user"',
      source('a.ts', '// https://a.example/User_actions'),
    ],
    [
      'a filter is not a condition',
      checkWords,
      source('a.ts', 'const segmentFilter = 1;'),
      'condition',
      source('a.ts', 'list.filter(Boolean); new URL(url).search; // the query string'),
    ],
    [
      'no any',
      checkTypes,
      source('a.ts', 'function a(b: any) {}'),
      'any',
      source('a.ts', "const kinds = { all, any: one }; type K = 'any'; // as any"),
    ],
    [
      'no any in tests',
      checkAny,
      source('test/a.ts', 'const a = b as any;'),
      'test/a.ts:1: `any`',
      source('test/a.ts', "expect.any(String); const all = { any: 'any' }; list[0]!.b; // as any"),
    ],
    [
      'no enum',
      checkTypes,
      source('a.ts', 'export enum Kind { A }'),
      'union',
      source('a.ts', "const enumerate = 1; const a = 'enum X {';"),
    ],
    [
      'no non-null assertion',
      checkTypes,
      source('a.ts', 'const a = list[0]!.b; '),
      'missing case',
      source('a.ts', 'if (a !== b && !c) d(!e); const s = "Hi!";'),
    ],
    [
      'no ignored error',
      checkTypes,
      source('a.ts', '// @ts-ignore\na();'),
      '@ts-ignore',
      source('a.ts', 'a();'),
    ],
    [
      'one finder of what a target means',
      checkHomes,
      source('snippet/a.ts', 'for (const one of document.querySelectorAll(rule.target.css)) watch(one);'),
      'findMeant',
      source('shared/dom/a.ts', 'root.querySelectorAll(css);'),
    ],
    [
      'one way to compare texts',
      checkHomes,
      source('snippet/a.ts', "const plain = text.replace(/\\s+/g, ' ').trim();"),
      'collapse',
      source('snippet/a.ts', "const line = text.replace(/\\s+/g, ' '); collapse(text);"),
    ],
    [
      'small files',
      checkLength,
      source('a.ts', lines(mostLines + 1)),
      'Split',
      source('a.ts', lines(mostLines)),
    ],
    [
      'no effect when imported',
      checkStarts,
      source('a.ts', 'const a = 1;\neffect(() => {\n  b(a);\n});'),
      'when imported',
      source(
        'a.ts',
        'export function start() {\n  effect(() => {});\n}\nexport const go = () => watchTabs(a);',
      ),
    ],
    [
      'no listener when imported, but in a main file',
      checkStarts,
      source('shared/a.ts', "document.addEventListener('click', a);"),
      'when imported',
      source('extension/panel/main.tsx', "addEventListener('pagehide', a);"),
    ],
    [
      'files say what they are',
      checkOpening,
      source('a.ts', "import a from 'a';\n// late"),
      'opening comment',
      source('a.ts', '#!/usr/bin/env node\n// Does this.'),
    ],
    [
      'no waitForTimeout',
      checkSleeps,
      source('a.spec.ts', 'await page.waitForTimeout(500);'),
      'fixed sleep',
      source('a.spec.ts', 'await expect.poll(read).toBe(1);'),
    ],
    [
      'no sleeping promise',
      checkSleeps,
      source('a.spec.ts', 'await new Promise((resolve) => setTimeout(resolve, 300));'),
      'fixed sleep',
      source(
        'a.spec.ts',
        'await new Promise((resolve) => setTimeout(resolve)); setTimeout(() => late(), 50);',
      ),
    ],
    [
      'no wait of a second',
      checkWaits,
      source('a.test.ts', 'await vi.waitFor(() => expect(f(a, b)).toEqual([1, 2]),\n);'),
      'gives up after a second',
      source('a.test.ts', 'await until(() => a(b, c)); await vi.waitFor(() => a(b), { timeout: 1 });'),
    ],
    [
      'specs are guarded',
      checkTestImport,
      source('test/e2e/a.spec.ts', "import { test } from '@playwright/test';"),
      'test/support/test.ts',
      source(
        'test/e2e/a.spec.ts',
        "import type { Page } from '@playwright/test'; let b: import('@playwright/test').Page;",
      ),
    ],
    [
      'no path of one machine',
      checkPaths,
      source('a.ts', "readFileSync('/home/someone/x')"),
      'one machine',
      source('a.ts', "'/usr/bin/chromium'; 'https://shop.example/home/a'; '../work/x'"),
    ],
    [
      'a folder with a space in its name',
      checkFilePaths,
      source('build.mjs', 'const at = (path) => new URL(path, import.meta.url).pathname;'),
      'fileURLToPath',
      source(
        'build.mjs',
        "const at = fileURLToPath(new URL('..', import.meta.url)); new URL(request.url, 'http://x').pathname;",
      ),
    ],
    [
      'a folder that another address is made from',
      checkFilePaths,
      source('a.mjs', "const cli = new URL('dist/cli.js', root).pathname;"),
      'fileURLToPath',
      source('a.mjs', "const { pathname } = new URL(request.url ?? '/', base);\nnew URL(a).pathname;"),
    ],
    [
      'an address of a file by hand',
      checkFilePaths,
      source('a.mjs', `import(\`file://\${path}\`);`),
      'pathToFileURL',
      source('a.mjs', 'import(pathToFileURL(path)); "file:///etc/passwd";'),
    ],
    [
      'a document that is not here',
      checkNamed([sampleDocument]),
      source('a.ts', '// See DESIGN section 6, rule 3.'),
      'DESIGN',
      source(
        'a.ts',
        "// See docs/A.md, and the DESIGN of https://a.example/DESIGN.md\nconst DESIGN = 'x.md';",
      ),
    ],
    [
      'a note by another name than its path',
      checkNamed([sampleDocument]),
      source('a.ts', '// tried: notes/show-over'),
      'notes/show-over',
      source('a.ts', '// tried: docs/A.md, "Who wins"'),
    ],
    [
      'a heading that is not there',
      checkNamed([sampleDocument]),
      source('a.ts', '// See docs/A.md, "Who loses".'),
      'no heading "Who loses"',
      source('a.ts', '// See docs/A.md, "Who wins".'),
    ],
    [
      'a comment on a source that has moved',
      checkNamedSources(['shared/dom/a.ts']),
      source('a.ts', '// see dom/b.ts'),
      'there is no dom/b.ts',
      source('a.ts', "// see dom/a.ts and https://a.example/b.ts\nconst file = 'b.ts';"),
    ],
    [
      'a file that has moved',
      checkFiles((path) => path === 'shared/dom/a.ts'),
      source('docs/A.md', 'See `shared/dom/b.ts`.'),
      'shared/dom/b.ts does not exist',
      source('docs/A.md', 'See `shared/dom/a.ts`, built into `dist/b.js`.'),
    ],
    [
      'a link that leads nowhere',
      checkLinks([sampleDocument], (path) => path === 'docs/A.md'),
      source('README.md', '[a](docs/B.md)'),
      'docs/B.md does not exist',
      source('README.md', '[a](docs/A.md#who-wins) [b](https://a.example/)'),
    ],
    [
      'a link to a heading that is not there',
      checkLinks([sampleDocument], (path) => path === 'docs/A.md'),
      source('docs/C.md', '[a](A.md#who-loses)'),
      '#who-loses',
      source('docs/C.md', '[a](A.md#who-wins)'),
    ],
    [
      'a document that nobody names',
      (beginning) => checkReached([sampleDocument], [beginning]),
      source('README.md', 'docs/A.md'),
      'docs/A.md is named neither',
      source('README.md', '[a](docs/A.md)'),
    ],
    [
      'a room without a line',
      (map) => checkRooms(map, ['shared/dom', 'cli']),
      source('docs/A.md', '| `cli/` | the terminal |'),
      'no line for shared/dom/',
      source('docs/A.md', '| `cli/` | the terminal |\n| `shared/dom/` | edits |'),
    ],
    [
      'a line without a room',
      (map) => checkRooms(map, ['cli']),
      source('docs/A.md', '| `cli/` | the terminal |\n| `shared/dom/` | edits |'),
      'no folder shared/dom',
      source('docs/A.md', '| `cli/` | the terminal |'),
    ],
  ])('%s', (_name, check, bad, says, good) => {
    expect(check(bad).join('\n')).toContain(says);
    expect(check(good)).toEqual([]);
  });

  test('no cycle', () => {
    const a = source('shared/a.ts', "import { b } from './b.ts';");
    const b = source('shared/b.ts', "import { c } from './c.ts';");
    const back = source('shared/c.ts', "import { a } from './a.ts';");
    const typed = source('shared/c.ts', "import type { A } from './a.ts';");
    const found = 'shared/a.ts → shared/b.ts → shared/c.ts → shared/a.ts';
    expect(checkCycles([a, b, back]).join()).toContain(found);
    expect(checkCycles([a, b, typed]).join()).toContain(found);
    expect(checkCycles([a, b, source('shared/c.ts', "import { d } from './d.ts';")])).toEqual([]);
  });

  test('no cycle of folders', () => {
    const over = source('shared/a/over.ts', "import type { B } from '../b/floor.ts';");
    const back = source('shared/b/over.ts', "import { floor } from '../a/floor.ts';");
    const main = source('shared/main.ts', "import { a } from './a/over.ts';");
    const inside = source('shared/a/floor.ts', "import { all } from '../all.ts';");
    expect(checkCycles([over, back])).toEqual([]);
    expect(checkFolderCycles([over, back]).join()).toContain('shared/a → shared/b → shared/a');
    expect(checkFolderCycles([over, main, inside])).toEqual([]);
  });

  test('the budget', () => {
    const noise = randomBytes(tagBudget + 500);
    expect(checkBudget(noise).join()).toContain(`over ${tagBudget}`);
    expect(checkBudget(Buffer.from('a'.repeat(tagBudget * 2)))).toEqual([]);
  });

  test('a long function', () => {
    const lines = (n: number) => '  run();\n'.repeat(n);
    const long = source('a.ts', `export function a(\n  b: string,\n): void {\n${lines(100)}}\n`);
    const short = source('a.ts', `function a(): void {\n${lines(60)}}\nconst b = () => {\n${lines(60)}};\n`);
    expect(checkFunctions(long).join()).toContain('a.ts:1: a has 104 lines');
    expect(checkFunctions(source('a.ts', `const a = () => {\n${lines(100)}};\n`))).toHaveLength(1);
    expect(checkFunctions(short)).toEqual([]);
  });

  test('casts', () => {
    const bad = source('a.ts', 'const a = b as unknown as C;\n'.repeat(2));
    const good = source(
      'a.ts',
      "import { a as B } from './a.ts';\nconst c = ['x'] as const; // as Said\nconst as = 1; run({ as });",
    );
    const prose = source('a.tsx', '<p>Save {n} as JSON</p>;\nset(value as Kind);\n');
    expect([bad, good, prose].map(countCasts)).toEqual([4, 0, 1]);
    expect(checkCasts([bad], 'a.ts', 5).join()).toContain('4 casts in 2 lines');
    expect(checkCasts([good], 'a.ts', 5)).toEqual([]);
  });

  test('a package from elsewhere', () => {
    const from = (resolved?: string) =>
      checkLock({ packages: { 'node_modules/a': resolved ? { resolved } : {} } });
    expect(from('http://mirror.example/a.tgz').join()).toContain('mirror.example');
    expect(from()).toEqual([]);
  });
});

/** In 1,000 lines of a room. */
const mostCasts = 5;
const castRooms = [
  'shared/engine',
  'shared/dom',
  'shared/grammar',
  'shared/lint',
  'shared/page',
  'shared/publish',
  'shared/schema',
  'shared/templates',
  'snippet',
  'extension/panel',
  'extension/reader',
  'extension/stage',
  'extension/wire',
  'cli',
];

describe('this repository', () => {
  test('imports point one way', () => expect(code.flatMap(checkDirection)).toEqual([]));
  test('has no cycles, types included', () => expect(checkCycles(code)).toEqual([]));
  test('has no cycles of folders', () => expect(checkFolderCycles(code)).toEqual([]));
  test('starts nothing when imported', () => expect(code.flatMap(checkStarts)).toEqual([]));
  test('has no barrel files', () => expect(code.flatMap(checkBarrel)).toEqual([]));
  test('has a pure engine and pure statistics', () =>
    expect(
      code
        .filter(({ path }) => isIn(path, 'shared/engine', 'shared/learn', 'shared/measure'))
        .flatMap(checkPurity),
    ).toEqual([]));
  test('uses one word for one thing', () =>
    expect([...code, ...texts, ...documents].flatMap(checkWords)).toEqual([]));
  test('explains every warning of the tag', () => {
    const [, chapter = ''] =
      /^## Warnings$(.*)/ms.exec(readFileSync(join(root, 'docs/API.md'), 'utf8')) ?? [];
    const inTag = code.filter(
      ({ path }) => isIn(path, 'snippet', 'shared/dom') && !isIn(path, 'snippet/mirror'),
    );
    const given = inTag.flatMap(({ text }) =>
      [...text.matchAll(/(?:\bcode: |problem\(\n?\s*(?:[\w.]+ \? '\w+' : )?)'(\w+)'/g)].map(
        ([, name]) => name,
      ),
    );
    const told = [...chapter.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(given.length).toBeGreaterThan(10);
    expect([...new Set(given)].filter((name) => !told.includes(name))).toEqual([]);
  });
  test('names in comments only documents that exist', () =>
    expect([...code, ...tests].filter((file) => !isSample(file)).flatMap(checkNamed(documents))).toEqual([]));
  test('names in comments only sources that exist', () => {
    const all = [...code, ...tests].filter((file) => !isSample(file));
    const paths = readSources('.', '.ts', '.tsx', '.mjs').map(({ path }) => path);
    expect(all.flatMap(checkNamedSources(paths))).toEqual([]);
  });
  test('names in documents only files that exist', () =>
    expect(
      documents
        .filter(({ path }) => path !== 'CHANGELOG.md')
        .flatMap(checkFiles((path) => existsSync(join(root, path)))),
    ).toEqual([]));
  test('has no dead links between its documents', () =>
    expect(documents.flatMap(checkLinks(documents, (path) => existsSync(join(root, path))))).toEqual([]));
  test('leads from README or CONTRIBUTING to every document', () => {
    const beginnings = documents.filter(({ path }) => path === 'README.md' || path === 'CONTRIBUTING.md');
    expect(
      checkReached(
        documents.filter(({ path }) => isIn(path, 'docs')),
        beginnings,
      ),
    ).toEqual([]);
  });
  test('has a line for every room on its map', () => {
    const [map] = documents.filter(({ path }) => path === 'docs/ARCHITECTURE.md');
    expect(checkRooms(map ?? source('', ''), readRooms())).toEqual([]);
  });
  test('keeps the type checker on', () => expect(code.flatMap(checkTypes)).toEqual([]));
  test('finds its files in a folder of any name', () => {
    const top = ['build.mjs', 'playwright.config.ts', 'vitest.config.ts', 'vitest.webkit.config.ts'];
    const own = top.map((path) => source(path, readFileSync(join(root, path), 'utf8')));
    const all = [...own, ...code, ...tests].filter((file) => !isSample(file));
    expect(all.flatMap(checkFilePaths)).toEqual([]);
  });
  test('says once what all of it needs', () => expect(code.flatMap(checkHomes)).toEqual([]));
  test.each(castRooms)('%s casts at most five times in 1,000 lines', (room) =>
    expect(checkCasts(code, room, mostCasts)).toEqual([]),
  );
  test('claims against the type checker in its tests at most 7 times', () => {
    const claims = tests
      .filter((file) => !isSample(file))
      .flatMap(({ path, text }) => [...text.matchAll(/ as unknown as /g)].map(() => path));
    expect(claims.length, claims.join(', ')).toBeLessThanOrEqual(7);
  });
  test('has no any in its tests', () =>
    expect(tests.filter((file) => !isSample(file)).flatMap(checkAny)).toEqual([]));
  test('compares its own words', () => expect(code.flatMap(checkOwnWords)).toEqual([]));
  test('says its sentences in every language', () => expect(code.flatMap(checkSaid)).toEqual([]));
  test('has small files', () => expect(code.flatMap(checkLength)).toEqual([]));
  test('has functions that one can see whole', () => expect(code.flatMap(checkFunctions)).toEqual([]));
  test('says in each file what it is', () => expect([...code, ...tests].flatMap(checkOpening)).toEqual([]));
  test('never sleeps in tests', () =>
    // a benchmark watches a page for a stated time; whole sites are watched until nothing more can come
    expect(
      tests
        .filter((file) => !isSample(file) && !isServer(file) && !isIn(file.path, 'test/bench', 'test/sites'))
        .flatMap((file) => [...checkSleeps(file), ...checkWaits(file)]),
    ).toEqual([]));
  test('guards every end-to-end test', () =>
    expect(tests.filter(({ path }) => isIn(path, 'test/e2e')).flatMap(checkTestImport)).toEqual([]));
  test('names no path of one machine', () => {
    const all = readSources('.', '.ts', '.tsx', '.mjs', '.json', '.md', '.html', '.css', 'run');
    expect(all.filter((file) => !isSample(file)).flatMap(checkPaths)).toEqual([]);
  });
  test('takes its packages from the public registry', () =>
    expect(checkLock(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))).toEqual([]));
  test(`builds a tag of at most ${tagBudget} bytes`, () => {
    const tag = join(root, 'dist/selvedge-whole.js');
    expect(existsSync(tag), 'dist/selvedge-whole.js is not built. Run `npm run build` first').toBe(true);
    expect(checkBudget(readFileSync(tag))).toEqual([]);
  });
});

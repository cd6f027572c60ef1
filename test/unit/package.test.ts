// The packed file in an empty project, without a network: what somebody gets who installs it, and nothing else.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMANDS } from '../../cli/commands.ts';
import { MEASURING, REST, SIBLINGS } from '../../shared/publish/siblings.ts';
import { SAMPLE } from './shared/schema/sample.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const elsewhere = mkdtempSync(join(tmpdir(), 'selvedge-package-'));
const project = join(elsewhere, 'project');

/** What a program can import, by the names of their files. */
const ENTRIES = ['selvedge', 'node', 'global', 'vite', 'next'];

/** A cache of its own: what this machine has fetched before cannot help. */
const npm = (args: string[], cwd: string): string =>
  execFileSync('npm', [...args, '--ignore-scripts', '--offline', '--cache', join(elsewhere, 'cache')], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const selvedge = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(join(project, 'node_modules/.bin/selvedge'), words, {
    cwd: project,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

let packed: { filename: string; unpackedSize: number; files: { path: string }[] };

beforeAll(() => {
  [packed] = JSON.parse(npm(['pack', '--json', '--pack-destination', elsewhere], root));
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"private":true}');
  writeFileSync(join(project, 'selvedge.json'), JSON.stringify(SAMPLE));
  npm(['install', join(elsewhere, packed.filename), '--no-audit', '--no-fund'], project);
}, 120_000);
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

test('holds the program, what it reads beside itself, and nothing else', () => {
  const built = [
    'THIRD-PARTY-NOTICES.txt',
    'cli.js',
    ...ENTRIES.flatMap((name) => [`lib/${name}.js`, ...(name === 'global' ? [] : [`lib/${name}.d.ts`])]),
    'selvedge.d.ts',
    'selvedge.js',
    'selvedge.schema.json',
    // what tags are made of and no page is served
    'selvedge.sources.br',
    ...[...REST, MEASURING, ...SIBLINGS].map(({ name }) => name),
  ];
  const paths = packed.files.map(({ path }) => path);
  const isChunk = (path: string) => /^dist\/lib\/chunk-\w+\.js$/.test(path);
  expect(paths.filter((path) => !isChunk(path)).sort()).toEqual(
    ['LICENSE', 'README.md', 'package.json', ...built.map((name) => `dist/${name}`)].sort(),
  );
  // what is shared is there once, and nothing of an earlier build
  expect(paths.filter(isChunk).length).toBeLessThan(9);
  // 1.2 MB without what learns, which the command line alone has, with the words that say what it read, refused and changed,
  // and a parser of XML for its catalogs; no page loads any of it. In ten languages the visitor's view has words for what a
  // page and an event say, and for what learning called a group of buyers
  expect(packed.unpackedSize).toBeLessThan(1.52e6);
});

test('brings no other package along', () => {
  const installed = readdirSync(join(project, 'node_modules'));
  expect(installed.filter((name) => !name.startsWith('.'))).toEqual(['selvedge']);
});

test('the help names every command', () => {
  const { status, stdout } = selvedge('--help');
  expect(status).toBe(0);
  for (const { name } of COMMANDS) expect(stdout).toContain(`selvedge ${name}`);
});

test('what an agent speaks is asked for in words', () => {
  const { status, stdout, stderr } = selvedge('mcp');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('npm install @modelcontextprotocol/server@2');
});

test('a config is checked: a fit one passes, another does not', () => {
  expect(selvedge('check', 'selvedge.json')).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('selvedge.json: fit to be published'),
  });
  expect(selvedge('check', 'package.json').status).toBe(1);
});

test.each([
  ['--two', ['selvedge.js', ...[...REST, ...SIBLINGS].map(({ name }) => name)]],
  ['--whole', ['selvedge.js', ...SIBLINGS.map(({ name }) => name)]],
])('bundle %s writes the tag and what it loads later', (form, names) => {
  const folder = join(project, form);
  mkdirSync(folder);
  expect(selvedge('bundle', 'selvedge.json', form, '-o', `./${form}/`)).toMatchObject({ status: 0 });
  expect(readdirSync(folder).sort()).toEqual(names.sort());
});

test('who reads only the beginning gets it, and no complaint', () => {
  const { stdout, stderr } = spawnSync('sh', ['-c', 'node_modules/.bin/selvedge schema | head -1'], {
    cwd: project,
    encoding: 'utf8',
  });
  expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' });
});

const USE = `
const { config, problems } = checkConfig(SAMPLE);
const { script, beside, inline } = bundleFile('selvedge.json', { integrity: true });
const whole = bundle(config, readBuilt, { form: 'whole' });
const { table, parts } = compile(config);
let refused;
try { readConfig('package.json'); } catch (error) { refused = isConfigError(error) && error.problems.length > 0; }
console.log(JSON.stringify({
  isFit: problems.every(({ severity }) => severity === 'warning'),
  isWritten: [script, ...beside.map(({ text }) => text), whole.script].every((text) => text.length > 500),
  names: beside.map(({ name }) => name),
  isElement: inline.element.startsWith('<script>') && inline.policy.includes("'sha256-"),
  isCompiled: table.length > 0 && Object.keys(parts).length > 0,
  isSchema: schema().type === 'object',
  isReadable: sourcesOf('two').every((name) => readBuilt(name).length > 0),
  refused,
}));`;
const FROM = [
  ['selvedge', '{ bundle, checkConfig, compile, schema, sourcesOf }'],
  ['selvedge/node', '{ bundleFile, isConfigError, readBuilt, readConfig }'],
] as const;

test.each([
  ['mjs', FROM.map(([from, names]) => `import ${names} from '${from}';`), "import 'selvedge/global';"],
  ['cjs', FROM.map(([from, names]) => `const ${names} = require('${from}');`), "require('selvedge/global');"],
])('a program imports it (.%s)', (ending, imports, types) => {
  const file = `program.${ending}`;
  writeFileSync(
    join(project, file),
    [...imports, types, `const SAMPLE = ${JSON.stringify(SAMPLE)};`, USE].join('\n'),
  );
  const { stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
    cwd: project,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({
    isFit: true,
    isWritten: true,
    names: [...REST, ...SIBLINGS].map(({ name }) => name),
    isElement: true,
    isCompiled: true,
    isSchema: true,
    isReadable: true,
    refused: true,
  });
});

/** A compiler is started, on a machine that has other things to do. */
const SLOW = { timeout: 300_000 };

/** What the compiler says of a consumer's file, line by line. */
function compileConsumer(lines: string[], module: 'nodenext' | 'preserve'): string[] {
  writeFileSync(join(project, 'consumer.mts'), lines.join('\n'));
  const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false'];
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/tsc'),
    [...options, '--lib', 'es2023,dom', '--module', module, 'consumer.mts'],
    { cwd: project, encoding: 'utf8' },
  );
  return stdout.split('\n').filter((line) => line !== '');
}

test('its types fit: a right use is let through, also of every kind that a config may hold', SLOW, () => {
  const right = [
    "import { checkConfig, type Config } from 'selvedge';",
    "import { bundleFile } from 'selvedge/node';",
    "import type { Suggestion, Warning } from 'selvedge/global';",
    `export const sample: Config = ${JSON.stringify(SAMPLE)};`,
    "export const found: Config | undefined = checkConfig('{}').config;",
    "export const names: string[] = bundleFile('selvedge.json', { form: 'two' }).beside.map(({ name }) => name);",
    "void window.selvedge.track('signed_up', { plan: 'free' });",
    "export const off: () => void = selvedge.on('segments', ({ entered }) => entered.map((id) => id.length));",
    "document.addEventListener('selvedge:goal', ({ detail }) => detail.experiences.map(({ outcome }) => outcome));",
    'export const hear = (warning: Warning): string => warning.code;',
    "export const near: Promise<Suggestion[]> | undefined = selvedge.recommend?.({ from: ['similar', 'viewed'], count: 4, least: 2, perGroup: 1, where: { price: { $lte: 200 } } });",
    'export const told = (one: Suggestion): [string, string, string, string | undefined, number | undefined] => [one.id, one.name, one.url, one.image, one.price];',
  ];
  for (const module of ['nodenext', 'preserve'] as const) expect(compileConsumer(right, module)).toEqual([]);
});

test('and each wrong use is an error', SLOW, () => {
  const wrong = [
    "import type { Config } from 'selvedge';",
    "import type {} from 'selvedge/global';",
    "export const sample: Config = { version: 2, site: 'a', revision: 1, segments: [], experiences: [] };",
    'void window.selvedge.track(1);',
    "selvedge.on('segment', () => {});",
    "document.addEventListener('selvedge:goal', ({ detail }) => detail.gaol);",
    "void selvedge.consent('yes');",
    // not in each tag
    "void selvedge.recommend({ from: ['similar'], count: 4 });",
    "void selvedge.recommend?.({ from: ['simular'], count: 4 });",
    "void selvedge.recommend?.({ from: ['similar'] });",
    "void selvedge.recommend?.({ from: ['similar'], count: 4 }).then(([one]) => one?.title);",
  ];
  // what stands further in says more of the line above it
  const said = compileConsumer(wrong, 'nodenext').filter((line) => !line.startsWith(' '));
  const at = said.map((line) => Number(/\((\d+),/.exec(line)?.[1]));
  expect([...new Set(at)]).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('the schema is printed', () => {
  const { status, stdout } = selvedge('schema');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ type: 'object' });
});

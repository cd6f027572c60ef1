// The packed file in an empty project, without a network: what somebody gets who installs it, and nothing else.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMANDS } from '../../cli/commands.ts';
import { WHOLE } from '../../shared/publish/form.ts';
import { REST, SIBLINGS } from '../../shared/publish/siblings.ts';
import { SAMPLE } from './shared/schema/sample.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const elsewhere = mkdtempSync(join(tmpdir(), 'selvedge-package-'));
const project = join(elsewhere, 'project');

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
    'selvedge.js',
    'selvedge.parts.json',
    'selvedge.schema.json',
    WHOLE,
    ...[...REST, ...SIBLINGS].map(({ name }) => name),
  ];
  expect(packed.files.map(({ path }) => path).sort()).toEqual(
    ['LICENSE', 'README.md', 'package.json', ...built.map((name) => `dist/${name}`)].sort(),
  );
  expect(packed.unpackedSize).toBeLessThan(1.2e6);
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

test('the schema is printed', () => {
  const { status, stdout } = selvedge('schema');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ type: 'object' });
});

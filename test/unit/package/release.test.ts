// `npm run release` in a checkout of its own. What takes minutes there (check, tests, build) is noted and not run; git is git.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { layFiles, release } from '../../../package/release.mjs';

let root: string;
let said: string[];
let asked: string[];
let fails: string | undefined;

const gitWith = (env: Record<string, string>, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  }).trim();
const git = (...args: string[]) => gitWith({}, ...args);
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const write = (name: string, text: string) => writeFileSync(join(root, name), text);

function run(program: string, args: string[], env: Record<string, string> = {}): string {
  if (program === 'git') return gitWith(env, ...args);
  const call = [program, ...args].join(' ');
  asked.push(call);
  if (fails !== undefined && call.includes(fails)) throw new Error('not green');
  // what a build and npm leave behind
  if (call === 'npm run build')
    for (const name of ['chrome', 'firefox']) write(`dist/selvedge-${name}.zip`, name);
  if (args[0] === 'pack') write(`${args.at(-1)}/selvedge-0.2.0.tgz`, 'packed');
  return '';
}
const start = (version: string | undefined, isMeant = false) =>
  release({ root, version, isMeant, date: '2026-12-01', run, say: (line) => said.push(line) });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'selvedge-release-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  [said, asked, fails] = [[], [], undefined];
  mkdirSync(join(root, 'dist'));
  write('.gitignore', 'dist/\nrelease/\n');
  write('package.json', '{\n  "name": "selvedge",\n  "version": "0.1.0"\n}\n');
  write(
    'package-lock.json',
    '{\n  "version": "0.1.0",\n  "packages": {\n    "": {\n      "version": "0.1.0"\n    }\n  }\n}\n',
  );
  write(
    'CHANGELOG.md',
    '# Changelog\n\n## Unreleased\n\n- **Owners:** new.\n\n## 0.1.0 – 2026-01-01\n\n- old\n',
  );
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'begin');
});

const state = () => ({
  head: git('rev-parse', 'HEAD'),
  tags: git('tag'),
  status: git('status', '--porcelain'),
});

test('says what it would do, and does nothing of it', () => {
  const before = state();
  expect(start('0.2.0')).toBe(true);
  expect(said.join('\n')).toMatch(/npm test[\s\S]*commit "release: 0\.2\.0" and tag it v0\.2\.0[\s\S]*--yes/);
  expect({ ...state(), asked }).toEqual({ ...before, asked: [] });
  expect(existsSync(join(root, 'release'))).toBe(false);
});

test('does it when it is meant: changes with their date, version, commit, tag, files with their hashes', () => {
  expect(start('0.2.0', true)).toBe(true);
  expect(asked).toEqual(['npm run check', 'npm test', 'npm run build', expect.stringContaining('npm pack')]);
  expect(read('CHANGELOG.md')).toBe(
    '# Changelog\n\n## Unreleased\n\n## 0.2.0 – 2026-12-01\n\n- **Owners:** new.\n\n## 0.1.0 – 2026-01-01\n\n- old\n',
  );
  expect(JSON.parse(read('package.json')).version).toBe('0.2.0');
  expect(JSON.parse(read('package-lock.json'))).toEqual({
    version: '0.2.0',
    packages: { '': { version: '0.2.0' } },
  });
  expect(git('log', '-1', '--format=%s')).toBe('release: 0.2.0');
  expect(git('rev-parse', 'v0.2.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
  expect(state().status).toBe('');

  const folder = join(root, 'release/0.2.0');
  const given = [
    'selvedge-0.2.0-source.zip',
    'selvedge-0.2.0.tgz',
    'selvedge-chrome.zip',
    'selvedge-firefox.zip',
  ];
  expect(readdirSync(folder).sort()).toEqual(['SHA256SUMS', ...given]);
  const sum = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  expect(read('release/0.2.0/SHA256SUMS')).toBe(given.map((name) => `${sum(name)}  ${name}\n`).join(''));
});

test('lays down the same again in a checkout of the tag, and in no other', () => {
  const files = () => layFiles({ root, version: '0.2.0', run, say: (line) => said.push(line) });
  expect(files()).toBe(false);
  expect(said.at(-1)).toContain('no checkout of v0.2.0');
  expect(existsSync(join(root, 'release'))).toBe(false);

  expect(start('0.2.0', true)).toBe(true);
  const sums = read('release/0.2.0/SHA256SUMS');
  rmSync(join(root, 'release'), { recursive: true });
  expect(files()).toBe(true);
  expect(read('release/0.2.0/SHA256SUMS')).toBe(sums);

  git('commit', '--quiet', '--allow-empty', '--message', 'after');
  expect(files()).toBe(false);
});

test('packs the same sources in every time zone', () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(start('0.2.0', true)).toBe(true);
  const sourceIn = (zone: string) => {
    vi.stubEnv('TZ', zone);
    rmSync(join(root, 'release'), { recursive: true });
    expect(layFiles({ root, version: '0.2.0', run, say: () => {} })).toBe(true);
    return readFileSync(join(root, 'release/0.2.0/selvedge-0.2.0-source.zip'), 'base64');
  };
  const [east, west] = ['Pacific/Kiritimati', 'America/Los_Angeles'].map(sourceIn);
  expect(west).toBe(east);
});

test('sends nothing anywhere', () => {
  const sent: string[] = [];
  const watched = (program: string, args: string[], env?: Record<string, string>) => {
    sent.push([program, ...args].join(' '));
    return run(program, args, env);
  };
  release({ root, version: '0.2.0', isMeant: true, date: '2026-12-01', run: watched, say: () => {} });
  expect(sent.filter((call) => /\b(push|publish|fetch|login)\b/.test(call))).toEqual([]);
});

test.each<[string, string | undefined, () => void, RegExp]>([
  ['no version', undefined, () => {}, /Name the version/],
  ['a word for a version', 'next', () => {}, /Name the version/],
  ['an older one', '0.0.9', () => {}, /older than 0\.1\.0/],
  [
    'work that is not committed',
    '0.2.0',
    () => write('package.json', '{ "version": "0.1.0" }'),
    /not committed/,
  ],
  ['a tag that is there', '0.2.0', () => void git('tag', 'v0.2.0'), /tag v0\.2\.0 already/],
  [
    'nothing to tell',
    '0.2.0',
    () => {
      write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n## 0.1.0 – 2026-01-01\n\n- old\n');
      git('commit', '--quiet', '--all', '--message', 'empty');
    },
    /Nothing stands under "Unreleased"/,
  ],
])('refuses %s, also when it is meant', (_name, version, prepare, says) => {
  prepare();
  const before = state();
  expect(start(version, true)).toBe(false);
  expect(said.join('\n')).toMatch(says);
  expect({ ...state(), asked }).toEqual({ ...before, asked: [] });
});

test.each(['run check', 'npm test', 'run build', 'npm pack'])(
  'leaves the checkout as it was where "%s" fails',
  (call) => {
    fails = call;
    const before = state();
    expect(start('0.2.0', true)).toBe(false);
    expect(said.at(-1)).toContain('not green');
    expect(state()).toEqual(before);
  },
);

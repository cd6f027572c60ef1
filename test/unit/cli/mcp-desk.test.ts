// What an agent may touch, asked by one that would rather touch more: every name, way and config that could lead elsewhere.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openDesk } from '../../../cli/mcp/desk.ts';
import { makeTools } from '../../../cli/mcp/tools.ts';
import { draws } from '../../support/draws.ts';
import { BUILT, createCommandLine } from './command-line.ts';

const line = createCommandLine();
afterAll(line.remove);
const SECRET = 'zq-secret';
const CONFIG = { version: 1, site: 'shop.example', revision: 1, segments: [], experiences: [] };

/** The agent's folder is `site`; nothing beside it is its business. */
beforeEach(() => {
  line.empty();
  line.write('site/selvedge.json', JSON.stringify(CONFIG));
  line.write('site/deep/other.json', JSON.stringify(CONFIG));
  line.write('outside/secret.json', JSON.stringify({ ...CONFIG, [SECRET]: 1 }));
  for (const name of ['.env', 'keys.txt', '.hidden/keys.json', '.npmrc', 'orders.csv'])
    line.write(`site/${name}`, `${SECRET}\n`);
  symlinkSync('../outside', line.at('site/out'));
  symlinkSync('../outside/secret.json', line.at('site/link.json'));
});

function ask(name: string, given: unknown, drafts = 'selvedge-drafts'): unknown {
  const io = {
    cwd: line.at('site'),
    out() {},
    err() {},
    readBuilt: (file: string) => BUILT[file.replace('-measure', '-later')] ?? '',
    builtFolder: line.at('own'),
  };
  const found = makeTools(openDesk(drafts, io), () => Date.UTC(2026, 10, 28)).find(
    (one) => one.name === name,
  );
  return found?.run(given);
}
/** Every file there is, with what it holds, but for drafts. */
function rest(folder = line.cwd): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.name === 'selvedge-drafts') return [];
    if (entry.isDirectory()) return rest(path);
    return entry.isFile() ? [`${path} ${readFileSync(path, 'utf8')}`] : [path];
  });
}

describe('nothing is read', () => {
  test.each([
    '.env',
    'keys.txt',
    '.npmrc',
    'orders.csv',
    '.hidden/keys.json',
    'out/secret.json',
    'link.json',
  ])('of %s, not even in the words of a problem', (file) => {
    for (const [tool, given] of [
      ['check', { file }],
      ['explain', { of: { file }, segment: 'a', visitor: {} }],
      ['compare', { before: { file: 'selvedge.json' }, after: { file } }],
    ] as const) {
      expect(() => ask(tool, given)).toThrow(/is no config|does not lie below/);
      expect(() => ask(tool, given)).not.toThrow(SECRET);
    }
  });
  test('of a pipe, which everybody would wait for', () => {
    execFileSync('mkfifo', [line.at('site/pipe.json')]);
    expect(() => ask('check', { file: 'pipe.json' })).toThrow('pipe.json is no file');
    mkdirSync(line.at('site/folder.json'));
    expect(() => ask('check', { file: 'folder.json' })).toThrow('is no file');
  });
  test('of a name that no file has, which is told without where this folder lies', () => {
    expect(() => ask('check', { file: 'a\0.json' })).toThrow('there is no such file');
    expect(() => ask('check', { file: 'a\0.json' })).not.toThrow(line.cwd);
  });
  test('but for configs, and drafts wherever they lie', () => {
    ask('write_draft', { name: 'a', config: CONFIG }, '.drafts');
    expect(ask('check', { file: '.drafts/a.json' }, '.drafts')).toMatchObject({ isFit: true });
    expect(ask('check', { file: 'selvedge.json' })).toMatchObject({ isFit: true });
    expect(ask('check', { file: 'deep/../deep/other.json' })).toMatchObject({ isFit: true });
  });
});

describe('nothing is written', () => {
  test.each(['CON', 'nul', 'Com1', 'lpt9', '..', 'a/b', 'a.json', 'a\0', '', 'ä', 'x'.repeat(61)])(
    'as %j',
    (name) => {
      expect(() => ask('write_draft', { name, config: CONFIG })).toThrow();
      expect(() => ask('bundle_draft', { name })).toThrow();
      expect(existsSync(line.at('site/selvedge-drafts'))).toBe(false);
    },
  );
  test('that is too long to be read again', () => {
    const config = { ...CONFIG, note: 'x'.repeat(6e6) };
    expect(() => ask('write_draft', { name: 'a', config })).toThrow('more than 5 million characters');
    expect(existsSync(line.at('site/selvedge-drafts'))).toBe(false);
  });
  test('that is too deep to be read again', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`);
    for (const [tool, given] of [
      ['check', { config: deep }],
      ['compare', { before: { file: 'selvedge.json' }, after: { config: deep } }],
      ['write_draft', { name: 'a', config: deep }],
    ] as const)
      expect(() => ask(tool, given)).toThrow('nested more than 64 levels deep');
    expect(existsSync(line.at('site/selvedge-drafts'))).toBe(false);
  });
  test('of a draft that there is not', () => {
    expect(() => ask('bundle_draft', { name: 'none' })).toThrow('there is no such file');
    expect(existsSync(line.at('site/selvedge-drafts'))).toBe(false);
  });
  test('where a file stands, which is said in words', () => {
    writeFileSync(line.at('site/taken'), '');
    for (const tool of ['write_draft', 'bundle_draft'])
      expect(() => ask(tool, { name: 'a', config: CONFIG }, 'taken')).toThrow(
        /^taken\/a\.json: (nothing can be written there|there is no such file)/,
      );
  });
  test('but drafts, whatever is asked', () => {
    const before = rest();
    const name = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('a', '__proto__', '../selvedge', 'out', '-', '_'),
    );
    const config = fc.oneof(
      fc.constant(CONFIG),
      fc.dictionary(fc.string({ maxLength: 4 }), fc.jsonValue({ maxDepth: 2 })),
    );
    fc.assert(
      fc.property(name, config, fc.constantFrom('write_draft', 'bundle_draft'), (name, config, tool) => {
        try {
          ask(tool, { name, config });
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
        expect(rest()).toEqual(before);
      }),
      { numRuns: draws(500) },
    );
  });
});

describe('a made-up visitor', () => {
  const experience = {
    id: 'e',
    name: 'e',
    status: 'live',
    pages: ['/**'],
    goal: null,
    variants: [
      { id: 'v', name: 'v', segment: 'everyone', changes: [{ kind: 'css', value: 'a { color: red }' }] },
    ],
  };
  const of = (site: string) => ({ config: { ...CONFIG, site, experiences: [experience] } });
  test('does what a page would remember, and nothing deeper', () => {
    const doing = (x: unknown) => ({
      of: of('shop.example'),
      visitor: {},
      steps: [{ event: 'a', props: { x } }],
    });
    expect(ask('walk', doing([{ price: [1, null, 'a'] }]))).toHaveProperty('then');
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    for (const bad of [deep, [[[[1]]]]]) expect(() => ask('walk', doing(bad))).toThrow('Invalid input');
  });
  test('is on no other site, and lives no longer than dates do', () => {
    for (const path of ['//', '//evil.example/a', '/\\evil.example', 'a'])
      expect(() => ask('walk', { of: of('shop.example'), visitor: { path }, steps: [] })).toThrow('path');
    const visitor = { now: '9999-12-31T23:59:59Z' };
    const steps = [{ wait: '99999999d' }, { wait: '99999999d' }];
    expect(() => ask('walk', { of: of('shop.example'), visitor, steps })).toThrow('Nobody waits so long');
    expect(() => ask('walk', { of: of('a b'), visitor: {}, steps: [] })).toThrow('"site" is a host');
  });
});

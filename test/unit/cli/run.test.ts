// The command line: what each command prints, where, and how it ends.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../cli/run.ts';
import { broken, SAMPLE } from '../schema/sample.ts';

const TAG = '(()=>{var c="__SELVEDGE_CONFIG__";globalThis.got=c;var d="</script><!--"})();';
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'selvedge-cli-'));
  const write = (name: string, value: unknown) =>
    writeFileSync(join(cwd, name), typeof value === 'string' ? value : JSON.stringify(value));
  write('good.json', SAMPLE);
  write('bad.json', broken(['experiences', 0, 'variants', 0, 'changes', 4, 'href'], 'javascript:alert(1)'));
  write('odd.json', broken(['segments', 0, 'when'], { kind: 'context', key: 'device', is: 'mobile' }));
  write('cut.json', '{ "version": 1,');
  mkdirSync(join(cwd, 'folder', 'inner'), { recursive: true });
  write('folder/good.json', SAMPLE);
});
afterAll(() => rmSync(cwd, { recursive: true }));

function selvedge(args: string, options: { tag?: string; cwd?: string } = {}) {
  let out = '';
  let err = '';
  const code = run(args.split(' ').filter(Boolean), {
    cwd: options.cwd ?? cwd,
    out(text) {
      out += text;
    },
    err(text) {
      err += text;
    },
    readTag: () => options.tag ?? TAG,
    tagFile: join(cwd, 'own', 'selvedge.js'),
  });
  return { code, out, err };
}
const sha = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('base64');

describe('check', () => {
  test('says nothing on stdout of a config that is fit, and ends with 0', () => {
    const { code, out, err } = selvedge('check good.json');
    expect([code, out]).toEqual([0, '']);
    expect(err).toBe('good.json: fit to be published (0 errors, 0 warnings)\n');
  });
  test('prints one problem a line as path: problem. remedy, and ends with 1', () => {
    const { code, out } = selvedge('check bad.json');
    expect(code).toBe(1);
    expect(out).toBe(
      'experiences[0].variants[0].changes[4].href: the scheme javascript: is not allowed here. ' +
        'Write a relative address, or http:, https:, mailto:, tel:.\n',
    );
  });
  test('ends with 0 when there are only warnings', () => {
    const { code, out } = selvedge('check odd.json');
    expect(code).toBe(0);
    expect(out).toMatch(/^segments\[0\]\.when\.is: warning: "mobile" is no device\. .+$/m);
  });
  test('names the file where the file itself is wrong', () => {
    expect(selvedge('check cut.json').out).toMatch(
      /^cut\.json: line 1, column 16: the file ends too early: .+\n$/,
    );
  });
  test('--json gives the same as data', () => {
    const { code, out } = selvedge('check bad.json --json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      file: 'bad.json',
      errors: 1,
      warnings: 0,
      problems: [{ severity: 'error' }],
    });
  });
  test.each([
    ['a missing file', 'none.json', /no such file/],
    ['a folder', 'folder', /folder/],
  ])('refuses %s', (_what, file, says) => {
    for (const command of ['check', 'bundle']) {
      const { code, out, err } = selvedge(`${command} ${file}`);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(says);
    }
  });
});

describe('bundle', () => {
  test('writes selvedge.js beside the config by default, from any folder', () => {
    const { code, out } = selvedge('bundle ../good.json', { cwd: join(cwd, 'folder', 'inner') });
    expect(code).toBe(0);
    const script = readFileSync(join(cwd, 'folder', 'selvedge.js'), 'utf8');
    expect(script).not.toContain('__SELVEDGE_CONFIG__');
    expect(out).toMatch(/^\.\.\/selvedge\.js: revision 3, 1 of 2 experiences live\n/);
    expect(out).toMatch(/min \d+\.\d\d kB · gzip \d+\.\d\d kB · brotli \d+\.\d\d kB\n/);
    expect(out).toContain(`integrity="sha384-${sha('sha384', script)}"`);
  });
  test('-o - prints the script alone on stdout and the report on stderr', () => {
    const { code, out, err } = selvedge('bundle good.json -o -');
    expect(code).toBe(0);
    expect(err).toContain(`sha384-${sha('sha384', out)}`);
    const page: { got?: any } = {};
    new Function('globalThis', out)(page);
    expect(page.got).toMatchObject({
      version: 1,
      revision: 3,
      segments: [{ id: 'tents', name: 'Tents' }, { id: 'mix' }],
    });
  });
  test('-o OUT writes there', () => {
    expect(selvedge('bundle good.json -o folder/tag.js').out).toMatch(/^folder\/tag\.js: /);
    expect(readFileSync(join(cwd, 'folder', 'tag.js'), 'utf8')).toContain('"tents"');
  });
  test('--inline prints a script element and the hash of what is in it', () => {
    const { code, out } = selvedge('bundle good.json --inline');
    expect(code).toBe(0);
    const inside = /<script>([\s\S]*)<\/script>\n$/.exec(out)?.[1] ?? '';
    expect(inside).not.toMatch(/<\/script|<!--/i);
    expect(out).toContain(`script-src 'sha256-${sha('sha256', inside)}'`);
    new Function('globalThis', inside)({});
  });
  test('refuses what check refuses, and writes nothing', () => {
    const { code, out, err } = selvedge('bundle bad.json -o folder/bad.js');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('changes[4].href');
    expect(() => readFileSync(join(cwd, 'folder', 'bad.js'))).toThrow();
  });
  test('goes on with warnings', () => expect(selvedge('bundle odd.json -o -').code).toBe(0));
  test('tells of a place it cannot write to', () => {
    expect(selvedge('bundle good.json -o nowhere/x.js')).toMatchObject({
      code: 1,
      err: expect.stringContaining('nowhere'),
    });
  });
  test('never writes over the tag it is made from', () => {
    const { code, err } = selvedge('bundle good.json -o own/selvedge.js');
    expect([code, err]).toEqual([1, expect.stringContaining('Choose another place')]);
  });
  test('refuses a tag without its placeholder', () => {
    expect(selvedge('bundle good.json', { tag: 'x' })).toMatchObject({
      code: 1,
      err: expect.stringContaining('0 times'),
    });
  });
});

describe('the program', () => {
  test('schema prints the JSON Schema', () => {
    expect(JSON.parse(selvedge('schema').out)).toMatchObject({ title: 'Selvedge config, version 1' });
  });
  test('--help and --version', () => {
    expect(selvedge('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('selvedge check FILE'),
    });
    expect(selvedge('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
  test.each([
    ['', /selvedge check FILE/],
    ['chek good.json', /no command "chek"\. Did you mean "check"\?/],
    ['publish', /no command "publish"/],
    ['check', /Name the config file/],
    ['check good.json bad.json', /one too many/],
    ['check good.json --inline', /takes no --inline/],
    ['bundle good.json --jsn', /--jsn/],
    ['bundle good.json -o', /-o/],
  ])('"selvedge %s" ends with 2 and says why', (args, says) => {
    const { code, out, err } = selvedge(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
  });
  test('built, it runs as a process of its own', () => {
    const file = join(cwd, 'built', 'cli.js');
    buildSync({
      entryPoints: ['cli/main.ts'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      outfile: file,
      logLevel: 'silent',
    });
    writeFileSync(join(cwd, 'built', 'selvedge.js'), TAG);
    writeFileSync(join(cwd, 'built', 'package.json'), '{"type":"module"}');
    const out = execFileSync(process.execPath, [file, 'bundle', 'good.json', '-o', '-'], {
      cwd,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    expect(out).toContain('"tents"');
    expect(() =>
      execFileSync(process.execPath, [file, 'check', 'bad.json'], { cwd, stdio: 'pipe' }),
    ).toThrow();
  });
});

// The command line: what each command prints, where, and how it ends.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../cli/commands.ts';
import { run } from '../../../cli/run.ts';
import { formatPath } from '../../../shared/schema/problem.ts';
import { broken, PLAIN, placeOf } from '../shared/schema/sample.ts';

const TAG =
  '(()=>{var s="[selvedge]";var c="__SELVEDGE_CONFIG__";globalThis.got=c;var d="</script><!--"})();';
const SIBLING_FILES = {
  'selvedge-panel.js': 'panel()',
  'selvedge-languages.js': 'languages()',
  'selvedge-purify.js': 'purify()',
  'selvedge-block.js': 'block()',
  'selvedge-ask.js': 'ask()',
  'selvedge-recommend.js': 'recommend()',
};
/** What bad.json breaks. */
const HREF = [...placeOf('link'), 'href'];
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'selvedge-cli-'));
  const write = (name: string, value: unknown) =>
    writeFileSync(join(cwd, name), typeof value === 'string' ? value : JSON.stringify(value));
  write('good.json', PLAIN);
  write('bad.json', broken(HREF, 'javascript:alert(1)'));
  write('odd.json', broken(['segments', 0, 'when'], { kind: 'context', key: 'device', is: 'mobile' }, PLAIN));
  write('cut.json', '{ "version": 1,');
  mkdirSync(join(cwd, 'folder', 'inner'), { recursive: true });
  write('folder/good.json', PLAIN);
});
afterAll(() => rmSync(cwd, { recursive: true }));

function selvedge(
  args: string,
  options: { tag?: string; cwd?: string; files?: Record<string, string | undefined> } = {},
) {
  let out = '';
  let err = '';
  // a tag in one file; two-files.test.ts has the other form
  const words = args.split(' ').filter(Boolean);
  const code = run(words[0] === 'bundle' ? [...words, '--whole'] : words, {
    cwd: options.cwd ?? cwd,
    out(text) {
      out += text;
    },
    err(text) {
      err += text;
    },
    readBuilt(name) {
      const text = { 'selvedge-whole.js': options.tag ?? TAG, ...SIBLING_FILES, ...options.files }[name];
      if (text === undefined) throw new Error(`${name} is missing`);
      return text;
    },
    builtFolder: join(cwd, 'own'),
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
  test('prints one problem a line as file:line:column: path: problem. remedy, and ends with 1', () => {
    const { code, out } = selvedge('check bad.json');
    expect(code).toBe(1);
    const column = readFileSync(join(cwd, 'bad.json'), 'utf8').indexOf('"href":"javascript:') + 1;
    expect(out).toBe(
      `bad.json:1:${column}: ${formatPath(HREF)}: the scheme javascript: is not allowed here. ` +
        'Write a relative address, or http:, https:, mailto:, tel:.\n',
    );
  });
  test('ends with 0 when there are only warnings', () => {
    const { code, out } = selvedge('check odd.json');
    expect(code).toBe(0);
    expect(out).toMatch(/^odd\.json:1:\d+: segments\[0\]\.when\.is: warning: "mobile" is no device\. .+$/m);
  });
  test('names the file where the file itself is wrong', () => {
    expect(selvedge('check cut.json').out).toMatch(/^cut\.json:1:16: the file ends too early: .+\n$/);
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
    expect(out).toMatch(/^Files \(revision 3, 1 of 2 experiences live\):\n/);
    expect(out).toMatch(/^ {2}\.\.\/selvedge\.js +\d+\.\d\d kB {2}written$/m);
    expect(out).toMatch(/min \d+\.\d\d kB · gzip \d+\.\d\d kB · brotli \d+\.\d\d kB\n/);
    expect(out).toContain(`integrity="sha384-${sha('sha384', script)}"`);
  });
  test('-o - prints the script alone on stdout and the report on stderr', () => {
    const { code, out, err } = selvedge('bundle good.json -o -');
    expect(code).toBe(0);
    expect(err).toContain(`sha384-${sha('sha384', out)}`);
    const page: { got?: unknown } = {};
    new Function('globalThis', out)(page);
    expect(page.got).toMatchObject({
      version: 1,
      revision: 3,
      segments: [{ id: 'tents', name: 'Tents' }, { id: 'mix' }],
    });
  });
  test('-o OUT writes there', () => {
    expect(selvedge('bundle good.json -o folder/tag.js').out).toMatch(/^ {2}folder\/tag\.js +\d.+ written$/m);
    expect(readFileSync(join(cwd, 'folder', 'tag.js'), 'utf8')).toContain('"tents"');
  });
  test('--inline prints a script element and the hash of what is in it', () => {
    const { code, out } = selvedge('bundle good.json --inline');
    expect(code).toBe(0);
    const inside = /<script>([\s\S]*)<\/script>\n$/.exec(out)?.[1] ?? '';
    expect(inside).not.toMatch(/<\/script|<!--/i);
    expect(out).toContain(`script-src 'self' 'sha256-${sha('sha256', inside)}'`);
    new Function('globalThis', inside)({});
  });
  test('refuses what check refuses, and writes nothing', () => {
    const { code, out, err } = selvedge('bundle bad.json -o folder/bad.js');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(formatPath(HREF));
    expect(() => readFileSync(join(cwd, 'folder', 'bad.js'))).toThrow();
  });
  test('goes on with warnings', () => expect(selvedge('bundle odd.json -o -').code).toBe(0));
  test('tells of a place it cannot write to', () => {
    expect(selvedge('bundle good.json -o nowhere/x.js')).toEqual({
      code: 1,
      out: '',
      err: 'nowhere/x.js: there is no such folder. Make it first. Or: choose another place with -o.\n',
    });
  });
  test('-o FOLDER writes selvedge.js into it', () => {
    expect(selvedge('bundle good.json -o folder/inner').out).toMatch(/^ {2}folder\/inner\/selvedge\.js /m);
    expect(readFileSync(join(cwd, 'folder', 'inner', 'selvedge.js'), 'utf8')).toContain('"tents"');
  });
  test.each([
    ['the tag without a config', 'own/selvedge.js', /tag that bundles are made from/],
    ['the tag it is made from', 'own/selvedge-whole.js', /tag that bundles are made from/],
    ['the config', 'good.json', /config itself/],
    ["a sibling's name", 'folder/selvedge-panel.js', /belongs to the visitor's own view/],
  ])('never writes over %s', (_what, out, says) => {
    const answer = selvedge(`bundle good.json -o ${out}`);
    expect([answer.code, answer.out]).toEqual([1, '']);
    expect(answer.err).toMatch(says);
    expect(answer.err).toContain('Choose another place');
    expect(JSON.parse(readFileSync(join(cwd, 'good.json'), 'utf8'))).toEqual(PLAIN);
  });

  describe('the files that the tag loads later', () => {
    const at = (name: string) => join(cwd, 'shop', name);
    const bundleAgain = (files = {}) => selvedge('bundle good.json -o shop/tag.js', { files });
    const read = () => Object.keys(SIBLING_FILES).map((name) => readFileSync(at(name), 'utf8'));
    test('are written beside it, and told with their sizes', () => {
      mkdirSync(join(cwd, 'shop'));
      const { code, out } = bundleAgain();
      expect(code).toBe(0);
      expect(read()).toEqual(Object.values(SIBLING_FILES));
      expect(out).toMatch(
        /^ {2}shop\/selvedge-panel\.js: the visitor's own view.*\n {4}min 0\.01 kB · gzip .* kB · brotli .* kB$/m,
      );
      expect(out).toMatch(/^ {2}shop\/selvedge-purify\.js +0\.01 kB {2}written$/m);
    });
    test('are left alone when they are there already', () => {
      const long = new Date(2020, 1, 1);
      utimesSync(at('selvedge-panel.js'), long, long);
      expect(bundleAgain().out).toMatch(/^ {2}shop\/selvedge-panel\.js .+ {2}there already$/m);
      expect(statSync(at('selvedge-panel.js')).mtime).toEqual(long);
    });
    test('are replaced when they are of another version', () => {
      writeFileSync(at('selvedge-purify.js'), 'older()');
      const { out } = bundleAgain();
      expect(out).toMatch(/^ {2}shop\/selvedge-panel\.js .+ {2}there already$/m);
      expect(out).toMatch(/^ {2}shop\/selvedge-purify\.js .+ {2}replaced$/m);
      expect(read()).toEqual(Object.values(SIBLING_FILES));
    });
    test.each([
      ['-o -', 'beside it'],
      ['--inline', "at your site's root"],
    ])('are not written with %s, but told', (how, place) => {
      const before = readdirSync(cwd).sort();
      const { out, err } = selvedge(`bundle good.json ${how}`);
      expect(err).toContain(
        `Put selvedge-panel.js, selvedge-languages.js, selvedge-purify.js, selvedge-block.js, selvedge-ask.js and selvedge-recommend.js ${place}: `,
      );
      expect(err).toContain(`They lie in ${join(cwd, 'own')}.`);
      expect(out).not.toContain('selvedge-panel.js and');
      expect(readdirSync(cwd).sort()).toEqual(before);
    });
    test('when the build lacks one, nothing is written', () => {
      const { code, err } = selvedge('bundle good.json -o folder/whole.js', {
        files: { 'selvedge-panel.js': undefined },
      });
      expect([code, err]).toEqual([1, 'selvedge-panel.js is missing\n']);
      expect(existsSync(join(cwd, 'folder', 'whole.js'))).toBe(false);
    });
    test('a place where one cannot be written is told', () => {
      mkdirSync(join(cwd, 'blocked', 'selvedge-panel.js'), { recursive: true });
      const { code, err } = selvedge('bundle good.json -o blocked/tag.js');
      expect([code, err]).toEqual([
        1,
        'blocked/selvedge-panel.js: a folder has this name. Choose another place with -o.\n',
      ]);
    });
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
  test.each(['learn --help', 'help learn', 'learn orders.csv -h'])(
    '"selvedge %s" says what that command takes, and nothing of the others',
    (args) => {
      const { code, out, err } = selvedge(args);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/^ {2}selvedge learn FILE/);
      expect(out).toContain('--map');
      expect(out).not.toMatch(/selvedge (check|report|plan)|--cluster/);
    },
  );
  test('without a command: each command on a line, and where more is said', () => {
    const { code, err, out } = selvedge('');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const { name } of COMMANDS) expect(err).toMatch(new RegExp(`^  selvedge ${name} .*\\w`, 'm'));
    expect(err).toContain('  selvedge help COMMAND ');
    expect(err.split('\n').length).toBeLessThan(20);
    expect(Math.max(...err.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(err).not.toContain('--json');
  });

  test('help of what is no command is the whole', () => {
    expect(selvedge('help lern')).toMatchObject({
      code: 0,
      out: expect.stringContaining('selvedge check FILE'),
    });
  });
  test('a slip in a command leads to its own help', () => {
    expect(selvedge('learn').err).toContain('selvedge learn --help says what there is.');
    expect(selvedge('learn --jsn').err).toContain('selvedge --help says what there is.');
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
    writeFileSync(join(cwd, 'built', 'selvedge-whole.js'), TAG);
    for (const [name, text] of Object.entries(SIBLING_FILES)) writeFileSync(join(cwd, 'built', name), text);
    writeFileSync(join(cwd, 'built', 'package.json'), '{"type":"module"}');
    const out = execFileSync(process.execPath, [file, 'bundle', 'good.json', '--whole', '-o', '-'], {
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

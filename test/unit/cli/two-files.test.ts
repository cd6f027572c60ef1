// `selvedge bundle --two`: what is written where, in which order, and what an owner is told to do with it.
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
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../../cli/run.ts';
import { findLater } from '../../../shared/publish/find-later.ts';
import { FORM } from '../../../shared/publish/form.ts';
import { readBundled } from '../../../shared/publish/read-bundled.ts';
import { PLAIN } from '../shared/schema/sample.ts';
import { BUILT } from './command-line.ts';

const OTHERS = ['ask', 'block', 'languages', 'later', 'listen', 'panel', 'purify', 'recommend', 'show'].map(
  (name) => `selvedge-${name}.js`,
);

const cwd = mkdtempSync(join(tmpdir(), 'selvedge-two-'));
const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
const list = (folder = '') => readdirSync(join(cwd, folder)).sort();
beforeEach(() => {
  for (const name of readdirSync(cwd)) rmSync(join(cwd, name), { recursive: true });
  writeFileSync(join(cwd, 'good.json'), JSON.stringify(PLAIN));
  for (const folder of ['public', 'own']) mkdirSync(join(cwd, folder));
});
afterAll(() => rmSync(cwd, { recursive: true }));

function bundle(args: string, built: Record<string, string | undefined> = {}) {
  let [out, err] = ['', ''];
  const code = run(['bundle', 'good.json', ...args.split(' ')], {
    cwd,
    out(text) {
      out += text;
    },
    err(text) {
      err += text;
    },
    readBuilt(name) {
      const text = { ...BUILT, ...built }[name];
      if (text === undefined) throw new Error(`${name} is missing`);
      return text;
    },
    builtFolder: join(cwd, 'own'),
  });
  return { code, out, err };
}
const sha = (algorithm: string, text: string) =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

describe('--two', () => {
  test('writes the first paint where it is told to, and the rest with the config beside it', () => {
    const { code, err } = bundle('--two -o public/selvedge.js');
    expect([code, err]).toEqual([0, '']);
    expect(list('public')).toEqual([...OTHERS, 'selvedge.js']);
    expect(readBundled(read('public/selvedge-later.js'))).toMatchObject({ revision: 3 });
    expect(readBundled(read('public/selvedge.js'))).toBeUndefined();
    expect(findLater(read('public/selvedge.js'))).toMatch(/^selvedge-later\.js\?\w+$/);
  });
  test('tells of each its size and its hash', () => {
    const lines = bundle('--two -o public/').out.split('\n');
    for (const name of [...OTHERS, 'selvedge.js']) {
      const at = lines.findIndex((line) => line.startsWith(`  public/${name}: `));
      const [sizes, hash] = lines.slice(at + 1, at + 3);
      expect(sizes, name).toMatch(/^ {4}min \d+\.\d\d kB · gzip \d+\.\d\d kB · brotli \d+\.\d\d kB$/);
      expect(hash, name).toBe(`    integrity="${sha('sha384', read(`public/${name}`))}"`);
    }
  });
  test('what is no tag is not written over; one that is, and an empty file, are', () => {
    for (const name of ['style.css', 'app.js']) writeFileSync(join(cwd, 'public', name), 'h1 { color: red }');
    writeFileSync(join(cwd, 'public/new.js'), '');
    for (const name of ['style.css', 'app.js']) {
      const { code, err } = bundle(`--two -o public/${name}`);
      expect([code, err]).toEqual([
        1,
        expect.stringMatching(/it is no tag of Selvedge's\. Choose another place/),
      ]);
      expect(read(`public/${name}`)).toBe('h1 { color: red }');
    }
    expect(bundle('--two -o public/new.js').code).toBe(0);
    expect(bundle('--whole -o public/new.js').code).toBe(0);
    expect(bundle('--two -o public/new.js').code).toBe(0);
    expect(bundle('--inline -o public/new.html').code).toBe(0);
    expect(bundle('--inline -o public/new.html').code).toBe(0);
  });
  test('says what was there already, and what it replaced', () => {
    bundle('--two -o public/');
    writeFileSync(join(cwd, 'public/selvedge-later.js'), 'older()');
    const { out } = bundle('--two -o public/');
    expect(out).toMatch(/^ {2}public\/selvedge-later\.js .+ {2}replaced$/m);
    expect(out).toMatch(/^ {2}public\/selvedge-panel\.js .+ {2}there already$/m);
  });
  test('-o - prints the first paint alone, and writes the others beside the config', () => {
    const { code, out, err } = bundle('--two -o -');
    expect(code).toBe(0);
    expect(findLater(out)).toBeDefined();
    expect(out).not.toContain('Upload');
    expect(err).toContain(`integrity="${sha('sha384', out)}"`);
    expect(err).toMatch(/^ {2}selvedge-later\.js .+ {2}written$/m);
    expect(list()).toEqual(['good.json', 'own', 'public', ...OTHERS]);
  });
  test('--inline prints one element, its hash, and where the others must lie', () => {
    const { code, out, err } = bundle('--two --inline');
    expect(code).toBe(0);
    const inside = /<script>([\s\S]*)<\/script>\n$/.exec(out)?.[1] ?? '';
    expect(findLater(inside)).toBeDefined();
    expect(out).toContain(`script-src 'self' '${sha('sha256', inside)}'`);
    expect(out).not.toContain('Upload');
    expect(err).toContain(`script-src 'self' '${sha('sha256', inside)}'`);
    expect(err).toMatch(/^ {2}1\. Upload these files into the root folder of your site first, /m);
    expect(list()).toEqual(['good.json', 'own', 'public', ...OTHERS]);
  });
  test.each(['--inline', '-o -', '--inline -o element.html'])('--beside takes them with %s', (how) => {
    const { code } = bundle(`--two ${how} --beside public`);
    expect(code).toBe(0);
    expect(list('public')).toEqual(OTHERS);
    expect(list().filter((name) => name.endsWith('.js'))).toEqual([]);
    expect(existsSync(join(cwd, 'element.html'))).toBe(how.endsWith('element.html'));
  });
  test('--integrity has the first name the others by their hashes', () => {
    bundle('--two --integrity -o public/');
    const [later, listen] = ['later', 'listen'].map((name) =>
      sha('sha384', read(`public/selvedge-${name}.js`)),
    );
    expect(read('public/selvedge.js')).toContain(`"integrity":{"later":"${later}","listen":"${listen}"}`);
    bundle('--two -o public/');
    expect(read('public/selvedge.js')).not.toContain('"integrity"');
  });
  test.each([
    ['the name of the rest', '-o selvedge-later.js', /belongs to the rest of the tag/],
    ['the name of what listens', '-o selvedge-listen.js', /belongs to what a page loads instead of the rest/],
    [
      'what tags are made from',
      '-o own/tag.js',
      /^own\/tag\.js: what tags are made from lies in this folder/,
    ],
    ['what they are made from, beside', '--inline --beside own', /^own: .+ with --beside\.$/m],
    [
      'a folder that is not there',
      '-o - --beside nowhere',
      /^nowhere: there is no such folder\. Make it first/,
    ],
    ['a missing folder of the tag', '-o nowhere/tag.js', /^nowhere\/tag\.js: there is no such folder/],
  ])('refuses %s, and writes nothing', (_what, how, says) => {
    const { code, out, err } = bundle(`--two ${how}`);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(says);
    expect([list(), list('own')]).toEqual([['good.json', 'own', 'public'], []]);
  });
  test.each(Object.keys(BUILT).filter((name) => name !== 'selvedge-whole.js'))(
    'without %s in the build nothing is written',
    (name) => {
      const { code, err } = bundle('--two -o public/', { [name]: undefined });
      expect([code, err]).toEqual([1, `${name} is missing\n`]);
      expect(list('public')).toEqual([]);
    },
  );
  test('a rest of another version is said, and nothing is written', () => {
    const { code, err } = bundle('--two -o public/', { 'selvedge-later.js': 'nothing' });
    expect(code).toBe(1);
    expect(err).toContain('0 times instead of once');
    expect(list('public')).toEqual([]);
  });
});

test('--whole makes one file, whatever is usual, and without a word it is as usual', () => {
  const { code } = bundle('--whole -o public/');
  expect(code).toBe(0);
  expect(list('public')).toEqual([
    'selvedge-ask.js',
    'selvedge-block.js',
    'selvedge-languages.js',
    'selvedge-panel.js',
    'selvedge-purify.js',
    'selvedge-recommend.js',
    'selvedge.js',
  ]);
  const [whole, usual, two] = ['--whole', '', '--two'].map((how) => bundle(`${how} -o -`.trim()).out);
  expect(usual).toBe(FORM === 'whole' ? whole : two);
  expect(whole).not.toBe(two);
});
test('--whole with --beside lays the others there', () => {
  const { code } = bundle('--whole --inline --beside public');
  expect(code).toBe(0);
  expect(list('public')).toEqual([
    'selvedge-ask.js',
    'selvedge-block.js',
    'selvedge-languages.js',
    'selvedge-panel.js',
    'selvedge-purify.js',
    'selvedge-recommend.js',
  ]);
});
test.each([
  ['--two --whole', /--two or --whole/],
  ['--two -o public/ --beside own', /--beside goes with --inline or -o -/],
  ['--whole --inline --integrity', /--integrity says nothing with --inline --whole/],
  ['--two --beside', /--beside/],
])('%s is not understood', (how, says) => {
  const { code, out, err } = bundle(how);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(says);
  expect(list('public')).toEqual([]);
});

// Somebody who wants to break the command line: each odd input ends in words and not with 0, and nothing is lost.
import { chmodSync, symlinkSync } from 'node:fs';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { SAMPLE } from '../shared/schema/sample.ts';
import { createCommandLine } from './command-line.ts';

const line = createCommandLine();
const CONFIG = JSON.stringify(SAMPLE);
const OLDER = 'older "[selvedge]"';
beforeEach(() => {
  line.empty();
  line.write('a.json', CONFIG);
  line.write('odd \'name" $x.json', CONFIG);
  line.write('site/selvedge.js', OLDER);
  line.write('site/selvedge-show.js', OLDER);
});
afterAll(line.remove);

const words = (args: string): string[] => args.split(' ').filter(Boolean);
/** The root of a machine may do anything: what keeps others out does not keep it. */
const isRoot = process.getuid?.() === 0;

test.each<[args: string, code: number, says: RegExp]>([
  ['check -', 2, /^A config is read from a file, not from a pipe: name the file\.\n/],
  ['check none/a.json', 1, /^none\/a\.json: there is no such file\./],
  ['check a.json/b.json', 1, /^a\.json\/b\.json: there is no such file\./],
  ['check site', 1, /^site: this is a folder\. Name the config file in it\.\n$/],
  ['schema a.json', 2, /^selvedge schema takes no file\.\n/],
  ['bundle a.json --intergity', 2, /^Unknown option '--intergity'\. Did you mean "--integrity"\?\n/],
  ['bundle a.json --xyz', 2, /^Unknown option '--xyz'\.?\n/],
  ['bundle a.json -o x.js -o y.js', 2, /^--out is there twice: say it once\.\n/],
  ['bundle a.json -o x.js --out=y.js', 2, /^--out is there twice: say it once\.\n/],
  ['bundle a.json --out=', 2, /^-o names no file\.\n/],
  ['bundle a.json --inline --beside=', 2, /^--beside names no folder\.\n/],
  ['bundle a.json -o a.json/x.js', 1, /^a\.json\/x\.js: a file stands where the folder should be\. Choose/],
  [
    'bundle a.json -o a.json/',
    1,
    /^a\.json\/selvedge\.js: a file stands where the folder should be\. Choose/,
  ],
  ['bundle a.json -o none/', 1, /^none\/selvedge\.js: there is no such folder\. Make it first/],
  ['bundle a.json -o none/x.js', 1, /^none\/x\.js: there is no such folder\. Make it first/],
  [
    'bundle a.json --inline --beside a.json',
    1,
    /^a\.json: a file stands where the folder should be\. .+ --beside/,
  ],
  [
    'bundle a.json -o /dev/null',
    1,
    /^\/dev\/null: this is no file\. Choose one with -o; -o - prints the tag\.\n$/,
  ],
])('selvedge %s', (args, code, says) => {
  const before = line.list();
  const answer = line.run(words(args));
  expect(answer).toMatchObject({ code, out: '' });
  expect(answer.err).toMatch(says);
  expect(line.list()).toEqual(before);
  expect(line.read('a.json')).toBe(CONFIG);
});

test('without a name it is told what to name', () => {
  const answer = line.run(['check', '']);
  expect(answer).toEqual({
    code: 2,
    out: '',
    err: 'Name the config file: selvedge check FILE.\nselvedge check --help says what there is.\n',
  });
});

test('a flag that is said twice says what it says once', () => {
  expect(line.run(words('check a.json --json --json')).code).toBe(0);
});

test('names may hold spaces and quotes', () => {
  const name = 'odd \'name" $x.json';
  expect(line.run(['check', name])).toMatchObject({ code: 0, err: expect.stringContaining(`${name}: fit`) });
  expect(line.run(['bundle', name, '-o', 'a b\'s ".js']).code).toBe(0);
  expect(line.list()).toContain('a b\'s ".js');
});

test.each(['selvedge-later.js', 'selvedge-purify.js'])(
  'where %s cannot be written, every other file is as it was',
  (name) => {
    line.write(`site/${name}/in-it`, '');
    const before = line.list('site');
    expect(line.run(words('bundle a.json -o site/'))).toEqual({
      code: 1,
      out: '',
      err: `site/${name}: a folder has this name. Choose another place with -o.\n`,
    });
    expect(line.list('site')).toEqual(before);
    expect([line.read('site/selvedge.js'), line.read('site/selvedge-show.js')]).toEqual([OLDER, OLDER]);
  },
);

test('where the tag itself cannot be written, so are the others', () => {
  symlinkSync('../none/selvedge.js', line.at('site/tag.js'));
  const before = line.list('site');
  const { code, err } = line.run(words('bundle a.json -o site/tag.js'));
  expect([code, err]).toEqual([
    1,
    'site/tag.js: there is no such folder. Make it first. Or: choose another place with -o.\n',
  ]);
  expect(line.list('site')).toEqual(before);
  expect(line.read('site/selvedge-show.js')).toBe(OLDER);
});

test.each<[how: string, option: string]>([
  ['--inline', '--beside'],
  ['--inline -o element.html', '--beside'],
  ['-o -', '--beside'],
  ['', '-o'],
])('where the others cannot be written, "%s" is told of %s', (how, option) => {
  line.write('selvedge-panel.js/in-it', '');
  const { code, err } = line.run(words(`bundle a.json ${how}`));
  expect([code, err]).toEqual([
    1,
    `selvedge-panel.js: a folder has this name. Choose another place with ${option}.\n`,
  ]);
});

test('a page or a config that speaks of the tag is none, and is not written over', () => {
  const { out: element } = line.run(words('bundle a.json --inline'));
  for (const [how, name, text] of [
    ['--inline', 'index.html', `<!doctype html>\n<head>${element}</head>\n<h1>Ours</h1>\n`],
    ['--inline', 'part.html', `${element}<meta name="description" content="ours">\n`],
    ['--inline', 'empty.html', `${element}<script></script>\n`],
    ['', 'b.json', CONFIG.replace('"Tents"', '"[selvedge]"')],
  ] as const) {
    line.write(name, text);
    const { code, err } = line.run([...words(`bundle a.json ${how}`), '-o', name]);
    expect([code, err]).toEqual([1, expect.stringContaining("it is no tag of Selvedge's")]);
    expect(line.read(name)).toBe(text);
  }
  line.write('element.html', element);
  expect(line.run(words('bundle a.json --inline -o element.html')).code).toBe(0);
});

test.skipIf(isRoot)('what may not be read or written is told', () => {
  chmodSync(line.at('a.json'), 0o200);
  expect(line.run(['check', 'a.json']).err).toMatch(/^a\.json: this file may not be read\./);
  chmodSync(line.at('a.json'), 0o600);
  // nobody can tell what would be lost
  chmodSync(line.at('site/selvedge.js'), 0o200);
  expect(line.run(words('bundle a.json -o site/')).err).toMatch(
    /^site\/selvedge\.js: nothing may be written/,
  );
  chmodSync(line.at('site/selvedge.js'), 0o600);
  chmodSync(line.at('site'), 0o500);
  expect(line.run(words('bundle a.json -o site/')).err).toMatch(/^site\/selvedge-later\.js: nothing may be/);
  chmodSync(line.at('site'), 0o700);
  expect([line.read('site/selvedge.js'), line.read('site/selvedge-show.js')]).toEqual([OLDER, OLDER]);
});

// What `bundle` says, in the order in which an owner needs it: what was made, what to do with it, and details.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { integrityOf } from '../../../cli/hashes.ts';
import { PLAIN } from '../shared/schema/sample.ts';
import { createCommandLine } from './command-line.ts';

const line = createCommandLine();
beforeEach(() => {
  line.empty();
  line.write('site/a.json', JSON.stringify(PLAIN));
});
afterAll(line.remove);

const bundle = (...options: string[]) => line.run(['bundle', 'site/a.json', ...options]);
/** The lines of a section, without their indent. */
function section(report: string, title: string): string[] {
  const lines = report.split('\n');
  const from = lines.findIndex((said) => said.startsWith(title)) + 1;
  const length = lines.slice(from).findIndex((said) => !said.startsWith('  '));
  return lines.slice(from, from + length).map((said) => said.slice(2));
}
const titles = (report: string): string[] => report.split('\n').filter((said) => /^\S/.test(said));

test('first what was made, in the order of the upload, then what to do, then details', () => {
  const { out } = bundle();
  expect(titles(out)).toEqual(['Files (revision 3, 1 of 2 experiences live):', 'Next:', 'Details:']);
  expect(section(out, 'Files').map((said) => said.split(/ {2,}/))).toEqual(
    ['-show', '-later', '-listen', '-panel', '-languages', '-purify', '-block', '-ask', '-recommend', ''].map(
      (name) => [`site/selvedge${name}.js`, expect.stringMatching(/^\d+\.\d\d kB$/), 'written'],
    ),
  );
  expect(section(out, 'Next')).toEqual([
    '1. Upload all of these into one folder of your site, selvedge.js last: it asks for the others beside itself, and pages name only selvedge.js.',
    '2. Put this line first into the head of every page; where the files lie in a folder of your site, put that before the name:',
    '   <script src="/selvedge.js"></script>',
    '3. See that each file answers at its address there: a page goes on without one that is missing, and at most its console says so.',
  ]);
  expect(section(out, 'Details')).toHaveLength(30);
});

test('the line names the tag as it is called, and with --integrity by its hash', () => {
  const { out } = bundle('-o', 'site/my "tag".js');
  expect(out).toContain('   <script src="/my%20%22tag%22.js"></script>\n');
  expect(out).toContain(', my "tag".js last: ');
  for (const form of ['--two', '--whole']) {
    const { out } = bundle(form, '--integrity');
    const hash = integrityOf(line.read('site/selvedge.js'));
    expect(out).toContain(`   <script src="/selvedge.js" integrity="${hash}" crossorigin></script>\n`);
  }
});

test('an element has its policy in place of a line, and no hash of its own', () => {
  const { err } = bundle('--inline');
  expect(section(err, 'Next')).toEqual([
    '1. Upload these files into the root folder of your site first, then put the element into the head of your pages: it asks for the others there.',
    '2. See that each file answers at its address there: a page goes on without one that is missing, and at most its console says so.',
    '3. Where your site has a Content-Security-Policy, it must allow this:',
    expect.stringMatching(/^ {3}script-src 'self' 'sha256-.+'$/),
  ]);
  expect(section(err, 'Files').at(-1)).toMatch(/^the element .+ printed$/);
  expect(section(err, 'Details').slice(-2)).toEqual([
    'the element: what stands in the head of your pages',
    expect.stringMatching(/^ {2}min /),
  ]);
});

test('a file of items that is not there is asked for; one that is there goes along', () => {
  const file = 'selvedge-items-3f9a12bc.js';
  line.write('site/a.json', JSON.stringify({ ...PLAIN, items: { file } }));
  expect(section(bundle().out, 'Next').at(-1)).toBe(
    `4. See that ${file}, which your config names, lies beside the tag there: it is not beside your config, so it is not among these files, and without it no list shows an item. \`selvedge learn\` writes it.`,
  );
  line.write(`site/${file}`, "export default '{}'");
  const { out } = bundle();
  expect(section(out, 'Next')).toHaveLength(4);
  expect(out).not.toContain('which your config names');
  expect(section(out, 'Files').join()).toContain(file);
});

test('paths are said as they were given', () => {
  const config = line.at('site/a.json');
  for (const [place, folder] of [
    [[], line.at('site')],
    [['-o', 'site/selvedge.js'], 'site'],
    [['-o', line.cwd], line.cwd],
  ] as const) {
    const { out } = line.run(['bundle', config, ...place]);
    for (const said of [
      ...section(out, 'Files'),
      ...section(out, 'Details').filter((one) => /^\S/.test(one)),
    ])
      expect(said).toMatch(new RegExp(`^${folder}/selvedge(-\\w+)?\\.js\\b`));
  }
  expect(line.run(['bundle', config, '-o', line.at('no/x.js')]).err).toMatch(
    new RegExp(`^${line.at('no/x.js')}: there is`),
  );
  expect(line.run(['bundle', config, '-o', 'no/x.js']).err).toMatch(/^no\/x\.js: there is/);
});

test('a tag in one file says which files of one in two are not needed any more, and takes none away', () => {
  expect(bundle('--whole').out).not.toContain('Not needed');
  bundle();
  const before = line.list('site');
  for (const options of [
    [],
    ['-o', 'site/selvedge.js'],
    ['-o', '-'],
    ['--inline'],
    ['--inline', '--beside', 'site'],
  ]) {
    const { out, err } = bundle('--whole', ...options);
    expect(out + err).toContain(
      '. Not needed any more: site/selvedge-show.js, site/selvedge-later.js, site/selvedge-listen.js. ',
    );
  }
  expect(line.list('site')).toEqual(before);
});

test('a second tag in the same folder is told whose rest it has written over', () => {
  bundle('-o', 'site/first.js');
  expect(bundle('-o', 'site/second.js').out).not.toContain('See to');
  line.write('site/b.json', JSON.stringify({ ...PLAIN, revision: 4 }));
  const { out } = line.run(['bundle', 'site/b.json', '-o', 'site/second.js']);
  expect(out).toContain('4. See to site/first.js: made in two files before, and selvedge-later.js beside it');
  line.run(['bundle', 'site/b.json', '-o', 'site/first.js']);
  expect(line.run(['bundle', 'site/b.json', '-o', 'site/second.js']).out).not.toContain('See to');
});

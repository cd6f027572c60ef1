// What a reader copies first works, without a word of advice.
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { COMMANDS } from '../../../cli/commands.ts';
import { createCommandLine } from '../cli/command-line.ts';
import { readSources } from '../conventions/read-sources.ts';

const text = readFileSync('README.md', 'utf8');
const line = createCommandLine();
afterAll(line.remove);

test('the config of the README is fit, as the README says', () => {
  const [, config = ''] = /```json\n([\s\S]+?)```/.exec(text) ?? [];
  line.write('selvedge.json', config);
  const said = 'fit to be published (0 errors, 0 warnings)';
  expect(text).toContain(said);
  expect(line.run(['check', 'selvedge.json'])).toEqual({ code: 0, out: '', err: `selvedge.json: ${said}\n` });
});

test('the line of the README is the one that bundle gives', () => {
  const [, script = ''] = /```html\n\s*(.+)\n\s*```/.exec(text) ?? [];
  expect(line.run(['bundle', 'selvedge.json']).out).toContain(`     ${script}\n`);
});

test.each([
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'docs/API.md',
  'docs/PRIVACY.md',
  'docs/OWNERS.md',
  'docs/AUTHORS.md',
  'docs/LEARN.md',
  'docs/MEASURE.md',
])('%s names commands with options that they take', (path) => {
  const calls = readFileSync(path, 'utf8').matchAll(
    /`(?:selvedge|node dist\/cli\.js)? ?(check|bundle|schema|learn|report|plan)( [^`]+)?`/g,
  );
  const unknown = [...calls].flatMap(([, name, rest = '']) => {
    const { options = [] } = COMMANDS.find((command) => command.name === name) ?? {};
    return [...rest.matchAll(/--([\w-]+)/g)].flatMap(([, option = '']) =>
      options.some((one) => one.name === option) ? [] : [option],
    );
  });
  expect(unknown).toEqual([]);
});

/** `npx` and npm ask a registry, on which that name is nobody's yet: a packed file and `--no` ask nobody. */
const FETCHES =
  /\bnpx (?!--no )(?:-\S+ )*selvedge\b|\bnpm (?:i|install|add) (?:[^\n`]* )?selvedge(?![\w.-]*\.tgz)\b/;

test.each([
  ['npx selvedge check', true],
  ['npx -y selvedge check', true],
  ['npm install selvedge', true],
  ['npm i -D selvedge vite', true],
  ['npx --no selvedge check', false],
  ['npm install selvedge-0.1.0.tgz', false],
])('“%s” is seen to fetch: %s', (line, fetches) => expect(FETCHES.test(line)).toBe(fetches));

test('no document, and no word of the panel or the terminal, fetches what somebody else may have called so', () => {
  const texts = [
    ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'].map((path) => ({
      path,
      text: readFileSync(path, 'utf8'),
    })),
    ...readSources('docs', '.md'),
    ...readSources('extension', '.ts', '.tsx', '.md', '.json'),
    ...readSources('cli', '.ts'),
  ];
  expect(texts.filter(({ text }) => FETCHES.test(text)).map(({ path }) => path)).toEqual([]);
});

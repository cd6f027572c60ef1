// What is wrong with a config file is said with its line and column, in whatever way the file is wrong.
import fc from 'fast-check';
import { afterAll, afterEach, expect, test } from 'vitest';
import { placeProblems } from '../../../cli/place-problems.ts';
import { formatPath, type Problem } from '../../../shared/schema/problem.ts';
import { SAMPLE } from '../shared/schema/sample.ts';
import { createCommandLine } from './command-line.ts';

const line = createCommandLine();
afterEach(line.empty);
afterAll(line.remove);

const CONFIG = `{
  "version": 1,
  "site": "shop.example",
  "revision": 1,
  "segments": [],
  "experiences": [
    {
      "id": "home", "name": "Home", "status": "live", "pages": ["/"],
      "variants": [
        { "id": "a", "name": "A", "segment": "everyone",
          "changes": [{ "kind": "text", "target": { "css": "h1" }, "value": "Dry" }] }
      ]
    }
  ]
}
`;
const UTF_8 = 'Save the file as UTF-8: browsers read nothing else.';
const encode = (text: string, isBig = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

test.each<[what: string, from: string, to: string, says: RegExp]>([
  ['a value', '"revision": 1', '"revision": 0', /^a\.json:4:3: revision: found the number 0\. Write .+\.\n$/],
  [
    'a field that is none',
    '"css"',
    '"csss"',
    /^a\.json:11:53: experiences\[0\]\S+\.csss: unknown field "csss"/m,
  ],
  [
    'what is missing, by what it is missing in',
    '"site": "shop.example",',
    '',
    /^a\.json:1:1: site: "site" is m/,
  ],
  [
    'an id that nobody has',
    '"everyone"',
    '"tens"',
    /^a\.json:10:35: \S+\.segment: no segment has the id "tens"/,
  ],
  ['advice, which is told so', '', '', /^a\.json:7:5: experiences\[0\]: warning: "home" has no goal/],
  [
    'a field that stands twice, at the second',
    '"segments"',
    '"site": "b", "segments"',
    /^a\.json:5:3: site: .+tw/,
  ],
  ['what is no JSON', '"revision": 1,', '"revision": 1', /^a\.json:5:3: a comma is missing\. Separate/],
  [
    'an item of a list',
    '["/"]',
    '["/",\n 7]',
    /^a\.json:9:2: experiences\[0\]\.pages\[1\]: found the number 7/,
  ],
  ['lines of Windows', '"revision": 1,\n', '"revision": 0,\r\n', /^a\.json:4:3: revision: /],
])('%s', (_what, from, to, says) => {
  line.write('a.json', CONFIG.replace(from, to));
  expect(line.run(['check', 'a.json']).out).toMatch(says);
});

test.each<[what: string, content: string | Uint8Array, says: string]>([
  ['UTF-16', encode(CONFIG), `this is UTF-16, as Notepad or PowerShell may write it. ${UTF_8}`],
  [
    'UTF-16 the other way round',
    encode(CONFIG, true),
    `this is UTF-16, as Notepad or PowerShell may write it. ${UTF_8}`,
  ],
  [
    'UTF-16 without a mark',
    encode(CONFIG).subarray(2),
    `this is UTF-16, as Notepad or PowerShell may write it. ${UTF_8}`,
  ],
])('%s is named', (_what, content, says) => {
  line.write('a.json', content);
  expect(line.run(['check', 'a.json'])).toEqual({
    code: 1,
    out: `a.json: ${says}\n`,
    err: 'a.json: not fit to be published (1 error, 0 warnings)\n',
  });
});

test('what is not UTF-8 is refused where it stands, and never published as a question mark', () => {
  line.write('a.json', Buffer.from(CONFIG.replace('Dry', 'Trocken für'), 'latin1'));
  for (const command of ['check', 'bundle']) {
    const { code, out, err } = line.run([command, 'a.json']);
    expect(code).toBe(1);
    expect(out + err).toContain(`a.json:11:87: what stands here is not UTF-8. ${UTF_8}\n`);
  }
  expect(line.list()).toEqual(['a.json']);
});

test('a byte order mark of UTF-8 is no fault, and moves no column', () => {
  line.write('a.json', `\ufeff{"version": 1,}`);
  expect(line.run(['check', 'a.json']).out).toMatch(/^a\.json:1:15: a comma before }/);
  line.write('a.json', `\ufeff${CONFIG}`);
  expect(line.run(['check', 'a.json']).code).toBe(0);
});

test.each<[what: string, content: string, says: RegExp]>([
  ['an empty file', '', /^a\.json:1:1: the file is empty\. Write a config/],
  ['a file of zeros', '\0\0\0\0', /^a\.json:1:1: "(\\u0000){4}" is not JSON/],
  [
    'a tag, or another file that is none',
    '(()=>{"use strict"})()',
    /^a\.json:1:1: "\(\(\)=>" is not JSON\. .+ A config begins with \{: see that this is the right file\.\n$/,
  ],
  [
    'more characters than anybody looks at',
    `"${'x'.repeat(5_000_001)}"`,
    /^a\.json: the file has 5\.0 million characters/,
  ],
  ['more than is read', 'x'.repeat(16_000_000), /^a\.json: the file has more than 15 MB\. A config has/],
  ['brackets without end', '['.repeat(200_000) + ']'.repeat(200_000), /^a\.json:1:1: found a list instead/],
  [
    'nesting without end',
    `{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}`,
    /^a\.json:1:9: a\[0\]\[0\]\[0\]: nested more than 64/,
  ],
])('%s is refused in words', (_what, content, says) => {
  line.write('a.json', content);
  const { code, out } = line.run(['check', 'a.json']);
  expect(code).toBe(1);
  expect(out).toMatch(says);
});

test('what a file holds cannot drive the terminal', () => {
  line.write('a.json', CONFIG.replace('"everyone"', '"\\u001b[2J\\u202e\\u0085"'));
  expect(line.run(['check', 'a.json']).out).toContain('"\\u001b[2J\\u202e\\u0085"');
});

test('--json gives line and column as data', () => {
  line.write('a.json', CONFIG.replace('"revision": 1', '"revision": 0'));
  expect(JSON.parse(line.run(['check', 'a.json', '--json']).out)).toMatchObject({
    problems: [{ path: 'revision', line: 4, column: 3 }],
  });
});

test('every place of any JSON is found where it is written', () => {
  const walk = (value: unknown, path: PropertyKey[] = []): string[] => [
    formatPath(path),
    ...Object.entries(typeof value === 'object' && value ? value : {}).flatMap(([key, inner]) =>
      walk(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
  const check = (value: unknown) => {
    const text = JSON.stringify(value, null, 1);
    const problems = walk(value).map(
      (path): Problem => ({ path, problem: '', remedy: '', severity: 'error' }),
    );
    // each stands on a line of its own, in this order; all other lines only close
    const places = text
      .split('\n')
      .flatMap((said, i) =>
        /^\s*[}\]],?$/.test(said) ? [] : [{ line: i + 1, column: said.search(/\S/) + 1 }],
      );
    expect(placeProblems(problems, text)).toEqual(
      problems.map((problem, i) => ({ ...problem, ...places[i] })),
    );
  };
  check(SAMPLE);
  fc.assert(fc.property(fc.jsonValue(), check));
});

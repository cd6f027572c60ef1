// The licences of what is bundled go along with what is given away: none is missing, and none is without its text.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';

const NOTICES = 'THIRD-PARTY-NOTICES.txt';
const root = fileURLToPath(new URL('../../', import.meta.url));
const split = (text: string) => text.split(/\n-{80}\n\n/).slice(1);
const readZip = (target: string) =>
  Object.values(
    unzipSync(readFileSync(join(root, `dist/selvedge-${target}.zip`)), {
      filter: ({ name }) => name === NOTICES,
    }),
  ).map((bytes) => strFromU8(bytes));
const packed = split(readFileSync(join(root, 'dist', NOTICES), 'utf8'));
const sections = [...new Set([...packed, ...['chrome', 'firefox'].flatMap(readZip).flatMap(split)])];
const named = sections.map((text) => text.split(' ')[0] ?? '');

/** The packages whose values our own files import, found by reading them. */
function findImported(): Set<string> {
  const found = new Set<string>();
  for (const room of ['cli', 'extension', 'package', 'plugins', 'shared', 'snippet'])
    for (const file of readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file) || file.endsWith('.d.ts')) continue;
      const code = readFileSync(join(root, room, file), 'utf8');
      for (const [, name = ''] of code.matchAll(
        /^(?:import (?!type\b)[^;]*?from |import |.*\bimport\()'((?:@[\w-]+\/)?[a-z][\w-]*)(?:\/[^']*)?'/gm,
      ))
        if (name !== 'node') found.add(name);
    }
  return found;
}

test('every package that is imported is named', () => {
  const imported = findImported();
  expect(imported).toContain('idb');
  expect(imported).toContain('@codemirror/view');
  expect([...imported].filter((name) => !named.includes(name))).toEqual([]);
});

test('what these bring along is named, too', () => {
  expect(named).toEqual(
    expect.arrayContaining(['entities', '@lezer/lr', '@preact/signals-core', 'style-mod']),
  );
  expect(new Set(named).size).toBe(named.length);
});

test.each(sections.map((text, at) => [named[at], text] as const))('%s has its licence', (name, text) => {
  expect(text).toMatch(/^\S+ \d+\.\d+\.\d+\S* \(.+\)\n\n/);
  expect(text.length, name).toBeGreaterThan(400);
  expect(text).toMatch(/copyright|licen[cs]e/i);
});

test.each([
  ['later', 'idb', 'ISC'],
  ['measure', 'idb', 'ISC'],
  ['whole', 'idb', 'ISC'],
  ['whole-measure', 'idb', 'ISC'],
  ['panel', 'preact', 'MIT'],
  ['purify', 'dompurify', 'MPL-2.0'],
])('selvedge-%s.js says at its end that it holds %s, in a line', (file, name, licence) => {
  const text = readFileSync(join(root, `dist/selvedge-${file}.js`), 'utf8');
  const [said = ''] = /\n?\/\*! .* \*\/\n$/.exec(text) ?? [];
  expect(said).toContain(`${name} `);
  expect(said).toMatch(new RegExp(`${licence.replace('.', '\\.')}.*Copyright .*[A-Z]`));
});

test('what stands before the first paint of a tag in two files holds nobody else', () =>
  expect(readFileSync(join(root, 'dist/selvedge.js'), 'utf8')).not.toContain('/*!'));

test.each(['chrome', 'firefox'])(
  'they are in the zip for %s, with those of the tag that it publishes',
  (target) => {
    const [text, ...more] = readZip(target);
    expect(more).toEqual([]);
    const own = split(text ?? '');
    expect(packed.filter((section) => !own.includes(section))).toEqual([]);
    expect(own.length).toBeGreaterThan(30);
  },
);

test('the package names whose code it holds, and nobody whose it does not', () => {
  const names = packed.map((text) => text.split(' ')[0]);
  expect(names).toEqual(expect.arrayContaining(['dompurify', 'idb', 'parse5', 'preact', 'zod']));
  expect(names).not.toContain('axe-core');
});

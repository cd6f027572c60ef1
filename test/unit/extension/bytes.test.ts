// What the panel loads before anybody sees it, in brotli bytes: its first file, with all that this imports at once.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(`dist/chrome/${path}`, 'utf8');

/** All that is imported by what is there at once. */
function readFirst(path: string, known = new Map<string, string>()): Map<string, string> {
  if (known.has(path)) return known;
  const text = read(path);
  known.set(path, text);
  // as esbuild writes them; `import("…")` is not at once
  for (const [, to = ''] of text.matchAll(/\b(?:from|import)"(\.[^"]+\.js)"/g))
    readFirst(posix.join(posix.dirname(path), to), known);
  return known;
}

const first = readFirst('panel.js');
const whole = [...first.values()].join('\n');

test('the panel opens with at most 60 kB', () => {
  const bytes = [...first.values()].map((text) => brotliCompressSync(Buffer.from(text)).length);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(60_000);
});

// its own name, and what all parts need: each more costs more time than the bytes that it saves
test('in two files', () => expect(first.size).toBe(2));

test('one style sheet, and no copy of it beside the parts', () => {
  expect(readdirSync('dist/chrome').filter((name) => name.endsWith('.css'))).toEqual([
    'panel.css',
    'welcome.css',
  ]);
  expect(readdirSync('dist/chrome/parts').filter((name) => !name.endsWith('.js'))).toEqual([]);
});

test('icons come with what shows them', () => {
  // of the first view, and of the editor alone
  expect(whole).toContain('"person-standing"');
  expect(whole).not.toContain('"undo-2"');
});

test.each([
  ['the forms of a block', 'counts down to a date, and goes'],
  ['templates', 'drop-off funnel'],
  ['the editor of code', 'cm-content'],
  ['the check of a config', 'instead of a config'],
  ['made-up people', 'somebody'],
  ['ways to install', 'Save the files that publishing makes'],
  ['what is in a colleague’s draft', 'The first time they also'],
  ['steps of a draft', '[Immer]'],
  ['what merging says', 'Merged '],
  ['reasons', 'as far as this device remembers'],
  ['editing on the page', 'The page cannot show this now'],
])('%s come when they are wanted', (_what, words) => {
  expect(whole).not.toContain(words);
});

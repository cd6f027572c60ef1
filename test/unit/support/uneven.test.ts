// The extension on an uneven machine: a copy whose pages ask the browser later, whichever browser it is.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createUneven } from '../../support/uneven.ts';

const folder = mkdtempSync(join(tmpdir(), 'selvedge-even-'));
const PAGE = '<html><head><title>Page</title><script src="panel.js"></script></head></html>';
await mkdir(join(folder, 'tour'));
for (const name of ['panel.html', 'tour/home.html']) writeFileSync(join(folder, name), PAGE);
writeFileSync(join(folder, 'manifest.json'), '{}');
const copy = createUneven(folder, 400);
afterAll(() => {
  for (const each of [folder, copy]) rmSync(each, { recursive: true });
});

test('each of its pages asks late from its first script on, in every folder', () => {
  for (const name of ['panel.html', 'tour/home.html'])
    expect(readFileSync(join(copy, name), 'utf8')).toMatch(
      /^<html><head><script src="\/uneven.js"><\/script><title>/,
    );
  expect(readFileSync(join(copy, 'uneven.js'), 'utf8')).toMatch(/\)\(400\);\n$/);
  expect(existsSync(join(copy, 'manifest.json'))).toBe(true);
});

test('the extension that was built stays as it is', () => {
  expect(existsSync(join(folder, 'uneven.js'))).toBe(false);
  expect(readFileSync(join(folder, 'panel.html'), 'utf8')).toBe(PAGE);
});

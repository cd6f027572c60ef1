// Unit tests run in Node without a browser and finish in seconds; what needs a page is in test/e2e. Those that start
// programs (a build, npm, Mozilla's linter) are a project of their own, `programs`: they take longer than all the others.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const all = readdirSync('test/unit', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => join('test/unit', path));
const holds = (path: string, words: string) => readFileSync(path, 'utf8').includes(words);
const programs = all.filter((path) => holds(path, "from 'node:child_process'"));
const units = all.filter((path) => !programs.includes(path));
/** What the tag takes of its page it takes once, when it is imported: with a page of its own a test needs a world of its own. */
const alone = units.filter((path) => holds(path, 'vi.stubGlobal('));

export default defineConfig({
  test: {
    projects: [
      // the others touch no globals and mock no module: they share a worker and load zod once
      { extends: true, test: { name: 'unit', include: units, exclude: alone, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
      { extends: true, test: { name: 'programs', include: programs } },
    ],
    environment: 'node',
    setupFiles: ['test/support/same-draws.ts'],
    pool: 'threads',
    maxWorkers: '100%',
    // how long the checks of a loaded machine may take; none waits for it
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // by itself a state that is waited for has one second, which a loaded machine may not give a thread in all
    expect: { poll: { timeout: 20_000, interval: 20 } },
  },
});
